// Matching a query against a database.

internal import CXapian

/// A database with a query, a ranking and an order. Weights are BM25 with Xapian's constants until set.
public final class Enquire {
  /// What is searched; it lives as long as this.
  public let database: Database
  private let handle: OpaquePointer
  private var facetSlots: [UInt32] = []

  /// - Throws: `invalidUse` for a closed database.
  public init(_ database: Database) throws(XapianError) {
    self.database = database
    handle = try create(database.context("preparing a search")) { cxapian_enquire_new(database.handle, $0) }
  }

  deinit {
    cxapian_enquire_free(handle)
  }

  /// Sets what is looked for.
  public func setQuery(_ query: Query) throws(XapianError) {
    try call(database.context("setting the query")) { cxapian_enquire_set_query(handle, query.handle, $0) }
  }

  /// Ranks by BM25. Constants out of range are moved into it.
  ///
  /// - Parameters:
  ///   - k1: how soon a term's wdf stops to count.
  ///   - k2: the weight of the document's length by itself.
  ///   - k3: the same as `k1` for the frequency in the query.
  ///   - b: how much length counts, 0 to 1.
  ///   - minimumNormalizedLength: documents shorter than this part of the mean count as that long.
  public func setBM25(
    k1: Double, k2: Double = 0, k3: Double = 1, b: Double, minimumNormalizedLength: Double = 0.5
  ) throws(XapianError) {
    var constants = cxapian_bm25(k1: k1, k2: k2, k3: k3, b: b, minimum_normalized_length: minimumNormalizedLength)
    try call(database.context("setting BM25")) { cxapian_enquire_set_bm25(handle, &constants, $0) }
  }

  /// Weighs nothing: all documents are equal and come by docid.
  public func setBooleanWeight() throws(XapianError) {
    try call(database.context("setting the ranking")) { cxapian_enquire_set_boolean_weight(handle, $0) }
  }

  /// Orders by a value's bytes, equal ones by docid. Documents without a value come last.
  ///
  /// - Parameters:
  ///   - reverse: the greatest first.
  ///   - greatest: bytes above all values of the slot.
  public func setSortByValue(_ slot: UInt32, reverse: Bool, greatest: [UInt8] = [0xFF]) throws(XapianError) {
    let absent = reverse ? [] : greatest
    try call(database.context("setting the order")) { error in
      absent.withView { cxapian_enquire_sort_by_value(handle, slot, reverse, $0, error) }
    }
  }

  /// Counts the values of a slot over the examined matches.
  public func addFacetCount(_ slot: UInt32) throws(XapianError) {
    guard !facetSlots.contains(slot) else { return }
    try call(database.context("adding a facet")) { cxapian_enquire_add_facet(handle, slot, $0) }
    facetSlots.append(slot)
  }

  /// Matches.
  ///
  /// - Parameters:
  ///   - first: the rank of the first hit wanted, from 0.
  ///   - limit: how many hits are wanted.
  ///   - checkAtLeast: how many matches are examined before bounds and facets may become estimates; the number of
  ///     documents makes them exact.
  /// - Throws: `invalidUse` for a tree that Xapian cannot match, `modified`, `corrupt`, `failed`.
  public func matches(first: Int = 0, limit: Int, checkAtLeast: Int = 0) throws(XapianError) -> MatchSet {
    precondition(first >= 0 && limit >= 0 && checkAtLeast >= 0, "ranks and numbers are not negative")
    var set = cxapian_match_set()
    try call(database.context("matching")) {
      cxapian_enquire_match(
        handle, UInt32(clamping: first), UInt32(clamping: limit), UInt32(clamping: checkAtLeast), &set, $0)
    }
    defer { cxapian_owner_free(set.owner) }
    return MatchSet(set, slots: facetSlots)
  }
}
