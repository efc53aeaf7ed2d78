// Reads, repairs and analyses a batch of sources and writes it into segments: small databases, flushed once.

internal import Archive
internal import Ingestion
internal import Xapian

/// Turns batches into segments; one per worker.
final class SegmentWriter {
  private let directory: String
  private let maximumSourceBytes: Int
  private let ingestor = Ingestor()
  private let encoder: DocumentEncoder
  private let meter: ProgressMeter

  init(directory: String, maximumSourceBytes: Int, meter: ProgressMeter) throws(IndexingError) {
    self.directory = directory
    self.maximumSourceBytes = maximumSourceBytes
    self.meter = meter
    encoder = try DocumentEncoder()
  }

  func write(_ batch: Batch) throws(IndexingError) -> BatchResult {
    var result = BatchResult()
    var documents = DocumentSegments(directory: directory, batch: batch.number)
    var sources: WritableDatabase?
    for (file, known) in batch.entries {
      let before = (documents: result.documentCount, problems: result.problems.count)
      if let content = read(file, &result) {
        if sources == nil { sources = try openSources(batch, &result) }
        try write(content, of: file, known, into: &documents, sources!, &result)
      }
      meter.add(
        bytes: file.byteCount, documents: result.documentCount - before.documents,
        problems: result.problems.count - before.problems)
    }
    try documents.close()
    if let sources { try withIndex(sources.paths[0]) { () throws(XapianError) in try sources.close() } }
    result.documentSegments = documents.paths
    return result
  }

  private func read(_ file: SourceFile, _ result: inout BatchResult) -> SourceContent? {
    do throws(SourceProblem) {
      let content = try SourceReader.read(file, maximumBytes: maximumSourceBytes)
      result.readCount += 1
      result.readByteCount += content.bytes.count
      return content
    } catch {
      result.problems.append(error)
      return nil
    }
  }

  private func openSources(_ batch: Batch, _ result: inout BatchResult) throws(IndexingError) -> WritableDatabase {
    let path = "\(directory)/\(batch.number)-sources"
    result.sourceSegment = path
    return try withIndex(path) { () throws(XapianError) in
      try WritableDatabase(path: path, mode: .create, unsynced: true)
    }
  }

  private func write(
    _ content: SourceContent, of file: SourceFile, _ known: Source?, into documents: inout DocumentSegments,
    _ sources: WritableDatabase, _ result: inout BatchResult
  ) throws(IndexingError) {
    if let known, known.signature.sha256 == content.signature.sha256 {
      result.touched.append(file.id)
      let record = Source(
        id: file.id, root: file.root, signature: content.signature, diagnostics: known.diagnostics)
      return try SourceRecords.add(record, to: sources)
    }
    // Discovery finds only files whose format it knows.
    let ingested = ingestor.ingest(content.bytes, of: file.id, format: SourceFormat(path: file.path) ?? .text)
    for diagnostic in ingested.diagnostics {
      result.problems.append(SourceProblem(path: file.path, id: file.id, diagnostic: diagnostic))
    }
    guard !ingested.isRefused else { return }
    for document in ingested.documents { try documents.add(document, encoder) }
    result.documentCount += ingested.documents.count
    if known == nil { result.added.append(file.id) } else { result.changed.append(file.id) }
    let record = Source(
      id: file.id, root: file.root, signature: content.signature, diagnostics: ingested.diagnostics)
    try SourceRecords.add(record, to: sources)
    try SourceRecords.add(original: content.bytes, of: file.id, to: sources)
  }
}

/// The segments of documents of one batch: a new one is begun when the last is full.
private struct DocumentSegments {
  let directory: String
  let batch: Int
  private(set) var paths: [String] = []
  private var database: WritableDatabase?
  private var byteCount = 0
  private var documentCount = 0

  init(directory: String, batch: Int) {
    self.directory = directory
    self.batch = batch
  }

  mutating func add(_ document: Document, _ encoder: DocumentEncoder) throws(IndexingError) {
    if byteCount >= SegmentSize.maximumBytes || documentCount >= SegmentSize.maximumDocuments { try close() }
    if database == nil {
      let path = "\(directory)/\(batch)-documents-\(paths.count)"
      database = try withIndex(path) { () throws(XapianError) in
        try WritableDatabase(path: path, mode: .create, unsynced: true)
      }
      paths.append(path)
    }
    try encoder.add(document, to: database!)
    byteCount += document.text.utf8.count
    documentCount += 1
  }

  mutating func close() throws(IndexingError) {
    guard let open = database else { return }
    try withIndex(open.paths[0]) { () throws(XapianError) in try open.close() }
    database = nil
    byteCount = 0
    documentCount = 0
  }
}
