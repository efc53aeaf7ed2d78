// Queries over positions, values and the term dictionary.

internal import CXapian

extension Query {
  /// Documents with the terms in this order, within a window.
  ///
  /// - Parameter window: how many positions the whole may span; nil is the number of terms, an exact phrase.
  public static func phrase(_ terms: [some Bytes], window: Int? = nil) -> Query {
    positional(terms, window: window ?? terms.count, ordered: true)
  }

  /// Documents with the terms in any order, within a window.
  ///
  /// - Parameter window: how many positions the whole may span.
  public static func near(_ terms: [some Bytes], window: Int) -> Query {
    positional(terms, window: window, ordered: false)
  }

  private static func positional(_ terms: [some Bytes], window: Int, ordered: Bool) -> Query {
    let list = ByteList(terms)
    precondition(!list.hasEmptyMember, "a term of a phrase is not empty")
    precondition(window >= terms.count, "a window has room for its terms")
    return make { error in
      list.withView { cxapian_query_positional($0, UInt32(clamping: window), ordered, error) }
    }
  }

  /// Documents with a value in a slot, each weighted by the number that its value is (``sortable(_:)``).
  public static func valueWeight(_ slot: UInt32) -> Query { make { cxapian_query_value_weight(slot, $0) } }

  /// Documents whose value lies between two, both included, in byte order.
  public static func valueRange(_ slot: UInt32, from lower: some Bytes, to upper: some Bytes) -> Query {
    make { error in
      lower.withView { lower in
        upper.withView { upper in
          var (lower, upper) = (lower, upper)
          return cxapian_query_value_range(slot, &lower, &upper, error)
        }
      }
    }
  }

  /// Documents whose value is this one or follows it in byte order.
  public static func valueAtLeast(_ slot: UInt32, _ lower: some Bytes) -> Query {
    make { error in
      lower.withView {
        var lower = $0
        return cxapian_query_value_range(slot, &lower, nil, error)
      }
    }
  }

  /// Documents whose value is this one or precedes it in byte order. Those without one are left out.
  public static func valueAtMost(_ slot: UInt32, _ upper: some Bytes) -> Query {
    make { error in
      upper.withView {
        var upper = $0
        return cxapian_query_value_range(slot, nil, &upper, error)
      }
    }
  }

  /// What a wildcard does with more terms than its limit.
  public enum Overflow: Sendable {
    /// `Enquire.matches` throws `tooManyTerms`.
    case fail
    /// Takes the first in byte order.
    case first
    /// Takes those that most documents have.
    case mostFrequent
  }

  /// How the weights of a wildcard's terms come together.
  public enum Expansion: Sendable {
    /// All terms weigh as one.
    case synonyms
    /// The sum of the weights.
    case sum
  }

  /// Documents with a term that begins with the prefix.
  ///
  /// - Parameters:
  ///   - limit: how many terms it may stand for, from 1.
  ///   - overflow: what happens beyond the limit.
  public static func wildcard(
    _ prefix: some Bytes, limit: Int, overflow: Overflow = .fail, expansion: Expansion = .synonyms
  ) -> Query {
    precondition(limit >= 1, "a wildcard stands for one term at least")
    return make { error in
      prefix.withView {
        cxapian_query_wildcard($0, UInt32(clamping: limit), overflow.forShim, expansion == .synonyms, error)
      }
    }
  }
}

extension Query.Overflow {
  fileprivate var forShim: cxapian_overflow {
    switch self {
    case .fail: CXAPIAN_OVERFLOW_FAIL
    case .first: CXAPIAN_OVERFLOW_FIRST
    case .mostFrequent: CXAPIAN_OVERFLOW_MOST_FREQUENT
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
