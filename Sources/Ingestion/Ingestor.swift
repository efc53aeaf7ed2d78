// The door of the module: the bytes of a source in, its documents and a report out.

public import Archive

/// Turns sources into documents.
///
/// Total: whatever the bytes are, the answer is documents, diagnostics or both.
public struct Ingestor: Sendable {
  /// Changes whenever the same bytes would give other texts, documents or metadata, so that an index knows which
  /// sources to read again.
  public static let version = 10
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
  ///   - jobCount: how many threads may work on its records at a time.
  public func ingest(
    _ bytes: [UInt8], of id: SourceID, format: SourceFormat, sidecar: SidecarContent? = nil, jobCount: Int = 1
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
      case .records(let scalars): ingest(records: scalars, of: id, jobCount, &own)
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
      let records = RecordList(scalars, jobCount: 1) { repaired($0).text }
      texts = records.made
      diagnostics += abridged(records.diagnostics, "records were left out")
    }
    if texts.allSatisfy(\.text.isEmpty), diagnostics.isEmpty { diagnostics = [Ingestor.empty] }
    return RepairedSource(texts: texts, encoding: source.encoding, diagnostics: diagnostics)
  }

  /// The lines of a source that spans and edits speak of, without their ends.
  ///
  /// - Returns: nil when the source cannot be read.
  public func lines(of bytes: [UInt8], format: SourceFormat) -> [String]? {
    guard let scalars = try? reader.sourceScalars(bytes, format) else { return nil }
    return LineRanges(scalars, areRecords: format == .jsonLines).map { String(scalars: scalars[$0]) }
  }

  private func ingest(text: SourceText, of id: SourceID) -> IngestedSource {
    let repaired = repairer.repair(text)
    guard !repaired.text.isEmpty else { return refuse(Ingestor.empty) }
    let maker = DocumentMaker(repaired, source: id, pageTitle: text.pageTitle)
    return IngestedSource(documents: maker.documents(), diagnostics: [], publication: maker.publication)
  }

  /// - Parameter own: gets what each record states, in the order of the documents.
  private func ingest(
    records scalars: [Unicode.Scalar], of id: SourceID, _ jobCount: Int, _ own: inout [MetadataOverrides]
  ) -> IngestedSource {
    let records = RecordList(scalars, jobCount: jobCount) { DescribedRecord($0, of: id, repaired($0)) }
    let diagnostics = abridged(records.diagnostics, "records were left out")
    if records.made.isEmpty, diagnostics.isEmpty { return refuse(Ingestor.empty) }
    own = records.made.map(\.stated)
    return IngestedSource(
      documents: records.made.enumerated().map { $1.document(of: id, ordinal: $0 + 1) },
      diagnostics: diagnostics + abridged(records.made.flatMap(\.findings), "fields were left out"))
  }

  /// The first diagnostics and how many more there are: a file that is no JSON Lines has one for each line.
  private func abridged(_ diagnostics: [Diagnostic], _ what: String) -> [Diagnostic] {
    guard diagnostics.count > Ingestor.maximumDiagnostics else { return diagnostics }
    let rest = diagnostics[Ingestor.maximumDiagnostics...]
    return diagnostics[..<Ingestor.maximumDiagnostics] + [
      Diagnostic(rest.first!.code, "\(rest.count) more \(what)", line: rest.first?.line)
    ]
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
}
