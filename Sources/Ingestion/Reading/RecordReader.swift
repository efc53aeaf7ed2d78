// One line of JSON Lines to one record.

import Archive

/// A record as it stands in a JSON Lines source.
struct Record {
  /// The line of the source it stands on, counted from 1.
  let line: Int
  let id: String
  let title: SourceText?
  let text: SourceText
}

/// Reads the record on one line; fields other than `id`, `title` and `text` are checked and passed over.
struct RecordReader {
  /// A line that is no record.
  struct Invalid: Error {
    let diagnostic: Diagnostic
  }

  private struct Fields {
    var id: String?
    var title: SourceText?
    var text: SourceText?
  }

  private let line: Range<Int>
  private let lineNumber: Int
  private var scanner: JSONScanner
  private var fields = Fields()

  /// Ids are printed, typed and put into URLs; a longer one is no id.
  static let maximumIDBytes = 1_024

  init(_ scalars: [Unicode.Scalar], line: Range<Int>, lineNumber: Int) {
    self.line = line
    self.lineNumber = lineNumber
    scanner = JSONScanner(scalars, line: line, lineNumber: lineNumber)
  }

  /// Reads the record. Where a field stands twice, the later one counts, as with most parsers.
  mutating func read() throws(Invalid) -> Record {
    do throws(JSONScanner.Malformed) {
      try readObject()
    } catch {
      throw invalid("the record is not valid JSON at column \(error.index - line.lowerBound + 1)")
    }
    guard let id = fields.id, !id.isEmpty else { throw invalid("the record has no \"id\"") }
    guard id.utf8.count <= RecordReader.maximumIDBytes,
      id.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
    else {
      throw invalid("the \"id\" has control characters or more than \(RecordReader.maximumIDBytes) bytes")
    }
    guard let text = fields.text else { throw invalid("the record has no \"text\"") }
    return Record(line: lineNumber, id: id, title: fields.title, text: text)
  }

  private mutating func readObject() throws(JSONScanner.Malformed) {
    try scanner.expect("{")
    if !scanner.take("}") {
      repeat {
        let name = try scanner.readString()
        try scanner.expect(":")
        try readValue(of: name.scalars)
      } while scanner.take(",")
      try scanner.expect("}")
    }
    guard scanner.isAtEnd() else { throw JSONScanner.Malformed(index: scanner.index) }
  }

  /// An id may be a number, as data bases write it; its digits are the id then.
  private mutating func readValue(of name: [Unicode.Scalar]) throws(JSONScanner.Malformed) {
    if name.elementsEqual("id".unicodeScalars) {
      fields.id =
        scanner.isAtString() ? String(scalars: try scanner.readString().scalars[...]) : try scanner.readNumber()
    } else if name.elementsEqual("title".unicodeScalars) {
      fields.title = try readStringOrSkip()
    } else if name.elementsEqual("text".unicodeScalars) {
      fields.text = try readStringOrSkip()
    } else {
      try scanner.skipValue()
    }
  }

  private mutating func readStringOrSkip() throws(JSONScanner.Malformed) -> SourceText? {
    if scanner.isAtString() { return try scanner.readString() }
    try scanner.skipValue()
    return nil
  }

  private func invalid(_ message: String) -> Invalid {
    Invalid(
      diagnostic: Diagnostic(
        .invalidRecord, message, line: lineNumber,
        hint: "a record is one line: {\"id\": \"…\", \"title\": \"…\", \"text\": \"…\"}"))
  }
}
