// Compares a repair with the truth about its source.

internal import Archive

/// Judges a repair.
///
/// Each damage is looked up at its own place: a right form elsewhere does not help. White space is compared only for
/// the classes that consist of it, line ends only for breaks; full-width and ASCII forms count as equal unless the
/// damage is the exchange of the two. Linear in source and text.
public struct RepairMeasure {
  private let damaged: DamagedSource
  private let clean: [Unicode.Scalar]
  private let lines: LineFinder
  private let repair: Alignment
  private let cleanRepair: Alignment
  private var tally = RepairTally()
  /// For each clean code point, whether damage touched it.
  private var isTouched: [Bool]
  /// For each, and for the end, whether damage stands right before it.
  private var isGapTouched: [Bool]

  /// The figures of a source's repair.
  public static func tally(_ damaged: DamagedSource, _ outcome: RepairOutcome) -> RepairTally {
    var measure = RepairMeasure(damaged, outcome)
    for edit in outcome.edits { measure.tally.edits[edit.rule, default: 0] += 1 }
    measure.measureDamages()
    measure.measureNumbers()
    measure.measureBreaks()
    measure.measureUntouched()
    return measure.tally
  }

  private init(_ damaged: DamagedSource, _ outcome: RepairOutcome) {
    self.damaged = damaged
    let clean = damaged.clean.scalars
    self.clean = clean
    lines = LineFinder(damaged.source)
    repair = Alignment(outcome, clean: clean, origins: damaged.origins)
    cleanRepair = Alignment(
      .repairing(clean), clean: clean, origins: clean.indices.map { clean[$0] == "\n" ? -1 : Int32($0) })
    tally.cleanCount = clean.count
    isTouched = Array(repeating: false, count: clean.count)
    isGapTouched = Array(repeating: false, count: clean.count + 1)
    for damage in damaged.damages {
      for offset in damage.clean { isTouched[offset] = true }
      for offset in damage.clean.lowerBound...damage.clean.upperBound { isGapTouched[offset] = true }
    }
  }

  private mutating func measureDamages() {
    var furniture: [Int: Range<Int>] = [:]
    for change in damaged.changes {
      if let number = change.damage, damaged.damages[number].kind.isFurniture { furniture[number] = change.source }
    }
    for (number, damage) in damaged.damages.enumerated() {
      let isUndone =
        if let lines = furniture[number] { isGone(lines) } else { isUndone(damage) }
      tally.add(damage.kind, miss: isUndone ? nil : miss(damage))
    }
  }

  private func miss(_ damage: Damage) -> Miss {
    let gap = repair.gap(around: damage.clean)
    return Miss(
      damage: damage, line: line(damage.position.line),
      found: gap.map { String($0.found) }, wanted: String(gap?.wanted ?? clean[damage.clean]))
  }

  /// What the source says on a line.
  private func line(_ number: Int) -> String {
    guard let start = lines.offset(of: SourcePosition(line: number, column: 1)) else { return "" }
    return String(damaged.source[start..<lines.lineEnd(Int32(number))])
  }

  private func isGone(_ source: Range<Int>) -> Bool {
    source.allSatisfy { damaged.source[$0].isSpace || repair.textOfSource[$0] < 0 }
  }

  private func isUndone(_ damage: Damage) -> Bool {
    if damage.kind.isInterleaving { return isReunited(damage.clean.lowerBound) }
    guard let gap = repair.gap(around: damage.clean) else { return false }
    if damage.kind.isBreak { return isJoined(gap, at: damage.clean) }
    if damage.kind == .halfWidth {
      return gap.found.filter { !$0.isSpace }.elementsEqual(gap.wanted.filter { !$0.isSpace })
    }
    guard damage.kind.isSpacing else {
      return gap.found.filter { !$0.isSpace }.map(\.folded) == gap.wanted.filter { !$0.isSpace }.map(\.folded)
    }
    let found = gap.found.filter { $0 != "\n" }.map(\.folded)
    let wanted = gap.wanted.map(\.folded)
    // The space before or behind a stretch is another damage than those within.
    return damage.clean.isEmpty ? found == wanted : found.trimmed == wanted.trimmed
  }

  /// Whether two lines run on, without a space between Han characters that has none.
  private func isJoined(_ gap: Alignment.Gap, at place: Range<Int>) -> Bool {
    guard !gap.found.contains("\n") else { return false }
    let isBetweenHan =
      place.lowerBound > 0 && place.upperBound < clean.count && clean[place.lowerBound - 1].isHan
      && clean[place.upperBound].isHan
    return !isBetweenHan || !gap.wanted.isEmpty || !gap.found.contains(where: \.isSpace)
  }

  /// Whether a displaced piece stands right behind what it goes on from.
  private func isReunited(_ place: Int) -> Bool {
    let isInParagraph = clean[place - 1] != "\n"
    let left = Int(repair.textOffsets[isInParagraph ? place - 1 : place - 2])
    let right = Int(repair.textOffsets[place])
    guard left >= 0, right > left else { return false }
    return (left + 1..<right).allSatisfy {
      repair.cleanOffsets[$0] < 0 && !(isInParagraph && repair.text[$0] == "\n")
    }
  }

  private mutating func measureNumbers() {
    // A damage may reach beyond what it altered: of ×0.5, 0.5 reads as it was.
    var isAltered = [Bool](repeating: false, count: clean.count)
    var isCut = [Bool](repeating: false, count: clean.count + 1)
    for change in damaged.changes where change.damage != nil {
      for offset in change.clean { isAltered[offset] = true }
      isCut[change.clean.lowerBound] = true
    }
    for damage in damaged.damages where damage.kind.isInterleaving { isCut[damage.clean.lowerBound] = true }
    for number in NumberFinder.numbers(in: clean) {
      let range = number.range
      guard range.contains(where: { isAltered[$0] }) || range.dropFirst().contains(where: { isCut[$0] }) else {
        continue
      }
      let isRight = isRight(range)
      if number.isDate { tally.dates.add(isRight) } else { tally.numbers.add(isRight) }
    }
  }

  private func isRight(_ range: Range<Int>) -> Bool {
    let wanted = clean[range].map(\.folded)
    let first = Int(repair.textOffsets[range.lowerBound])
    let last = Int(repair.textOffsets[range.upperBound - 1])
    if first >= 0, last - first + 1 == range.count, repair.text[first...last].map(\.folded) == wanted { return true }
    return repair.gap(around: range)?.found.map(\.folded).trimmed == wanted
  }

  private mutating func measureBreaks() {
    for end in clean.indices where clean[end] == "\n" {
      let left = Int(repair.textOffsets[end - 1])
      let right = Int(repair.textOffsets[end + 1])
      tally.breaks.add(left >= 0 && right >= 0 && repair.paragraphs[left] != repair.paragraphs[right])
    }
  }

  /// Everything that no damage touched has to come out as it does from the clean text.
  private mutating func measureUntouched() {
    let lookalikes = FounderTable.shared.lookalikes
    for (source, origin) in damaged.origins.enumerated() where origin >= 0 {
      let offset = Int(origin)
      let wanted = Int(cleanRepair.textOffsets[offset])
      guard !isTouched[offset], wanted >= 0 else { continue }
      let found = Int(repair.textOffsets[offset])
      let isKept = found >= 0 && repair.text[found] == cleanRepair.text[wanted]
      let isParted = found >= 0 && isParted(offset)
      if found < 0 { tally.falseRepairs.lost += 1 } else if !isKept { tally.falseRepairs.changed += 1 }
      if isParted { tally.falseRepairs.parted += 1 }
      if lookalikes.contains(clean[offset]) { tally.lookalikes.add(isKept) }
      if !isKept || isParted { tally.add(falselyRepaired: line(lines.position(of: source).line)) }
    }
  }

  /// Whether repair of the damaged text alone changed the distance to the code point before.
  private func isParted(_ offset: Int) -> Bool {
    guard offset > 0, clean[offset - 1] != "\n", !isGapTouched[offset], repair.textOffsets[offset - 1] >= 0,
      cleanRepair.textOffsets[offset - 1] >= 0
    else { return false }
    return repair.textOffsets[offset] - repair.textOffsets[offset - 1]
      != cleanRepair.textOffsets[offset] - cleanRepair.textOffsets[offset - 1]
  }
}

extension Array where Element == Unicode.Scalar {
  /// Without white space at its ends.
  fileprivate var trimmed: [Unicode.Scalar] {
    guard let first = firstIndex(where: { !$0.isSpace }), let last = lastIndex(where: { !$0.isSpace }) else {
      return []
    }
    return Array(self[first...last])
  }
}

extension String {
  fileprivate init(_ scalars: ArraySlice<Unicode.Scalar>) { self = String(String.UnicodeScalarView(scalars)) }
}
