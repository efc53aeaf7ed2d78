// One line of JSON Lines to one record.

import Archive

/// A record as it stands in a JSON Lines source.
struct Record {
  /// The line of the source it stands on, counted from 1.
  let line: Int
  let id: String
  let title: SourceText?
  let text: SourceText
  /// What it states beside title and text.
  let overrides: MetadataOverrides
  /// What is wrong with single fields.
  let findings: [Diagnostic]
}

/// Reads the record on one line: `id`, `title` and `text`, and what else it states.
struct RecordReader {
  /// A line that is no record.
  struct Invalid: Error {
    let diagnostic: Diagnostic
  }

  private struct Fields {
    var id: String?
    var title: SourceText?
    var text: SourceText?
    var others = OverrideReader()
  }

  private let line: Range<Int>
  private let lineNumber: Int
  private var scanner: JSONScanner
  private var fields = Fields()

  /// Ids are printed, typed and put into URLs; a longer one is no id (guess).
  static let maximumIDBytes = 1_024

  init(_ scalars: [Unicode.Scalar], line: Range<Int>, lineNumber: Int) {
    self.line = line
    self.lineNumber = lineNumber
    scanner = JSONScanner(scalars, line: line, lineNumber: lineNumber)
  }

  /// Reads the record. Where a field stands twice, the later one counts, as with most parsers.
  mutating func read() throws(Invalid) -> Record {
    do throws(JSONScanner.Malformed) {
      var fields = Fields()
      try scanner.readObject { (name, scanner) throws(JSONScanner.Malformed) in
        try RecordReader.readValue(of: name, from: &scanner, into: &fields)
      }
      guard scanner.isAtEnd() else { throw JSONScanner.Malformed(index: scanner.index) }
      self.fields = fields
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
    return Record(
      line: lineNumber, id: id, title: fields.title, text: text, overrides: fields.others.overrides,
      findings: fields.others.findings.map { finding in
        let column = finding.index - line.lowerBound + 1
        return Diagnostic(
          .invalidField, "column \(column): \(finding.message)", line: lineNumber, hint: finding.hint)
      })
  }

  /// An id may be a number, as data bases write it; its digits are the id then. A title is text with places, which is
  /// repaired; only what is none is left to the checks of fields.
  private static func readValue(
    of name: String, from scanner: inout JSONScanner, into fields: inout Fields
  ) throws(JSONScanner.Malformed) {
    switch name {
    case "id":
      fields.id =
        scanner.isAtString() ? String(scalars: try scanner.readString().scalars[...]) : try scanner.readNumber()
    case "text":
      fields.text = nil
      if scanner.isAtString() { fields.text = try scanner.readString() } else { try scanner.skipValue() }
    case "title" where scanner.isAtString(): fields.title = try scanner.readString()
    case "title":
      fields.title = nil
      try fields.others.readValue(of: name, from: &scanner)
    default: try fields.others.readValue(of: name, from: &scanner)
    }
  }

  private func invalid(_ message: String) -> Invalid {
    Invalid(
      diagnostic: Diagnostic(
        .invalidRecord, message, line: lineNumber,
        hint: "a record is one line: {\"id\": \"…\", \"title\": \"…\", \"text\": \"…\"}"))
  }
}
