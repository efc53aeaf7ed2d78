// Indexing, against ICU's word breaking alone and a bare loop that writes the same terms.

internal import BareLoops
internal import Foundation
internal import ICU
internal import Indexing
internal import Xapian

/// Builds indexes of one text and compares what that costs.
struct IndexingMeasurement {
  let text: String
  let directory: String

  /// Indexes the text afresh.
  ///
  /// - Returns: the index directory.
  func build() throws -> String {
    let index = directory + "/index"
    try removeIfPresent(index)
    var options = IndexingOptions()
    // The text to measure on may be one large file.
    options.maximumSourceBytes = .max
    let report = try Indexer(directory: index, options: options).run(roots: [text])
    guard report.documentCount > 0 else { throw BenchmarkError(description: "\(text) holds nothing to index") }
    return index
  }

  func run(rounds: Int) throws {
    var costs: [Round] = []
    var content = IndexContent()
    for _ in 0..<rounds {
      let (index, suoyin) = try measuring(build)
      let reader = try IndexReader(directory: index)
      content = try IndexContent(reader)
      let bare = try writeBare(reader.database.paths, documentsPerBatch: content.documentsPerSegment)
      let oneFlush = try writeBare(reader.database.paths, documentsPerBatch: .max)
      let words = try measuring { try breakWords(content.texts) }.cost
      costs.append(Round(bare: bare, oneFlush: oneFlush, words: words, suoyin: suoyin))
    }
    print(content, costs)
  }

  /// One round's measurements.
  private struct Round {
    let bare: bare_index_result
    let oneFlush: bare_index_result
    let words: Cost
    let suoyin: Cost
  }

  private func writeBare(_ databases: [String], documentsPerBatch: Int) throws -> bare_index_result {
    let destination = directory + "/bare"
    try removeIfPresent(destination)
    return try BareLoop.index(
      databases, to: destination, documentsPerBatch: min(documentsPerBatch, Int(Int32.max)))
  }

  private func breakWords(_ texts: [String]) throws {
    let breaker = try WordBreaker()
    for var text in texts {
      try text.withUTF8 { bytes in try breaker.forEachWord(inUTF8: bytes) { _, _ in } }
    }
  }

  private func print(_ content: IndexContent, _ costs: [Round]) {
    let megabytes = Double(content.byteCount) / 1e6
    let bare = costs.map(\.bare.cpu_seconds).min() ?? 0
    let oneFlush = costs.map(\.oneFlush.cpu_seconds).min() ?? 0
    let words = costs.map(\.words.cpuSeconds).min() ?? 0
    let suoyin = costs.map(\.suoyin.cpuSeconds).min() ?? 0
    let wall = costs.map(\.suoyin.wallSeconds).min() ?? 0
    let written = costs.last?.bare ?? bare_index_result()
    Swift.print(
      """
      indexing \(megabytes.rounded(places: 1)) MB of repaired text, \(content.texts.count) documents, \
      \(written.terms) terms, \(written.positions) positions; best of \(costs.count)
      """)
    var table = Table("", "CPU s", "MB/CPU s", "of bare loop", "of word breaking")
    for (name, seconds) in [
      ("suoyin index", suoyin), ("bare loop, same terms", bare), ("bare loop, one flush", oneFlush),
      ("ICU word breaking", words),
    ] {
      table.add(
        name, seconds.rounded(places: 2), (megabytes / seconds).rounded(places: 2),
        (bare / seconds).rounded(places: 2), (words / seconds).rounded(places: 2))
    }
    table.print()
    Swift.print("  suoyin index took \(wall.rounded(places: 2)) s of wall time\n")
  }
}

/// What an index holds, read back.
struct IndexContent {
  private(set) var texts: [String] = []
  private(set) var byteCount = 0

  init() {}

  init(_ reader: IndexReader) throws {
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
