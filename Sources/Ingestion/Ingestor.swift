// The door of the module: the bytes of a source in, its documents and a report out.

public import Archive

/// Turns sources into documents.
///
/// Total: whatever the bytes are, the answer is documents, diagnostics or both.
public struct Ingestor: Sendable {
  /// Changes whenever the same bytes would give other texts, documents or metadata, so that an index knows which
  /// sources to read again.
  public static let version = 8
  /// How many findings about one source are kept.
  static let maximumDiagnostics = 100

  private let repairer = Repairer()
  private let reader: TextReader
  private let fields: StatedFields

  /// An ingestor; it has no state.
  ///
  /// - Parameter options: must be valid; an encoding that is not known is taken for none.
  public init(reading options: ReadingOptions = ReadingOptions()) {
    reader = TextReader(options: options)
    fields = options.fields
  }

  /// Reads, repairs and divides one source.
  ///
  /// - Parameters:
  ///   - bytes: everything the source holds.
  ///   - id: the source's identity, from which documents without an id of their own get theirs.
  ///   - format: how the bytes are to be taken.
  ///   - sidecar: what the source's owner says of its documents; it goes before what the text shows.
  public func ingest(
    _ bytes: [UInt8], of id: SourceID, format: SourceFormat, sidecar: SidecarContent? = nil
  ) -> IngestedSource {
    guard bytes.count <= Int(Int32.max) else {
      return refuse(Diagnostic(.tooLarge, "the source holds more than 2 GB", hint: "split it"))
    }
    let source: ReadSource
    do throws(Refusal) { source = try reader.read(bytes, format) } catch { return refuse(error.diagnostic) }
    var own: [MetadataOverrides] = []
    let ingested =
      switch source.content {
      case .text(let text): ingest(text: text, of: id)
      case .records(let scalars): ingest(records: scalars, of: id, &own)
      }
    var documents = ingested.documents
    var diagnostics = source.diagnostics + ingested.diagnostics
    fields.apply(to: &documents, own: own)
    if let sidecar, !documents.isEmpty {
      let stated = Sidecar(sidecar)
      diagnostics += abridged(stated.diagnostics + stated.apply(to: &documents, own: own), "findings about the sidecar")
    }
    return IngestedSource(
      documents: documents, diagnostics: diagnostics, encoding: source.encoding, publication: ingested.publication)
  }

  /// Reads and repairs one source, without dividing it.
  ///
  /// - Parameters:
  ///   - bytes: everything the source holds.
  ///   - format: how the bytes are to be taken.
  public func repair(_ bytes: [UInt8], format: SourceFormat) -> RepairedSource {
    let source: ReadSource
    do throws(Refusal) { source = try reader.read(bytes, format) } catch {
      return RepairedSource(texts: [], encoding: nil, diagnostics: [error.diagnostic])
    }
    var texts: [RepairedText] = []
    var diagnostics = source.diagnostics
    switch source.content {
    case .text(let text): texts = [repairer.repair(text)]
    case .records(let scalars):
      diagnostics += forEachRecord(in: scalars) { record in
        texts.append(repaired(record).text)
        return nil
      }
    }
    if texts.allSatisfy(\.text.isEmpty), diagnostics.isEmpty { diagnostics = [Ingestor.empty] }
    return RepairedSource(texts: texts, encoding: source.encoding, diagnostics: diagnostics)
  }

  /// The lines of a source that spans and edits speak of, without their ends.
  ///
  /// - Returns: nil when the source cannot be read.
  public func lines(of bytes: [UInt8], format: SourceFormat) -> [String]? {
    guard let scalars = try? reader.sourceScalars(bytes, format) else { return nil }
    return LineRanges(scalars).map { String(scalars: scalars[$0]) }
  }

  private func ingest(text: SourceText, of id: SourceID) -> IngestedSource {
    let repaired = repairer.repair(text)
    guard !repaired.text.isEmpty else { return refuse(Ingestor.empty) }
    let maker = DocumentMaker(repaired, source: id, pageTitle: text.pageTitle)
    return IngestedSource(documents: maker.documents(), diagnostics: [], publication: maker.publication)
  }

  /// - Parameter own: gets what each record states, in the order of the documents.
  private func ingest(
    records scalars: [Unicode.Scalar], of id: SourceID, _ own: inout [MetadataOverrides]
  ) -> IngestedSource {
    var documents: [Document] = []
    var findings: [Diagnostic] = []
    let diagnostics = forEachRecord(in: scalars) { record in
      guard let document = document(record, of: id, ordinal: documents.count + 1) else {
        return Diagnostic(.empty, "the record holds no text", line: record.line)
      }
      documents.append(document)
      findings += record.findings
      own.append(record.overrides)
      if let title = document.metadata.title { own[own.count - 1].state(.title, .text(title)) }
      return nil
    }
    if documents.isEmpty, diagnostics.isEmpty { return refuse(Ingestor.empty) }
    return IngestedSource(
      documents: documents, diagnostics: diagnostics + abridged(findings, "fields were left out"))
  }

  /// Visits the valid records whose ids are new, in order.
  ///
  /// - Parameter visit: gives what is wrong with the record; its id stays free then.
  /// - Returns: what was wrong with others, abridged.
  private func forEachRecord(in scalars: [Unicode.Scalar], _ visit: (Record) -> Diagnostic?) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var lineByID: [DocumentID: Int] = [:]
    var lineNumber = 0
    for line in LineRanges(scalars) {
      lineNumber += 1
      guard !scalars[line].allSatisfy(\.isSpace) else { continue }
      var reader = RecordReader(scalars, line: line, lineNumber: lineNumber)
      do throws(RecordReader.Invalid) {
        let record = try reader.read()
        if let first = lineByID[DocumentID(record.id)] {
          diagnostics.append(duplicate(record.id, first: first, line: lineNumber))
        } else if let diagnostic = visit(record) {
          diagnostics.append(diagnostic)
        } else {
          lineByID[DocumentID(record.id)] = lineNumber
        }
      } catch {
        diagnostics.append(error.diagnostic)
      }
    }
    return abridged(diagnostics, "records were left out")
  }

  /// The first diagnostics and how many more there are: a file that is no JSON Lines has one for each line.
  private func abridged(_ diagnostics: [Diagnostic], _ what: String) -> [Diagnostic] {
    guard diagnostics.count > Ingestor.maximumDiagnostics else { return diagnostics }
    let rest = diagnostics[Ingestor.maximumDiagnostics...]
    return diagnostics[..<Ingestor.maximumDiagnostics] + [
      Diagnostic(rest.first!.code, "\(rest.count) more \(what)", line: rest.first?.line)
    ]
  }

  private func document(_ record: Record, of id: SourceID, ordinal: Int) -> Document? {
    let (title, text) = repaired(record)
    guard !text.text.isEmpty else { return nil }
    var metadata = DocumentMaker(text, source: id).whole()
    metadata.lines = [record.line...record.line]
    if let title, !title.text.isEmpty { metadata.title = title.text }
    record.overrides.apply(to: &metadata)
    return Document(
      id: DocumentID(record.id), source: id, ordinal: ordinal, metadata: metadata, text: text.text, spans: text.spans,
      edits: text.edits)
  }

  /// Among how many paragraphs at its beginning a text may print its title: numbers and marks stand before it. A guess.
  private static let headParagraphs = 5

  /// A record's title, and its text with the title in front unless a paragraph of its head begins with that.
  private func repaired(_ record: Record) -> (title: RepairedText?, text: RepairedText) {
    let title = record.title.map(repairer.repair(title:))
    let text = repairer.repair(record.text)
    guard let title else { return (nil, text) }
    let head = text.text.utf8.split(separator: UInt8(ascii: "\n"), maxSplits: Ingestor.headParagraphs)
    let isPrinted = head.prefix(Ingestor.headParagraphs).contains { $0.starts(with: title.text.utf8) }
    return (title, isPrinted ? text : title.followed(by: text))
  }
}

extension Ingestor {
  private static let empty = Diagnostic(.empty, "the source holds no text", hint: "remove it, or see how it was made")

  private func refuse(_ diagnostic: Diagnostic) -> IngestedSource {
    IngestedSource(documents: [], diagnostics: [diagnostic])
  }

  private func duplicate(_ id: String, first: Int, line: Int) -> Diagnostic {
    Diagnostic(
      .duplicateID, "the id \(id) was given to the record on line \(first) already", line: line,
      hint: "give every record an id of its own")
  }
}
