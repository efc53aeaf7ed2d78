// What each stage of indexing costs, run alone on the same sources.

internal import Analysis
internal import Archive
internal import BareLoops
internal import Foundation
internal import ICU
internal import Ingestion
internal import Xapian

/// CPU seconds of the stages; what no stage accounts for is what the whole takes beyond their sum.
struct IndexingStages {
  private(set) var rows: [(name: String, seconds: Double)] = []

  /// - Parameters:
  ///   - path: what was indexed.
  ///   - texts: the repaired texts of its documents.
  ///   - bare: what the loop measured that writes segments and compacts them.
  init(_ path: String, texts: [String], bare: bare_index_result, directory: String) throws {
    let sources = try IndexingStages.read(path)
    add("read and repair", IndexingStages.cpuSeconds { for source in sources { repair(source) } })
    // Reading and repair again, and what follows them.
    add("split and describe", IndexingStages.cpuSeconds { for source in sources { ingest(source) } } - rows[0].seconds)
    try addAnalysis(texts)
    add("build Xapian documents", bare.build_seconds)
    add("add documents", bare.add_seconds)
    add("flush segments", bare.flush_seconds)
    add("compact segments", bare.compact_seconds)
    add("compress and store sources", try IndexingStages.storing(sources, directory))
  }

  private typealias SourceBytes = (bytes: [UInt8], format: SourceFormat)

  private mutating func add(_ name: String, _ seconds: Double) { rows.append((name, seconds)) }

  private mutating func addAnalysis(_ texts: [String]) throws {
    let analyzer = try Analyzer()
    var folded: [FoldedText] = []
    add("fold", IndexingStages.cpuSeconds { folded = texts.map(analyzer.fold) })
    let words = try IndexingStages.cpuSeconds {
      for text in folded { try analyzer.forEachWord(of: text) { _, _, _ in } }
    }
    add("break words", words)
    let terms = try IndexingStages.cpuSeconds {
      for text in folded { try analyzer.forEachTerm(of: text, in: .text) { _, _, _ in } }
    }
    add("collect and sort terms", terms - words)
  }

  private func repair(_ source: SourceBytes) { _ = Ingestor().repair(source.bytes, format: source.format) }

  private func ingest(_ source: SourceBytes) {
    let id = SourceID(collection: SourceID.defaultCollection, path: "text")
    _ = Ingestor().ingest(source.bytes, of: id, format: source.format)
  }

  /// The sources of what is indexed, as they are.
  private static func read(_ path: String) throws -> [SourceBytes] {
    try CorpusFiles.paths(path).compactMap { path in
      guard let format = SourceFormat(path: path) else { return nil }
      return (Array(try Data(contentsOf: URL(fileURLWithPath: path))), format)
    }
  }

  private static func storing(_ sources: [SourceBytes], _ directory: String) throws -> Double {
    let path = directory + "/originals"
    try removeIfPresent(path)
    defer { try? removeIfPresent(path) }
    return try cpuSeconds {
      let database = try WritableDatabase(path: path, mode: .create, unsynced: true)
      var buffer = DocumentBuffer()
      for source in sources {
        buffer.reset()
        buffer.setData(source.bytes)
        try database.add(buffer)
      }
      try database.close()
    }
  }

  private static func cpuSeconds(_ work: () throws -> Void) rethrows -> Double { try measuring(work).cost.cpuSeconds }
}
