// Two documents, clause by clause: what is asked and what is answered.

/// Asks what differs between two documents.
public struct CompareRequest: ToolRequest {
  public typealias Answer = CompareAnswer
  public static let name = "compare"

  /// The id of the one document, the older one by custom.
  public var a: String
  /// The id of the other one.
  public var b: String
  /// What the ranges of edits count; code points where nothing is said.
  public var offsets: OffsetUnit?

  /// A question.
  public init(a: String, b: String, offsets: OffsetUnit? = nil) {
    (self.a, self.b, self.offsets) = (a, b, offsets)
  }

  /// The parameters.
  public enum CodingKeys: String, CodingKey, CaseIterable {
    case a, b, offsets
  }
}

/// What differs between two documents.
public struct CompareAnswer: Hashable, Sendable, Codable {
  /// The generation of the index that answered.
  public var generation: String
  /// The one document.
  public var a: ComparedDocument
  /// The other one.
  public var b: ComparedDocument
  /// How many clauses there are of each kind.
  public var counts: ClauseCounts
  /// The clauses in the order of ``b``, with what stands in ``a`` alone where it stood there.
  public var clauses: [ComparedClause]

  /// An answer; the clauses are counted.
  public init(generation: String, a: ComparedDocument, b: ComparedDocument, clauses: [ComparedClause]) {
    self.generation = generation
    (self.a, self.b, self.clauses) = (a, b, clauses)
    counts = ClauseCounts(clauses)
  }
}

/// How many clauses there are of each kind.
public struct ClauseCounts: Hashable, Sendable, Codable {
  /// Those that read the same in the same place.
  public var same = 0
  /// Those that read otherwise in the same place.
  public var changed = 0
  /// Those that stand in another place.
  public var moved = 0
  /// Those of the one document without anything like them in the other.
  public var onlyA = 0
  /// Those of the other document.
  public var onlyB = 0

  init(_ clauses: [ComparedClause]) {
    for clause in clauses {
      switch clause.kind {
      case .same: same += 1
      case .changed: changed += 1
      case .moved: moved += 1
      case .onlyA: onlyA += 1
      case .onlyB: onlyB += 1
      }
    }
  }

  enum CodingKeys: String, CodingKey {
    case same, changed, moved
    case onlyA = "only_a"
    case onlyB = "only_b"
  }
}

/// A clause of two documents, or of one that has nothing like it in the other.
public struct ComparedClause: Hashable, Sendable, Codable {
  /// What became of a clause.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// It reads the same; its number may be another.
    case same
    /// It stands in the same place among the others, and reads otherwise.
    case changed
    /// It stands in another place among the others; what reads otherwise is in ``ComparedClause/edits``.
    case moved
    /// Nothing in the other document is like it.
    case onlyA = "only_a"
    /// Nothing in the one document is like it.
    case onlyB = "only_b"
  }

  /// What became of it.
  public var kind: Kind
  /// The clause in the one document.
  public var a: ClauseSide?
  /// The clause in the other one.
  public var b: ClauseSide?
  /// How alike both are, 0 to 1: twice the pairs of neighbouring characters they share, through those they have (Dice);
  /// null where there is only one.
  public var similarity: Double?
  /// Where both differ, in order; empty where they read the same or there is only one.
  public var edits: [ClauseEdit]

  /// A clause.
  public init(
    kind: Kind, a: ClauseSide? = nil, b: ClauseSide? = nil, similarity: Double? = nil, edits: [ClauseEdit] = []
  ) {
    (self.kind, self.a, self.b, self.similarity, self.edits) = (kind, a, b, similarity, edits)
  }

  enum CodingKeys: String, CodingKey {
    case kind, a, b, similarity, edits
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(a, forKey: .a)
    try container.encode(b, forKey: .b)
    try container.encode(similarity, forKey: .similarity)
    try container.encode(edits, forKey: .edits)
  }
}

/// A clause as it stands in one document.
public struct ClauseSide: Hashable, Sendable, Codable {
  /// The headings above it, the outermost first, and its own: 二、重点任务/（一）做实服务点. Empty above the first heading.
  public var heading: String
  /// The number it begins with, （一） or 第三条; empty where it has none.
  public var number: String
  /// Its repaired text behind the number.
  public var text: String
  /// The source line on which it begins, counted from 1.
  public var line: Int

  /// A clause.
  public init(heading: String, number: String, text: String, line: Int) {
    (self.heading, self.number, self.text, self.line) = (heading, number, text, line)
  }
}

/// A stretch of the one text and what stands in its place in the other; one of them may be empty.
///
/// Replacing each in order makes the other text of the one, width, case and traditional characters aside: these are no
/// differences.
public struct ClauseEdit: Hashable, Sendable, Codable {
  /// The half-open range `[start, end)` of the text of side a, in the unit that was asked for.
  public var a: [Int]
  /// The same of side b.
  public var b: [Int]

  /// An edit.
  public init(a: [Int], b: [Int]) {
    (self.a, self.b) = (a, b)
  }
}
