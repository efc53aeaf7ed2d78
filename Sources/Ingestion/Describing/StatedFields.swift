// What is said of all documents of a run: --field NAME=VALUE.

import Archive

/// Fields that the user states for every document that is read.
///
/// They go before what texts show, and behind what records and sidecars state, which know the single document.
public struct StatedFields: Hashable, Sendable {
  /// Why a field cannot be stated.
  public struct Invalid: Error, Hashable, Sendable {
    /// What is wrong.
    public let message: String
    /// What the user can do.
    public let hint: String
  }

  /// The fields that no two documents share.
  private static let single: Set<Field> = [.title, .number, .parent]

  /// Name and values, sorted by name; names that are no fields are kept and shown as they are.
  private let values: [String: [String]]
  private let overrides: MetadataOverrides

  /// Nothing is stated.
  public init() {
    values = [:]
    overrides = MetadataOverrides()
  }

  /// - Parameter assignments: `NAME=VALUE`; a field of several values, such as issuers, may come several times.
  /// - Throws: ``Invalid`` where one is none, or states what its field cannot have.
  public init(_ assignments: [String]) throws(Invalid) {
    var values: [String: [String]] = [:]
    for assignment in assignments {
      guard let sign = assignment.firstIndex(of: "="), sign > assignment.startIndex else {
        throw Invalid(message: "“\(assignment)” states no field", hint: "write NAME=VALUE, such as publication=公报")
      }
      let name = String(assignment[..<sign])
      let field = MetadataOverrides.field(named: name)
      if let field, StatedFields.single.contains(field) {
        throw Invalid(message: "no two documents share a \(field.name)", hint: "state it in a sidecar or record")
      }
      values[field?.name ?? name, default: []].append(String(assignment[assignment.index(after: sign)...]))
    }
    self.values = values
    overrides = try StatedFields.read(values)
  }

  /// Reads the values by the rules that hold for sidecars.
  private static func read(_ values: [String: [String]]) throws(Invalid) -> MetadataOverrides {
    var reader = OverrideReader()
    for (name, texts) in values.sorted(by: { $0.key < $1.key }) {
      let strings = texts.map(quoted)
      let scalars = Array((strings.count == 1 ? strings[0] : "[" + strings.joined(separator: ",") + "]").unicodeScalars)
      var scanner = JSONScanner(scalars, line: scalars.indices, lineNumber: 1)
      // What was quoted here is valid JSON.
      try! reader.readValue(of: name, from: &scanner)
    }
    if let finding = reader.findings.first {
      throw Invalid(message: finding.message, hint: "put it right or leave it out")
    }
    return reader.overrides
  }

  private static func quoted(_ text: String) -> String {
    var json = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": json += "\\" + String(scalar)
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: json.unicodeScalars.append(scalar)
      }
    }
    return json + "\""
  }

  /// What tells these statements apart from others; empty where nothing is stated.
  var fingerprint: String {
    values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.map(StatedFields.quoted).joined(separator: ","))" }
      .joined(separator: " ")
  }

  /// Puts what is stated into a source's documents.
  ///
  /// - Parameter own: what each document's record states itself; empty for texts.
  func apply(to documents: inout [Document], own: [MetadataOverrides]) {
    guard !values.isEmpty else { return }
    let derived = DerivedFields(documents)
    for index in documents.indices {
      overrides.apply(to: &documents[index].metadata)
      if own.indices.contains(index) { own[index].apply(to: &documents[index].metadata) }
    }
    derived.follow(in: &documents)
  }

  public static func == (left: StatedFields, right: StatedFields) -> Bool { left.values == right.values }

  public func hash(into hasher: inout Hasher) { hasher.combine(values) }
}
