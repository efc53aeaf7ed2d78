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

  /// Documents in which two phrases stand near each other, in either order. To be used as the filter of a query that
  /// both phrases match: by itself it reads every document's positions.
  ///
  /// - Parameters:
  ///   - left: the terms of one phrase, which stand at consecutive positions.
  ///   - right: those of the other.
  ///   - distance: how many positions may lie between them.
  ///   - barrier: a term that must not stand between them.
  public static func apart(
    _ left: [some Bytes], _ right: [some Bytes], distance: Int, barrier: some Bytes
  ) -> Query {
    let (left, right) = (ByteList(left), ByteList(right))
    precondition(!left.hasEmptyMember && !right.hasEmptyMember, "a term of a phrase is not empty")
    return make { error in
      left.withView { left in
        right.withView { right in
          barrier.withView { cxapian_query_apart(left, right, UInt32(clamping: distance), $0, error) }
        }
      }
    }
  }
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
