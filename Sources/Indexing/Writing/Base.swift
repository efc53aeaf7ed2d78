// The generation that a run starts from.

internal import Analysis
internal import Archive
internal import Foundation

/// What is sealed when a run begins.
struct Base: Sendable {
  let layout: IndexLayout
  /// Nil where there is no index yet, or none that can be built upon.
  let manifest: Manifest?
  /// How many sources an index has that cannot be built upon and is replaced.
  private(set) var replacedSourceCount: Int?

  /// Reads what `current` names.
  ///
  /// - Throws: `incompatible` or `damaged` where nothing can be built upon it; not where `options` rebuild its only
  ///   collection, for then nothing of it is needed.
  init(_ layout: IndexLayout, rewriting options: IndexingOptions? = nil) throws(IndexingError) {
    self.layout = layout
    guard let name = try layout.readCurrent() else {
      manifest = nil
      try Base.refuseOrphans(layout)
      return
    }
    let path = layout.generation(name).manifest
    do throws(IndexingError) {
      manifest = try Manifest(at: path, ofAnyAnalyzer: true)
    } catch {
      guard let options, options.rebuilds, let counts = Manifest.sourceCounts(at: path),
        counts.keys.elementsEqual([options.collection])
      else { throw error }
      manifest = nil
      replacedSourceCount = counts.values.first
    }
  }

  /// Generations without a `current` are nobody's to remove; but the first of all is sealed before there is one.
  private static func refuseOrphans(_ layout: IndexLayout) throws(IndexingError) {
    let names = layout.generationNames()
    guard let last = names.last, Int(last) != 1 else { return }
    throw IndexingError(
      .damaged, "\(layout.directory) has generations, but no file current that names one",
      hint: "write the last whole one into it: echo \(last) > current; suoyin check tells whether it is whole")
  }

  /// Whether its terms were made by another analyser, so that all documents have to be analysed anew.
  var needsAnalysis: Bool { manifest.map { $0.analyzer != Analyzer.fingerprint } ?? false }

  /// The paths of its generation.
  var generation: GenerationLayout? { manifest.map { layout.generation($0.generation) } }

  /// The records of a collection's sources; none where it is not there.
  func sources(_ collection: String) throws(IndexingError) -> [SourceID: Source] {
    guard let generation, has(collection) else { return [:] }
    return try SourceRecords.all(in: generation.sources(collection))
  }

  /// Whether it holds a collection.
  func has(_ collection: String) -> Bool { manifest?.collections.contains { $0.name == collection } ?? false }
}
