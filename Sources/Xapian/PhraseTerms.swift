// Phrases whose surroundings matter, and queries over them.

internal import CXapian

/// The terms of a phrase, which stand at consecutive positions, and what must not stand around them.
public struct PhraseTerms: Hashable, Sendable {
  /// What must not stand right beside a phrase.
  public struct Edge: Hashable, Sendable {
    let terms: [String]
    let joints: [String]

    /// - Parameters:
    ///   - terms: none of these stands there.
    ///   - joints: none of these does either, where one of the others stands behind it.
    public init(without terms: [String] = [], joints: [String] = []) {
      (self.terms, self.joints) = (terms, joints)
    }

    fileprivate func withView<Result>(_ body: (cxapian_edge) -> Result) -> Result {
      ByteList(terms).withView { terms in
        ByteList(joints).withView { joints in body(cxapian_edge(terms: terms, joints: joints)) }
      }
    }
  }

  let terms: [String]
  let before: Edge
  let after: Edge

  /// - Precondition: there are terms, none of them empty.
  public init(_ terms: [String], before: Edge = Edge(), after: Edge = Edge()) {
    precondition(!terms.isEmpty && !terms.contains(""), "a phrase has terms, and none of them is empty")
    (self.terms, self.before, self.after) = (terms, before, after)
  }

  fileprivate func withView<Result>(_ body: (UnsafePointer<cxapian_phrase>) -> Result) -> Result {
    ByteList(terms).withView { terms in
      before.withView { before in
        after.withView { after in
          withUnsafePointer(to: cxapian_phrase(terms: terms, before: before, after: after), body)
        }
      }
    }
  }
}

extension Query {
  /// Documents in which two phrases stand near each other, in either order. To be used as the filter of a query that
  /// both phrases match: by itself it reads every document's positions.
  ///
  /// - Parameters:
  ///   - distance: how many positions may lie between them.
  ///   - barrier: a term that must not stand between them.
  public static func apart(
    _ left: PhraseTerms, _ right: PhraseTerms, distance: Int, barrier: some Bytes
  ) -> Query {
    make { error in
      left.withView { left in
        right.withView { right in
          barrier.withView { cxapian_query_apart(left, right, UInt32(clamping: distance), $0, error) }
        }
      }
    }
  }

  /// Documents in which a phrase stands with nothing around it that its edges forbid. To be used as the filter of a
  /// query that the phrase matches, too.
  public static func edges(_ phrase: PhraseTerms) -> Query {
    make { error in phrase.withView { cxapian_query_edges($0, error) } }
  }
}
