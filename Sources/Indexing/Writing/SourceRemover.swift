// Takes sources out of an index.

public import Archive
internal import Foundation
internal import Ingestion

/// What was, or would be, removed.
public struct RemovalReport: Sendable {
  /// The sources, in order.
  public var removed: [SourceID] = []
  /// Paths that no source is at or below.
  public var unmatched: [String] = []
  /// The generation that answers now.
  public var generation: String
}

/// Removes sources with their documents; the way in is the same as for indexing: a new generation.
public struct SourceRemover: Sendable {
  private let layout: IndexLayout

  /// - Parameter directory: the index.
  public init(directory: String) { layout = IndexLayout(directory: directory) }

  /// Removes sources.
  ///
  /// - Parameters:
  ///   - paths: files and directories, there or not any more, or ids as hits name them (`collection/path`); empty
  ///     for all of the collection.
  ///   - collection: only sources of this one; nil for any.
  ///   - isPreview: whether nothing is to be changed.
  /// - Throws: `missing` without an index, `invalidArgument` where there is no such collection, `locked`, `unwritable`.
  public func run(
    paths: [String], collection: String?, isPreview: Bool = false
  ) throws(IndexingError) -> RemovalReport {
    // Opening it says why it cannot be read.
    let manifest = try IndexReader(directory: layout.directory).manifest
    if let collection, !manifest.collections.contains(where: { $0.name == collection }) {
      throw IndexingError(
        .invalidArgument, "there is no collection “\(collection)” in \(layout.directory)",
        hint: "there are: " + manifest.collections.map(\.name).joined(separator: ", "))
    }
    if isPreview { return try plan(Base(layout), paths, collection) }
    return try GenerationBuilder.withLock(layout) { () throws(IndexingError) in
      let base = try Base(layout)
      var report = try plan(base, paths, collection)
      guard !report.removed.isEmpty else { return report }
      let builder = GenerationBuilder(base: base)
      try builder.prepare()
      let byCollection = Dictionary(grouping: report.removed, by: \.collection).sorted { $0.key < $1.key }
      let changes = byCollection.map { CollectionChange(collection: $0, results: [], pruned: $1) }
      report.generation = try builder.seal(changes).generation
      return report
    }
  }

  private func plan(
    _ base: Base, _ paths: [String], _ collection: String?
  ) throws(IndexingError) -> RemovalReport {
    var report = RemovalReport(generation: base.manifest?.generation ?? "")
    // Resolved once: sources are many.
    let places = paths.map { (typed: $0, absolute: absolute($0)) }
    var matched = Set<Int>()
    for name in base.manifest?.collections.map(\.name) ?? [] where collection == nil || collection == name {
      for source in try base.sources(name).values {
        let matching = places.indices.filter { place in
          isPath(source.id.description, atOrBelow: places[place].typed)
            || isPath(source.absolutePath, atOrBelow: places[place].absolute)
        }
        if paths.isEmpty || !matching.isEmpty { report.removed.append(source.id) }
        matched.formUnion(matching)
      }
    }
    report.removed.sort()
    report.unmatched = paths.indices.filter { !matched.contains($0) }.map { paths[$0] }
    return report
  }

  /// A path that is there, without links, as it was when it was indexed; one that is gone, as it is written.
  private func absolute(_ path: String) -> String {
    canonicalPath(path) ?? URL(fileURLWithPath: path).standardizedFileURL.path
  }
}
