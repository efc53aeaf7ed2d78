// The outcome of a match as plain values.

internal import CXapian

/// What a match found.
public struct MatchSet: Sendable, Equatable {
  /// A document found.
  public struct Hit: Sendable, Equatable {
    /// The document.
    public let docid: DocID
    /// Its weight; 0 where nothing is weighted.
    public let weight: Double
  }

  /// How many of the examined matches had a value.
  public struct FacetCount: Sendable, Equatable {
    /// The value, whole.
    public let value: [UInt8]
    /// The number of documents.
    public let count: Int
  }

  /// The asked-for part, best first.
  public let hits: [Hit]
  /// At least so many documents match, unless an expiry fired.
  public let lowerBound: Int
  /// About so many match.
  public let estimate: Int
  /// At most so many match, unless an expiry fired.
  public let upperBound: Int
  /// Counts by slot, ordered by value; documents without a value are not counted. Exact only when `checkAtLeast`
  /// covered all matches.
  public let facets: [UInt32: [FacetCount]]
}

extension MatchSet {
  /// Copies what the shim lends; `slots` also names those without any value.
  init(_ set: cxapian_match_set, slots: [UInt32]) {
    hits = (0..<set.count).map { Hit(docid: set.docids![$0], weight: set.weights![$0]) }
    lowerBound = Int(set.lower_bound)
    estimate = Int(set.estimate)
    upperBound = Int(set.upper_bound)
    var facets = Dictionary(uniqueKeysWithValues: slots.map { ($0, [FacetCount]()) })
    for facet in UnsafeBufferPointer(start: set.facets, count: set.facet_count) {
      let value = Array(UnsafeBufferPointer(start: facet.value.start, count: facet.value.count))
      facets[facet.slot]?.append(FacetCount(value: value, count: Int(facet.count)))
    }
    self.facets = facets
  }
}
