// Queries as trees: immutable, combined without copying.

internal import CXapian

/// A query, whole or part of another.
///
/// Not `Sendable`: parts are shared between queries and counted without locks. Making a query never fails; what cannot
/// be matched fails in `Enquire.matches`.
public final class Query: CustomStringConvertible {
  let handle: OpaquePointer

  init(handle: OpaquePointer) {
    self.handle = handle
  }

  deinit {
    cxapian_query_free(handle)
  }

  /// The query as bytes.
  ///
  /// - Throws: `invalidUse` for a query that expires: a clock cannot be written down.
  public func serialised() throws(XapianError) -> [UInt8] {
    var loan = cxapian_loan()
    try call("serialising \(self)") { cxapian_query_serialise(handle, &loan, $0) }
    return loan.takeBytes()
  }

  /// The query in Xapian's notation, for logs and tests.
  public var description: String {
    var loan = cxapian_loan()
    do {
      try call("describing a query") { cxapian_query_description(handle, &loan, $0) }
    } catch {
      return "\(error)"
    }
    return loan.takeText()
  }
}

extension Query {
  /// Matches every document, without weight.
  public static var matchAll: Query { make(cxapian_query_all) }

  /// Matches nothing.
  public static var matchNothing: Query { make(cxapian_query_nothing) }

  /// Documents with the term.
  public static func term(_ term: some Bytes) -> Query {
    make { error in term.withView { cxapian_query_term($0, error) } }
  }

  /// Documents that all parts match, with the sum of the weights. No parts match nothing.
  public static func and(_ queries: [Query]) -> Query { combine(CXAPIAN_AND, queries) }

  /// Documents that any part matches, with the sum of the weights. No parts match nothing.
  public static func or(_ queries: [Query]) -> Query { combine(CXAPIAN_OR, queries) }

  /// Documents that the first part matches and the second does not.
  public static func andNot(_ query: Query, _ excluded: Query) -> Query { combine(CXAPIAN_AND_NOT, [query, excluded]) }

  /// Documents that the first part matches; the second only adds weight.
  public static func andMaybe(_ query: Query, _ bonus: Query) -> Query { combine(CXAPIAN_AND_MAYBE, [query, bonus]) }

  /// Documents that both parts match, with the weight of the first alone.
  public static func filter(_ query: Query, by condition: Query) -> Query {
    combine(CXAPIAN_FILTER, [query, condition])
  }

  /// Documents that any part matches, weighted as if all parts were one term.
  ///
  /// Parts with a constant weight or an expiry make `Enquire.matches` throw `invalidUse`.
  public static func synonym(_ queries: [Query]) -> Query { combine(CXAPIAN_SYNONYM, queries) }

  /// The same documents with their weights multiplied.
  public static func scaled(_ query: Query, by factor: Double) -> Query {
    precondition(factor >= 0, "a weight is not negative")
    return make { cxapian_query_scale(query.handle, factor, $0) }
  }

  /// Every document, each with the same weight. Use it with `filter`, as `filter(constantWeight(2), by: query)`.
  public static func constantWeight(_ weight: Double) -> Query {
    precondition(weight >= 0, "a weight is not negative")
    return make { cxapian_query_constant_weight(weight, $0) }
  }

  /// The query until the expiry fires: what was examined by then is ranked and returned, and totals are not exact.
  ///
  /// Several queries may share one expiry. Shards are examined in their order, so that the last ones may not be seen at
  /// all.
  public static func expiring(_ query: Query, _ expiry: Expiry) -> Query {
    make { cxapian_query_expiring(query.handle, expiry.handle, $0) }
  }

  private static func combine(_ operation: cxapian_operator, _ queries: [Query]) -> Query {
    withExtendedLifetime(queries) {
      let handles = queries.map(\.handle)
      return handles.withUnsafeBufferPointer { handles in
        make { cxapian_query_combine(operation, handles.baseAddress, handles.count, $0) }
      }
    }
  }

  /// Xapian refuses only what the preconditions here already exclude, so a failure is a mistake in this file.
  static func make(_ body: (UnsafeMutablePointer<cxapian_error>) -> OpaquePointer?) -> Query {
    Query(handle: made(body))
  }
}
