// A text under repair: its code points, and the changes decided so far.

import Archive

/// One change that a rule wants, in the source's own code points.
struct Change {
  let rule: RepairRule
  /// Offsets into the source text, within one line; empty where something is put in.
  let range: Range<Int>
  /// What takes the place of the range; holds no line end.
  let replacement: [Unicode.Scalar]
  let confidence: Float
}

/// The text that rules read and the changes they decide on.
///
/// All rules speak in offsets of the source. A change that keeps the number of code points shows at once in
/// ``scalars``, so that later rules see digits where Founder's shift had left Han characters; what is taken out or put
/// in only shows when the text is built. Where two rules want the same code point, the first one has it.
struct Draft {
  /// The text as it came.
  let source: SourceText
  /// The text with all changes that keep its length.
  private(set) var scalars: [Unicode.Scalar]
  private(set) var changes: [Change] = []
  /// Whether ``changes`` are in order and do not overlap.
  private var isSettled = true

  init(_ source: SourceText) {
    self.source = source
    scalars = source.scalars
  }

  /// Decides on a change.
  mutating func change(
    _ range: Range<Int>, to replacement: [Unicode.Scalar], _ rule: RepairRule, confidence: Float
  ) {
    if range.count == replacement.count {
      for (offset, scalar) in zip(range, replacement) { scalars[offset] = scalar }
    }
    if let last = changes.last, last.range.upperBound > range.lowerBound || last.range == range { isSettled = false }
    changes.append(Change(rule: rule, range: range, replacement: replacement, confidence: confidence))
  }

  /// Takes code points out.
  mutating func remove(_ range: Range<Int>, _ rule: RepairRule, confidence: Float) {
    change(range, to: [], rule, confidence: confidence)
  }

  /// Puts the changes in the order of the source, drops those that overlap an earlier decision, and makes one of
  /// neighbours by one rule.
  mutating func settle() {
    if !isSettled { arrange() }
    var merged: [Change] = []
    merged.reserveCapacity(changes.count)
    for change in changes {
      if let whole = merged.last?.followed(by: change) {
        merged[merged.count - 1] = whole
      } else {
        merged.append(change)
      }
    }
    changes = merged
  }

  private mutating func arrange() {
    // Offset and number as one number, which sorts much faster than a pair.
    let order = changes.indices.map { UInt64(changes[$0].range.lowerBound) << 32 | UInt64($0) }.sorted()
    var kept: [Int] = []
    kept.reserveCapacity(order.count)
    for index in order.lazy.map({ Int($0 & 0xFFFF_FFFF) }) {
      // Of those that overlap the one decided first stays, wherever it begins.
      while let last = kept.last, changes[last].overlaps(changes[index]), last > index { kept.removeLast() }
      if let last = kept.last, changes[last].overlaps(changes[index]) { continue }
      kept.append(index)
    }
    changes = kept.map { changes[$0] }
    isSettled = true
  }
}

extension Change {
  /// Both as one, where the other begins just behind and comes of the same rule; else nil.
  fileprivate func followed(by next: Change) -> Change? {
    guard rule == next.rule, range.upperBound == next.range.lowerBound, !range.isEmpty, !next.range.isEmpty
    else { return nil }
    return Change(
      rule: rule, range: range.lowerBound..<next.range.upperBound, replacement: replacement + next.replacement,
      confidence: min(confidence, next.confidence))
  }

  /// Whether two changes cannot both be made; both begin at the same place or the first begins earlier.
  fileprivate func overlaps(_ later: Change) -> Bool {
    range.upperBound > later.range.lowerBound || range == later.range
  }
}
