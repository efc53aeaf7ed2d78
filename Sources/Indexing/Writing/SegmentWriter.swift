// Reads, repairs and analyses a batch of sources and writes it into segments: small databases, flushed once.

internal import Archive
internal import Ingestion
internal import Xapian

/// Turns batches into segments; one per worker.
final class SegmentWriter {
  private let store: BatchStore
  private let writerCount: Int
  private let jobsPerSource: Int
  private let maximumSourceBytes: Int
  private let ingestor: Ingestor
  private let reading: String
  private let encoder: DocumentEncoder
  private let meter: ProgressMeter

  /// - Parameter jobsPerSource: how many threads may work on one source at a time.
  init(
    store: BatchStore, options: IndexingOptions, meter: ProgressMeter, jobsPerSource: Int
  ) throws(IndexingError) {
    self.store = store
    self.jobsPerSource = jobsPerSource
    writerCount = options.jobCount
    maximumSourceBytes = options.maximumSourceBytes
    ingestor = Ingestor(reading: options.reading)
    reading = options.reading.fingerprint
    self.meter = meter
    encoder = try DocumentEncoder()
  }

  func write(_ batch: Batch) throws(IndexingError) -> BatchResult {
    let directory = store.directory(of: batch)
    try store.begin(batch)
    var result = BatchResult()
    var documents = DocumentSegments(directory: directory, name: "documents", writerCount: writerCount)
    var records = RecordSegment(path: directory + "/sources")
    for entry in batch.entries {
      let (file, known) = (entry.file, entry.known)
      let before = result
      if let content = read(file, &result) {
        try write(content, of: entry, into: &documents, &records, &result)
      }
      let isRefused = (result.changed.count, result.sameCount) == (before.changed.count, before.sameCount)
      if known != nil, isRefused { sayWhatStays(&result.problems[before.problems.count...]) }
      meter.add(file, result, since: before)
    }
    try documents.close()
    result.sourceSegment = try records.close()
    result.documentSegments = documents.paths
    try store.finish(batch, result)
    return result
  }

  /// A source that cannot be read any more keeps answering with its last readable version: nothing is lost, and the
  /// user is told.
  private func sayWhatStays(_ problems: inout ArraySlice<SourceProblem>) {
    for index in problems.indices where SegmentWriter.refusals.contains(problems[index].diagnostic.code) {
      problems[index] = SegmentWriter.adding("the index keeps its last readable version", to: problems[index])
    }
  }

  private static func adding(_ outcome: String, to problem: SourceProblem) -> SourceProblem {
    let finding = problem.diagnostic
    return SourceProblem(
      path: problem.path, id: problem.id,
      diagnostic: Diagnostic(
        finding.code, "\(finding.message); \(outcome)", line: finding.line, byteOffset: finding.byteOffset,
        hint: finding.hint))
  }

  /// What becomes of a source whose sidecar cannot be used.
  private static func outcome(isKept: Bool) -> String {
    isKept ? "the index keeps what it has of the source" : "the source is indexed without it"
  }

  private static let refusals: Set<Diagnostic.Code> = [
    .undecodable, .ambiguousEncoding, .binary, .tooLarge, .empty, .unreadable, .unsupportedFormat, .damagedFile,
    .encrypted, .noTextLayer, .missingTool, .timedOut,
  ]

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

  /// - Parameter isKept: whether the index has the source as it is, with what its sidecar last said.
  /// - Returns: nil where there is none, or a problem was reported.
  private func readSidecar(of file: SourceFile, isKept: Bool, _ result: inout BatchResult) -> SourceContent? {
    guard let sidecar = file.sidecar else { return nil }
    do throws(SourceProblem) {
      return try SourceReader.readSidecar(sidecar, of: file)
    } catch {
      result.problems.append(SegmentWriter.adding(SegmentWriter.outcome(isKept: isKept), to: error))
      return nil
    }
  }

  private func write(
    _ content: SourceContent, of entry: Candidate, into documents: inout DocumentSegments,
    _ records: inout RecordSegment, _ result: inout BatchResult
  ) throws(IndexingError) {
    let (file, known) = (entry.file, entry.known)
    // The source as the index has it: only its sidecar can be another.
    let same = known.flatMap { entry.cause != .rebuild && isSame($0, content) ? $0 : nil }
    let sidecar = readSidecar(of: file, isKept: same != nil, &result)
    let isUnreadable = file.sidecar != nil && sidecar == nil
    if let same, isUnreadable || same.sidecar?.sha256 == sidecar?.signature.sha256 {
      let signature = isUnreadable ? same.sidecar : sidecar?.signature
      return try keep(same, file, content, signature, same.diagnostics, &records, &result)
    }
    let (ingested, problems) = ingest(content, of: file, sidecar, isKept: same != nil)
    let broken = problems.filter { $0.diagnostic.code == .invalidSidecar }
    if let same, !broken.isEmpty {
      result.problems += broken
      let earlier = same.diagnostics.filter { $0.code != .invalidSidecar }
      return try keep(
        same, file, content, sidecar?.signature, earlier + broken.map(\.diagnostic), &records, &result)
    }
    result.problems += problems
    guard !ingested.isRefused else { return }
    if jobsPerSource > 1 {
      let (count, meter) = (ingested.documents.count, meter)
      try documents.add(ingested.documents, jobCount: jobsPerSource) { meter.add($0, of: count, in: file) }
    } else {
      try documents.add(ingested.documents[...], by: encoder)
    }
    result.repairCount += ingested.documents.reduce(0) { $0 + $1.edits.count }
    result.documentCount += ingested.documents.count
    if known == nil { result.added.append(file.id) } else { result.changed.append(file.id) }
    let record = Source(
      id: file.id, root: file.root, signature: content.signature, diagnostics: problems.map(\.diagnostic),
      encoding: ingested.encoding, reading: reading, sidecar: sidecar?.signature)
    try SourceRecords.add(record, to: records.open())
    try SourceRecords.add(original: content.bytes, of: file.id, to: records.open())
  }

  /// - Returns: the documents, and what is wrong with source and sidecar.
  private func ingest(
    _ content: SourceContent, of file: SourceFile, _ sidecar: SourceContent?, isKept: Bool
  ) -> (source: IngestedSource, problems: [SourceProblem]) {
    let ingested = ingestor.ingest(
      // Discovery finds only files whose format it knows.
      content.bytes, of: file.id, format: SourceFormat(path: file.path) ?? .text,
      sidecar: sidecar.map { SidecarContent(name: file.sidecar?.name ?? "", bytes: $0.bytes) },
      jobCount: jobsPerSource)
    let problems = ingested.diagnostics.map { diagnostic in
      let problem = SourceProblem(path: file.path, id: file.id, diagnostic: diagnostic)
      guard diagnostic.code == .invalidSidecar else { return problem }
      return SegmentWriter.adding(SegmentWriter.outcome(isKept: isKept), to: problem)
    }
    return (ingested, problems)
  }

  private func isSame(_ known: Source, _ content: SourceContent) -> Bool {
    known.signature.sha256 == content.signature.sha256 && known.reading == reading && !known.lacksDocuments
  }

  /// Leaves a source's documents as they are; its record is written only where it becomes another, so that nothing is
  /// sealed again and again for a sidecar that stays unreadable.
  private func keep(
    _ known: Source, _ file: SourceFile, _ content: SourceContent, _ sidecar: SourceSignature?,
    _ diagnostics: [Diagnostic], _ records: inout RecordSegment, _ result: inout BatchResult
  ) throws(IndexingError) {
    result.sameCount += 1
    let record = Source(
      id: file.id, root: file.root, signature: content.signature, diagnostics: diagnostics, encoding: known.encoding,
      reading: reading, sidecar: sidecar)
    guard record != known else { return }
    result.touched.append(file.id)
    try SourceRecords.add(record, to: records.open())
  }
}
