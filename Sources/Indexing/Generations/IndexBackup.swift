// A copy of what answers, while it answers.

internal import Foundation

/// Copies the current generation of an index into a directory that is an index of its own.
///
/// Files are linked where both are on one file system, because a sealed generation is never written again, and copied
/// elsewhere. The copy is complete or not there: its `current` is written last.
public struct IndexBackup: Sendable {
  private let layout: IndexLayout

  /// - Parameter directory: the index.
  public init(directory: String) { layout = IndexLayout(directory: directory) }

  /// Copies.
  ///
  /// - Parameter destination: a directory that is not there, is empty, or holds an earlier backup, which is replaced
  ///   when the new one is complete.
  /// - Returns: the generation that the backup holds, and whether it held it before.
  /// - Throws: `missing` where there is no index; `invalidArgument` for a directory with something else in it;
  ///   `unwritable`.
  public func copy(to destination: String) throws(IndexingError) -> (generation: String, wasThere: Bool) {
    let target = IndexLayout(directory: destination)
    guard !destination.isEmpty, !isPath(target.directory, atOrBelow: layout.directory) else {
      throw IndexingError(
        .invalidArgument, "“\(destination)” is the index itself or in it", hint: "name another directory")
    }
    // Says why there is nothing to copy before anything is made.
    _ = try IndexReader(directory: layout.directory)
    try refuseStranger(target)
    try Files.makeDirectory(target.directory)
    try Files.writeAtomically(Array("\(layout.directory)\n".utf8), to: target.backupMark)
    return try GenerationBuilder.withLock(target) { () throws(IndexingError) in
      // A run may flip, and remove an expired generation, while it is being copied.
      for attempt in 1... {
        let manifest = try IndexReader(directory: layout.directory).manifest
        if holds(manifest, target) {
          return (manifest.generation, true)
        }
        do throws(IndexingError) {
          try copy(manifest.generation, to: target)
          return (manifest.generation, false)
        } catch {
          let hasFlipped = try layout.readCurrent() != manifest.generation
          guard attempt < 3, hasFlipped else { throw error }
        }
      }
      preconditionFailure("the loop ends by returning or throwing")
    }
  }

  private func refuseStranger(_ target: IndexLayout) throws(IndexingError) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: target.directory)) ?? []
    // The mark is written first: an index that is no backup, perhaps the only one of its kind, must not be replaced.
    guard !names.isEmpty, !names.contains((target.backupMark as NSString).lastPathComponent) else { return }
    throw IndexingError(
      .invalidArgument, "\(target.directory) holds something that is no backup of an index",
      hint: "name a directory that is empty or not there")
  }

  /// Whether the backup is of this very generation; a damaged one is of none.
  private func holds(_ manifest: Manifest, _ target: IndexLayout) -> Bool {
    guard let current = try? target.readCurrent(), current == manifest.generation else { return false }
    return (try? Manifest(at: target.generation(current).manifest, ofAnyAnalyzer: true)) == manifest
  }

  private func copy(_ generation: String, to target: IndexLayout) throws(IndexingError) {
    try Files.remove(target.building)
    try Files.linkTree(layout.generation(generation).directory, to: target.building)
    try Files.syncTree(target.building)
    try Files.makeDirectory(target.generations)
    // Another index's generation may have had the same name.
    let place = target.generation(generation).directory
    if access(place, F_OK) == 0 { try Files.removeAtOnce(place) }
    try Files.rename(target.building, to: place)
    try Files.writeAtomically(Array("\(generation)\n".utf8), to: target.current)
    for name in target.generationNames() where name != generation {
      try Files.removeAtOnce(target.generation(name).directory)
    }
  }
}
