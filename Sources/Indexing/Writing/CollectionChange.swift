// What a run changes in one collection, ready to be sealed.

internal import Archive

/// Segments to take in and sources to give up.
struct CollectionChange {
  let collection: String
  /// Databases of new documents, in order.
  var documentSegments: [String] = []
  /// Databases of new records and originals, in order.
  var sourceSegments: [String] = []
  /// Sources whose documents, record and original go: they are gone, or written anew.
  var removed: [SourceID] = []
  /// Sources whose record goes, because it is written anew; their documents stay.
  var touched: [SourceID] = []
  /// Whether the segments hold all documents that are to be, because everything was analysed anew.
  var replacesDocuments = false

  init(collection: String) { self.collection = collection }

  /// What a run's batches come to.
  init(collection: String, results: [BatchResult], pruned: [SourceID]) {
    self.collection = collection
    documentSegments = results.flatMap(\.documentSegments)
    sourceSegments = results.compactMap(\.sourceSegment)
    removed = results.flatMap(\.changed) + pruned
    touched = results.flatMap(\.touched)
  }

  /// Whether sealing it would make the index another.
  var isEmpty: Bool { sourceSegments.isEmpty && removed.isEmpty && !replacesDocuments }
}
