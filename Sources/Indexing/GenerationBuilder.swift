// Makes the next generation from the current one and a run's segments, and seals it.

internal import Archive
internal import Foundation
internal import Ingestion
internal import Xapian

/// Builds one generation in `building/` and flips `current` to it.
///
/// Nothing sealed is ever written: the changed collection is compacted from a copy, or from the sealed files
/// themselves where nothing has to be deleted from them; all other collections are linked.
struct GenerationBuilder {
  let layout: IndexLayout
  /// The generation to start from.
  let base: Manifest?
  let collection: String

  var segments: String { layout.building + "/segments" }
  private var target: GenerationLayout { GenerationLayout(directory: layout.building + "/generation") }
  private var baseLayout: GenerationLayout? { base.map { layout.generation($0.generation) } }
  private var hasShard: Bool { base?.collections.contains { $0.name == collection } ?? false }

  /// Clears what an interrupted run left: a building, or a generation that was sealed and never became current.
  func prepare() throws(IndexingError) {
    try Files.remove(layout.building)
    let current = base.flatMap { Int($0.generation) } ?? 0
    for name in layout.generationNames() where Int(name)! > current {
      try Files.remove(layout.generation(name).directory)
    }
    try Files.makeDirectory(segments)
  }

  /// Compacts, counts, seals and flips.
  ///
  /// - Returns: the manifest of the new generation.
  func seal(_ results: [BatchResult]) throws(IndexingError) -> Manifest {
    try linkUntouched()
    try Files.makeDirectory(target.shard(collection))
    let changed = results.flatMap(\.changed)
    let stale = changed + results.flatMap(\.touched)
    try merge(
      results.flatMap(\.documentSegments), onto: baseLayout?.documents(collection), into: target.documents(collection),
      deleting: changed.map(Schema.term(documentsOf:)))
    try merge(
      results.compactMap(\.sourceSegment), onto: baseLayout?.sources(collection), into: target.sources(collection),
      deleting: stale.map(Schema.term(recordOf:)) + changed.map(Schema.term(originalOf:)))
    let manifest = Manifest(generation: nextName(), collections: try countCollections())
    try Files.writeAtomically(manifest.encoded(), to: target.manifest)
    try publish(manifest.generation)
    return manifest
  }

  private func linkUntouched() throws(IndexingError) {
    guard let baseLayout, let base else { return }
    for other in base.collections where other.name != collection {
      try Files.linkTree(baseLayout.shard(other.name), to: target.shard(other.name))
    }
  }

  /// One database from what the base had, less the documents with these terms, and the new segments.
  private func merge(
    _ segments: [String], onto old: String?, into destination: String, deleting terms: [String]
  ) throws(IndexingError) {
    var inputs = segments
    if hasShard, let old {
      if segments.isEmpty, terms.isEmpty { return try Files.linkTree(old, to: destination) }
      inputs.insert(try terms.isEmpty ? old : copy(old, deleting: terms), at: 0)
    }
    try Compaction(scratch: layout.building).merge(inputs, into: destination)
  }

  private func copy(_ old: String, deleting terms: [String]) throws(IndexingError) -> String {
    let copy = layout.building + "/base-" + (old as NSString).lastPathComponent
    try Files.copyTree(old, to: copy)
    try withIndex(copy) { () throws(XapianError) in
      let database = try WritableDatabase(path: copy, mode: .open, unsynced: true)
      for term in terms { try database.delete(term: term) }
      try database.close()
    }
    return copy
  }

  /// The counts of the changed collection; those of all others stand in the base.
  private func countCollections() throws(IndexingError) -> [Manifest.Collection] {
    let changed = try withIndex(target.shard(collection)) { () throws(XapianError) in
      var sourceCount = 0
      try Database(path: target.sources(collection)).forEachTerm(prefix: Schema.recordPrefix) { _, _ in
        sourceCount += 1
        return true
      }
      let documents = try Database(path: target.documents(collection)).documentCount
      return Manifest.Collection(name: collection, sources: sourceCount, documents: documents)
    }
    return (base?.collections ?? []).filter { $0.name != collection } + [changed]
  }

  private func nextName() -> String {
    let latest = base.flatMap { Int($0.generation) } ?? 0
    return String(repeating: "0", count: max(0, 6 - String(latest + 1).count)) + String(latest + 1)
  }

  private func publish(_ name: String) throws(IndexingError) {
    try Files.syncTree(target.directory)
    try Files.makeDirectory(layout.generations)
    try Files.rename(target.directory, to: layout.generation(name).directory)
    try Files.writeAtomically(Array("\(name)\n".utf8), to: layout.current)
    try Files.remove(layout.building)
  }
}
