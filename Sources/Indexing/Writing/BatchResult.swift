// What became of a batch.

internal import Archive
internal import Ingestion

/// What became of a batch.
struct BatchResult: Sendable, Codable {
  /// Segments of documents, in order.
  var documentSegments: [String] = []
  /// The segment of records and originals, if any.
  var sourceSegment: String?
  /// Sources that were not known.
  var added: [SourceID] = []
  /// Sources whose content changed: what the index had of them must go.
  var changed: [SourceID] = []
  /// Sources that were touched but hold what they held: their record must go, their documents stay.
  var touched: [SourceID] = []
  /// How many sources hold what they held.
  var sameCount = 0
  var problems: [SourceProblem] = []
  var readCount = 0
  var readByteCount = 0
  var documentCount = 0
  var repairCount = 0
}
