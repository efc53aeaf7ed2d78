// Reads stated fields out of JSON: one shape for records and sidecars.

import Archive

/// Reads the fields of one JSON object, each value checked against its field.
struct OverrideReader {
  /// A value that its field cannot have; the field is left out.
  struct Finding {
    let message: String
    let hint: String
    /// Where the value begins, in the code points that are scanned.
    let index: Int
  }

  /// The longest value of a field that is compared, in bytes; nobody types a longer one. A guess.
  static let maximumValueBytes = 4_096

  private(set) var overrides = MetadataOverrides()
  private(set) var findings: [Finding] = []

  /// Reads the value of a name; `null` states nothing, nor does an empty array.
  mutating func readValue(of name: String, from scanner: inout JSONScanner) throws(JSONScanner.Malformed) {
    scanner.skipSpace()
    let start = scanner.index
    var value = scanner
    try scanner.skipValue()
    let json = scanner.text(start..<scanner.index)
    guard let field = MetadataOverrides.field(named: name) else {
      return overrides.state(unknown: name, json: json)
    }
    guard json != "null", json != "[]" else { return }
    if let stated = try OverrideReader.value(of: field, from: &value) {
      overrides.state(field, stated)
    } else {
      findings.append(
        Finding(
          message: "“\(name)” is \(OverrideReader.abridged(json)); \(OverrideReader.expectation(field))",
          hint: "put it right or leave it out; the rest is kept", index: start))
    }
  }

  /// The value, or nil where the field cannot have it.
  private static func value(
    of field: Field, from scanner: inout JSONScanner
  ) throws(JSONScanner.Malformed) -> MetadataOverrides.Value? {
    guard let texts = try texts(from: &scanner) else { return nil }
    guard texts.values.allSatisfy(isValid) else { return nil }
    switch field {
    case .issuers: return texts.values.isEmpty ? nil : .texts(texts.values)
    case .region:
      let divisions = texts.values.flatMap { $0.split(separator: "/").map(String.init) }
      return divisions.isEmpty ? nil : .texts(divisions)
    default:
      guard !texts.isArray, let text = texts.values.first else { return nil }
      guard field.kind == .date else { return .text(text) }
      return CalendarDate(written: text).map { .date($0) }
    }
  }

  /// A string, or the strings of an array; nil for anything else.
  private static func texts(
    from scanner: inout JSONScanner
  ) throws(JSONScanner.Malformed) -> (values: [String], isArray: Bool)? {
    if scanner.isAtString() { return ([trimmed(try scanner.readString())], false) }
    guard scanner.take("[") else { return nil }
    var values: [String] = []
    if scanner.take("]") { return (values, true) }
    repeat {
      guard scanner.isAtString() else { return nil }
      values.append(trimmed(try scanner.readString()))
    } while scanner.take(",")
    return (values, true)
  }

  private static func trimmed(_ text: SourceText) -> String {
    var scalars = text.scalars[...]
    while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    return String(scalars: scalars)
  }

  /// A value is one line that can be printed and typed.
  private static func isValid(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= maximumValueBytes
      && text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
  }

  private static func expectation(_ field: Field) -> String {
    switch field {
    case .issuers: "it has to be a string or an array of strings, such as \"\(field.example)\""
    case .region: "it has to be a path or an array of its divisions, such as \"\(field.example)\""
    case .date, .effective, .expires: "it has to be a date, such as \"2024-03-05\", \"2024-03\" or \"2024年3月5日\""
    default: "it has to be a string of one line, such as \"\(field.example)\""
    }
  }

  private static func abridged(_ json: String) -> String {
    json.unicodeScalars.count <= 40 ? json : String(String.UnicodeScalarView(json.unicodeScalars.prefix(40))) + "…"
  }
}
