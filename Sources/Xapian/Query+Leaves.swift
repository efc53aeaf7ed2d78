// Queries over positions and values.

internal import CXapian

extension Query {
  /// Documents with the terms at consecutive positions, in this order.
  public static func phrase(_ terms: [some Bytes]) -> Query {
    let list = ByteList(terms)
    precondition(!list.hasEmptyMember, "a term of a phrase is not empty")
    return make { error in list.withView { cxapian_query_phrase($0, error) } }
  }

  /// Documents with a value in a slot, each weighted by the number that its value is (``sortable(_:)``).
  public static func valueWeight(_ slot: UInt32) -> Query { make { cxapian_query_value_weight(slot, $0) } }
}

/// A number as bytes whose order is that of the numbers.
public func sortable(_ number: Double) -> [UInt8] {
  var loan = cxapian_loan()
  do {
    try call("writing a number") { cxapian_sortable(number, &loan, $0) }
  } catch {
    fatalError("\(error)")
  }
  return loan.takeBytes()
}
