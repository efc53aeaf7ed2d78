// Indexing, against ICU's word breaking alone and a bare loop that writes the same terms.

internal import BareLoops
internal import Foundation
internal import ICU
internal import Indexing
internal import Ingestion
internal import Xapian

/// Builds indexes of one text and compares what that costs.
struct IndexingMeasurement {
  let text: String
  let directory: String
  /// One worker unless said otherwise: the bare loops have no more.
  var jobCount = 1

  /// Indexes the text afresh.
  ///
  /// - Returns: the index directory.
  func build() throws -> String {
    let index = directory + "/index"
    try removeIfPresent(index)
    var options = IndexingOptions()
    options.jobCount = jobCount
    // The text to measure on may be one large file.
    options.maximumSourceBytes = .max
    let report = try Indexer(directory: index, options: options).run(roots: [text])
    guard report.documentCount > 0 else { throw BenchmarkError(description: "\(text) holds nothing to index") }
    return index
  }

  /// Measures the text as it is, and JSON Lines also as a file for each record.
  func runAll(rounds: Int) throws {
    try run(rounds: rounds)
    guard SourceFormat(path: text) == .jsonLines else { return }
    let sources = directory + "/sources"
    let files = try CorpusFiles(text)
    _ = try files.write(quarters: 4, to: sources)
    print("the same as \(files.count) files")
    try IndexingMeasurement(text: sources, directory: directory).run(rounds: rounds)
    try removeIfPresent(sources)
  }

  func run(rounds: Int) throws {
    var costs: [Round] = []
    var content = IndexContent()
    var stages: IndexingStages?
    for round in 1...rounds {
      let (index, suoyin) = try measuring(build)
      let reader = try IndexReader(directory: index)
      content = try IndexContent(reader)
      let paths = reader.database.paths
      let segments = try writeBare(paths, content.documentsPerSegment, BARE_SEGMENTS)
      costs.append(
        Round(
          suoyin: suoyin, bare: try writeBare(paths, content.documentsPerSegment, BARE_GROWING), segments: segments,
          oneFlush: try writeBare(paths, .max, BARE_GROWING),
          words: try measuring { try breakWords(content.texts) }.cost
        ))
      if round == rounds {
        stages = try IndexingStages(text, texts: content.texts, bare: segments, directory: directory)
      }
    }
    IndexingReport(content: content, costs: costs).print(stages: stages?.rows ?? [])
  }

  private func writeBare(
    _ databases: [String], _ documentsPerBatch: Int, _ form: bare_index_form
  ) throws -> bare_index_result {
    let destination = directory + "/bare"
    try removeIfPresent(destination)
    defer { try? removeIfPresent(destination) }
    return try BareLoop.index(
      databases, to: destination, documentsPerBatch: min(documentsPerBatch, Int(Int32.max)), form: form)
  }

  private func breakWords(_ texts: [String]) throws {
    let breaker = try WordBreaker()
    for var text in texts {
      try text.withUTF8 { bytes in try breaker.forEachWord(inUTF8: bytes) { _, _ in } }
    }
  }
}

/// What an index holds, read back.
struct IndexContent {
  private(set) var texts: [String] = []
  private(set) var byteCount = 0
  /// What the index takes on the disk.
  private(set) var indexByteCount = 0

  init() {}

  init(_ reader: IndexReader) throws {
    indexByteCount = reader.byteCount
    // The empty term stands for all documents.
    for document in try reader.database.documents(having: "") {
      let text = try reader.stored(document).text
      texts.append(text)
      byteCount += text.utf8.count
    }
  }

  /// How many documents a segment of Indexing holds on average: the bare loop must commit as often, because larger
  /// batches cost more CPU.
  var documentsPerSegment: Int {
    let byBytes = texts.count * SegmentSize.maximumBytes / max(byteCount, 1)
    return min(max(byBytes, 1), SegmentSize.maximumDocuments)
  }
}

/// Removes a file or directory with all that is in it.
func removeIfPresent(_ path: String) throws {
  if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
}
