// What repair gave back of the damage, in numbers.

public import Archive

/// How much of something came out right.
public struct Score: Hashable, Sendable {
  public private(set) var right = 0
  public private(set) var total = 0

  /// Nothing yet.
  public init() {}

  /// The share that came out right; 1 when there was nothing.
  public var share: Double { total == 0 ? 1 : Double(right) / Double(total) }

  public mutating func add(_ isRight: Bool) {
    total += 1
    if isRight { right += 1 }
  }

  public static func += (left: inout Score, right: Score) {
    left.right += right.right
    left.total += right.total
  }
}

/// Differences between the repair of damaged and of clean text where nothing was damaged, in code points.
public struct FalseRepairs: Hashable, Sendable {
  /// Code points that became others.
  public var changed = 0
  /// Code points that only the repair of the clean text has.
  public var lost = 0
  /// Neighbours in a paragraph that are no longer neighbours, or were pushed together.
  public var parted = 0

  public var count: Int { changed + lost + parted }

  static func += (left: inout FalseRepairs, right: FalseRepairs) {
    left.changed += right.changed
    left.lost += right.lost
    left.parted += right.parted
  }
}

/// A damage that was not undone.
public struct Miss: Hashable, Sendable {
  public let damage: Damage
  /// The line of the source that shows it first.
  public let line: String
  /// What the repaired text has; `nil` when its neighbours are gone or far apart.
  public let found: String?
  public let wanted: String
}

/// The figures of one source, or of several.
public struct RepairTally: Sendable {
  /// Damages that were undone, by class.
  public var classes: [DamageClass: Score] = [:]
  /// Numbers that damage touched.
  public var numbers = Score()
  /// Dates and document numbers that damage touched.
  public var dates = Score()
  /// Ends of paragraphs.
  public var breaks = Score()
  /// Undamaged Han characters that look like shifted ones.
  public var lookalikes = Score()
  public var falseRepairs = FalseRepairs()
  /// Code points of clean text.
  public var cleanCount = 0
  /// Recorded repairs, by rule.
  public var edits: [RepairRule: Int] = [:]
  /// Source lines in which something untouched changed, the first ones.
  public private(set) var falselyRepaired: [String] = []
  /// The first misses of each class.
  public private(set) var misses: [DamageClass: [Miss]] = [:]

  /// Misses that are kept of each class.
  private static let keptMisses = 20

  public init() {}

  /// The damages of several classes as one figure.
  public func score(where belongs: (DamageClass) -> Bool) -> Score {
    classes.filter { belongs($0.key) }.values.reduce(into: Score()) { $0 += $1 }
  }

  /// Lines of a paragraph that were put together.
  public var joins: Score { score(where: \.isBreak) }

  /// A count, for each hundred thousand code points of clean text.
  public func perHundredThousand(_ count: Int) -> Double { Double(count) * 100_000 / Double(max(cleanCount, 1)) }

  /// Counts a damage, as undone unless there is a miss.
  mutating func add(_ kind: DamageClass, miss: Miss?) {
    classes[kind, default: Score()].add(miss == nil)
    if let miss, misses[kind, default: []].count < RepairTally.keptMisses { misses[kind, default: []].append(miss) }
  }

  /// Counts a source line in which something untouched changed.
  mutating func add(falselyRepaired line: String) {
    if falselyRepaired.count < RepairTally.keptMisses, falselyRepaired.last != line { falselyRepaired.append(line) }
  }

  public static func += (left: inout RepairTally, right: RepairTally) {
    for (kind, score) in right.classes { left.classes[kind, default: Score()] += score }
    for (rule, count) in right.edits { left.edits[rule, default: 0] += count }
    for (kind, misses) in right.misses {
      left.misses[kind] = Array((left.misses[kind, default: []] + misses).prefix(keptMisses))
    }
    left.falselyRepaired = Array((left.falselyRepaired + right.falselyRepaired).prefix(keptMisses))
    left.numbers += right.numbers
    left.dates += right.dates
    left.breaks += right.breaks
    left.lookalikes += right.lookalikes
    left.falseRepairs += right.falseRepairs
    left.cleanCount += right.cleanCount
  }
}
