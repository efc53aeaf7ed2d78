// The lines of a JSON Lines source to what is made of its records.

import Archive

/// What is made of the valid records of a source whose ids are new, in order.
struct RecordList<Made: Sendable> {
  private(set) var made: [Made] = []
  /// What was wrong with other records, in order.
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - jobCount: how many threads read records at a time: none depends on another, but for ids.
  ///   - make: gives nil where a record holds no text; its id stays free then.
  init(_ scalars: [Unicode.Scalar], jobCount: Int, _ make: @escaping @Sendable (Record) -> Made?) {
    var lines: [(number: Int, range: Range<Int>)] = []
    for (index, range) in LineRanges(scalars, areRecords: true).enumerated()
    where !scalars[range].allSatisfy(\.isSpace) {
      lines.append((index + 1, range))
    }
    let read = Workers.map(lines, jobCount: jobCount) {
      { line in RecordList.read(scalars, line.range, line.number, make) }
    }
    var lineByID: [DocumentID: Int] = [:]
    for (line, outcome) in zip(lines, read) {
      switch outcome {
      case .invalid(let diagnostic): diagnostics.append(diagnostic)
      case .record(let id, let made):
        if let first = lineByID[DocumentID(id)] {
          diagnostics.append(RecordList.duplicate(id, first: first, line: line.number))
        } else if let made {
          self.made.append(made)
          lineByID[DocumentID(id)] = line.number
        } else {
          diagnostics.append(Diagnostic(.empty, "the record holds no text", line: line.number))
        }
      }
    }
  }

  private enum Outcome: Sendable {
    case invalid(Diagnostic)
    case record(id: String, Made?)
  }

  private static func read(
    _ scalars: [Unicode.Scalar], _ line: Range<Int>, _ number: Int, _ make: (Record) -> Made?
  ) -> Outcome {
    var reader = RecordReader(scalars, line: line, lineNumber: number)
    do throws(RecordReader.Invalid) {
      let record = try reader.read()
      return .record(id: record.id, make(record))
    } catch {
      return .invalid(error.diagnostic)
    }
  }

  private static func duplicate(_ id: String, first: Int, line: Int) -> Diagnostic {
    Diagnostic(
      .duplicateID, "the id \(id) was given to the record on line \(first) already", line: line,
      hint: "give every record an id of its own")
  }
}

/// A record as the document that it is.
struct DescribedRecord: Sendable {
  /// What is wrong with single fields.
  let findings: [Diagnostic]
  /// What the record states, its title included.
  let stated: MetadataOverrides
  private let id: String
  private let metadata: Metadata
  private let text: RepairedText

  /// - Parameter repaired: its title, and its text with the title in front.
  /// - Returns: nil where it holds no text.
  init?(_ record: Record, of source: SourceID, _ repaired: (title: RepairedText?, text: RepairedText)) {
    guard !repaired.text.text.isEmpty else { return nil }
    var metadata = DocumentMaker(repaired.text, source: source).whole()
    metadata.lines = [record.line...record.line]
    if let title = repaired.title, !title.text.isEmpty { metadata.title = title.text }
    let shown = metadata
    record.overrides.apply(to: &metadata)
    DerivedFields.reckon(&metadata, from: shown) { Array(repaired.text.text.unicodeScalars) }
    var stated = record.overrides
    if let title = metadata.title { stated.state(.title, .text(title)) }
    (self.metadata, self.stated, findings, id, text) = (metadata, stated, record.findings, record.id, repaired.text)
  }

  func document(of source: SourceID, ordinal: Int) -> Document {
    Document(
      id: DocumentID(id), source: source, ordinal: ordinal, metadata: metadata, text: text.text, spans: text.spans,
      edits: text.edits)
  }
}
