// Makes the next generation from the current one and a run's segments, and seals it.

internal import Archive
internal import Foundation
internal import Ingestion
internal import Xapian

/// Builds one generation in `building/` and flips `current` to it.
///
/// Nothing sealed is ever written: a changed collection is compacted from a copy, or from the sealed files
/// themselves where nothing has to be deleted from them; all other collections are linked.
struct GenerationBuilder {
  /// How long a generation that no longer answers is kept for readers that still have it open.
  static let retentionSeconds: TimeInterval = 600

  /// The generation to start from.
  private let base: Base
  private var layout: IndexLayout { base.layout }

  /// Where a collection's segments are until they are sealed.
  func store(of collection: String) -> BatchStore {
    BatchStore(directory: "\(segments)/\(collection)")
  }

  /// Named by the boot of the machine: segments are not synced, so that after it went down they are not to be trusted.
  private var segments: String { "\(layout.building)/segments-\(BatchStore.boot)" }
  /// A directory for whatever else is needed until then.
  var scratch: String { layout.building }
  private var target: GenerationLayout { GenerationLayout(directory: layout.building + "/generation") }

  /// A builder of the generation that follows; only for who holds the lock.
  init(base: Base) { self.base = base }

  /// Runs an operation as the only writer of an index, which is made when it is not there.
  ///
  /// - Throws: `locked`, `unwritable`, and what the body throws. Where the disk is full, what was written goes.
  static func withLock<Value>(
    _ layout: IndexLayout, _ body: () throws(IndexingError) -> Value
  ) throws(IndexingError) -> Value {
    try Files.makeDirectory(layout.directory)
    let lock = try LockFile.forWriting(layout)
    defer { withExtendedLifetime(lock) {} }
    try? Files.finishRemoving(in: layout.generations)
    do throws(IndexingError) {
      let value = try body()
      // What has been sealed is sealed: an old generation that cannot go now goes later.
      try? removeExpired(layout)
      return value
    } catch {
      if error.code == .unwritable {
        try? Files.remove(layout.building)
        try? removeOrphans(layout)
      }
      throw error
    }
  }

  /// Clears what an interrupted run left and nobody can use: a half-made generation, and one that was sealed and never
  /// became current. Segments stay for the runs on their collections.
  func prepare() throws(IndexingError) {
    var status = stat()
    // Whatever else stands there is not to be followed.
    if lstat(layout.building, &status) == 0, status.st_mode & S_IFMT != S_IFDIR { unlink(layout.building) }
    try GenerationBuilder.removeOrphans(layout)
    for name in (try? FileManager.default.contentsOfDirectory(atPath: layout.building)) ?? [] {
      let path = layout.building + "/" + name
      if path != segments { try Files.remove(path) }
    }
    try Files.makeDirectory(layout.building)
  }

  /// Leaves the index as it is, without the segments of a collection.
  func discard(_ collection: String) throws(IndexingError) {
    try store(of: collection).removeAll()
    clear()
  }

  /// Removes `building/`, unless runs on other collections were interrupted.
  private func clear() {
    rmdir(segments)
    if access(segments, F_OK) != 0 { try? Files.remove(layout.building) }
  }

  /// Removes generations that were sealed and never became current.
  private static func removeOrphans(_ layout: IndexLayout) throws(IndexingError) {
    let current = try layout.readCurrent().flatMap { Int($0) } ?? 0
    for name in layout.generationNames() where Int(name)! > current {
      try Files.remove(layout.generation(name).directory)
    }
  }

  /// Compacts, counts, seals and flips.
  ///
  /// - Parameter changes: at most one for each collection.
  /// - Returns: the manifest of the new generation.
  func seal(_ changes: [CollectionChange]) throws(IndexingError) -> Manifest {
    var counts: [Manifest.Collection] = []
    for other in base.manifest?.collections ?? [] where !changes.contains(where: { $0.collection == other.name }) {
      try Files.linkTree(base.generation!.shard(other.name), to: target.shard(other.name))
      counts.append(other)
    }
    var emptied: [Manifest.Collection] = []
    for change in changes {
      try build(change)
      let count = try self.count(change.collection)
      if count.sources == 0, base.has(change.collection) { emptied.append(count) } else { counts.append(count) }
    }
    // An index has one collection at least, so that it can be opened and says what it is.
    if counts.isEmpty, !emptied.isEmpty { counts.append(emptied.removeFirst()) }
    for collection in emptied { try Files.remove(target.shard(collection.name)) }
    let manifest = Manifest(generation: try nextName(), collections: counts)
    try Files.writeAtomically(manifest.encoded(), to: target.manifest)
    try publish(manifest.generation)
    for change in changes { try? store(of: change.collection).removeAll() }
    clear()
    return manifest
  }

  private func build(_ change: CollectionChange) throws(IndexingError) {
    try Files.makeDirectory(target.shard(change.collection))
    let old = base.has(change.collection) ? base.generation : nil
    try merge(
      change.documentSegments, onto: change.replacesDocuments ? nil : old?.documents(change.collection),
      into: target.documents(change.collection), deleting: change.removed.map(Schema.term(documentsOf:)))
    try merge(
      change.sourceSegments, onto: old?.sources(change.collection), into: target.sources(change.collection),
      deleting: (change.removed + change.touched).map(Schema.term(recordOf:))
        + change.removed.map(Schema.term(originalOf:)))
  }

  /// One database from what the base had, less the documents with these terms, and the new segments.
  private func merge(
    _ segments: [String], onto old: String?, into destination: String, deleting terms: [String]
  ) throws(IndexingError) {
    var inputs = segments
    if let old {
      if segments.isEmpty, terms.isEmpty { return try Files.linkTree(old, to: destination) }
      inputs.insert(try terms.isEmpty ? old : copy(old, deleting: terms), at: 0)
    }
    try Compaction(scratch: layout.building).merge(inputs, into: destination)
  }

  private func copy(_ old: String, deleting terms: [String]) throws(IndexingError) -> String {
    let copy = layout.building + "/base-" + (old as NSString).lastPathComponent
    try Files.remove(copy)
    try Files.copyTree(old, to: copy)
    // No more than what compacting it will take.
    try Files.requireRoom(Files.byteCount(below: copy), at: copy)
    try withIndex(copy) { () throws(XapianError) in
      let database = try WritableDatabase(path: copy, mode: .open, unsynced: true)
      for term in terms { try database.delete(term: term) }
      try database.closeGaps()
      try database.close()
    }
    return copy
  }

  private func count(_ collection: String) throws(IndexingError) -> Manifest.Collection {
    try withIndex(target.shard(collection)) { () throws(XapianError) in
      var sourceCount = 0
      try Database(path: target.sources(collection)).forEachTerm(prefix: Schema.recordPrefix) { _, _ in
        sourceCount += 1
        return true
      }
      let documents = try Database(path: target.documents(collection)).documentCount
      return Manifest.Collection(name: collection, sources: sourceCount, documents: documents)
    }
  }

  private func nextName() throws(IndexingError) -> String {
    ((try layout.readCurrent().flatMap { Int($0) } ?? 0) + 1).padded(to: 6)
  }

  private func publish(_ name: String) throws(IndexingError) {
    try Files.syncTree(target.directory)
    try Files.makeDirectory(layout.generations)
    try Files.rename(target.directory, to: layout.generation(name).directory)
    // From here on it is no copy of another index.
    try Files.remove(layout.backupMark)
    try Files.writeAtomically(Array("\(name)\n".utf8), to: layout.current)
  }

  /// Removes generations whose successor was sealed long enough ago that nobody reads them any more.
  private static func removeExpired(_ layout: IndexLayout) throws(IndexingError) {
    let (names, current) = (layout.generationNames(), try layout.readCurrent())
    for (name, successor) in zip(names, names.dropFirst()) where name != current {
      let manifest = layout.generation(successor).manifest
      let sealed = (try? FileManager.default.attributesOfItem(atPath: manifest))?[.modificationDate] as? Date
      guard let sealed, -sealed.timeIntervalSinceNow > retentionSeconds else { continue }
      try Files.removeAtOnce(layout.generation(name).directory)
    }
  }
}
