// New terms for stored documents: what another analyser asks for, without reading or repairing anything again.

internal import Archive
internal import Ingestion
internal import Xapian

/// Analyses the documents of a generation anew.
struct Reanalyzer {
  let base: Base
  /// Where the new segments go.
  let directory: String
  let jobCount: Int

  /// Completes a run's changes, so that nothing of the base's document databases is needed.
  ///
  /// - Returns: one change for each collection of the base and of the run.
  func rewrite(_ changes: [CollectionChange]) throws(IndexingError) -> [CollectionChange] {
    let others = (base.manifest?.collections ?? []).map(\.name).filter { name in
      !changes.contains { $0.collection == name }
    }
    var rewritten: [CollectionChange] = []
    for var change in changes + others.map(CollectionChange.init(collection:)) {
      if base.has(change.collection) {
        change.documentSegments.insert(contentsOf: try write(change.collection, except: change.removed), at: 0)
      }
      change.replacesDocuments = true
      rewritten.append(change)
    }
    return rewritten
  }

  /// - Parameter removed: sources whose documents are not taken along.
  /// - Returns: the segments, in the order of the documents.
  private func write(_ collection: String, except removed: [SourceID]) throws(IndexingError) -> [String] {
    guard let path = base.generation?.documents(collection) else { return [] }
    let ids = try withSealed(path) { () throws(XapianError) in try Database(path: path).documents(having: "") }
    let (removed, target) = (Set(removed), "\(directory)/analysed-\(collection)")
    try Files.makeDirectory(target)
    let starts = Array(stride(from: 0, to: ids.count, by: SegmentSize.maximumDocuments))
    let segments = try Workers.map(starts, jobCount: jobCount) { () throws(IndexingError) in
      let encoder = try DocumentEncoder()
      let database = try withSealed(path) { () throws(XapianError) in try Database(path: path) }
      return { (start) throws(IndexingError) in
        var segments = DocumentSegments(directory: target, name: "\(start)", writerCount: jobCount)
        for id in ids[start..<min(start + SegmentSize.maximumDocuments, ids.count)] {
          let bytes = try withSealed(path) { () throws(XapianError) in try database.storedBytes(of: id) }
          let stored: StoredDocument
          do throws(CorruptBytes) { stored = try StoredDocument(bytes) } catch { throw error.error(id, in: path) }
          guard !removed.contains(stored.source) else { continue }
          try segments.add(byteCount: stored.textBytes.count) { (segment) throws(IndexingError) in
            try encoder.add(stored, bytes, to: segment)
          }
        }
        try segments.close()
        return segments.paths
      }
    }
    return segments.flatMap(\.self)
  }
}
