// Shifted numbers of items, annexes and pages: `（员）…（圆）…`, `附件员`, `— 苑 —`.

import Archive

/// Undoes the shift of numbers that no unit frames: an item's where the one before or behind it in its list stands near,
/// shifted or not, an annex's and a page's by what they stand in.
struct FounderItems {
  private(set) var draft: Draft
  private let evidence: FounderEvidence
  private let style: FounderStyle
  /// Neighbours of a list stand this near: a guess, two pages.
  private static let reach = 1_000

  init(draft: consuming Draft, evidence: FounderEvidence, style: FounderStyle) {
    self.draft = draft
    self.evidence = evidence
    self.style = style
  }

  /// The number of an item.
  private struct Item {
    /// How it is written.
    enum Form { case bracketed, pointed, listed }

    var form: Form
    /// Its digits, and a shifted point behind them.
    var range: Range<Int>
    var value: Int
    var isShifted: Bool
    /// Whether a mark or an end of text stands before it, not a word.
    var isApart: Bool
  }

  /// - Parameter candidates: the places that may be shifted digits, in order.
  mutating func repair(_ candidates: [Int]) {
    let shifted = candidates.filter { FounderClass(draft.scalars[$0]) == .digit && evidence.isNear($0) }
    guard !shifted.isEmpty else { return }
    for index in shifted where startsNumber(index) {
      let range = number(at: index)
      if isOfAnnex(range) || isOfPage(range) { put(range) }
    }
    var lists: [Item.Form: [Item]] = [:]
    for index in draft.scalars.indices where isDigit(index) && startsNumber(index) {
      if let item = item(at: index) { lists[item.form, default: []].append(item) }
    }
    for list in lists.values {
      for place in list.indices where list[place].isShifted && isCountedOn(list, place) { put(list[place].range) }
    }
  }

  private func isDigit(_ index: Int) -> Bool {
    draft.scalars[index].isDigit || FounderClass(draft.scalars[index]) == .digit
  }

  private func startsNumber(_ index: Int) -> Bool { index == 0 || !isDigit(index - 1) }

  private func number(at index: Int) -> Range<Int> {
    var end = index
    while end < draft.scalars.count, isDigit(end) { end += 1 }
    return index..<end
  }

  /// The item whose number begins at an offset.
  private func item(at index: Int) -> Item? {
    let scalars = draft.scalars
    var range = number(at: index)
    guard range.count < 3, range.upperBound < scalars.count, let value = value(of: range) else { return nil }
    let isShifted = range.contains { FounderClass(scalars[$0]) == .digit }
    let before = scalars.glyph(from: index, by: -1).map { scalars[$0] }
    let isApart = before?.isHan != true
    func item(_ form: Item.Form) -> Item {
      Item(form: form, range: range, value: value, isShifted: isShifted, isApart: isApart)
    }
    let next = scalars[range.upperBound]
    if index > 0, "（(".unicodeScalars.contains(scalars[index - 1]) {
      return "）)".unicodeScalars.contains(next) ? item(.bracketed) : nil
    }
    let isHead = scalars.isLineStart(index) || before.map { "。；：".unicodeScalars.contains($0) } == true
    guard isHead, range.upperBound + 1 < scalars.count, !isDigit(range.upperBound + 1) else { return nil }
    if next == "、" { return item(.listed) }
    if FounderClass(next) == .point { range = range.lowerBound..<range.upperBound + 1 }
    return ".．".unicodeScalars.contains(next) || FounderClass(next) == .point ? item(.pointed) : nil
  }

  private func value(of range: Range<Int>) -> Int? {
    range.reduce(0) { value, index -> Int? in
      let sign = FounderCode.sign(of: draft.scalars[index]) ?? draft.scalars[index]
      guard let value, let digit = sign.properties.numericValue else { return nil }
      return value * 10 + Int(digit)
    }
  }

  /// Whether the number before or behind in the list says that a character is one. 员 may end a word at the head of a
  /// line (`驾驶` / `员、售票员`): there the neighbour has to be shifted, too.
  private func isCountedOn(_ list: [Item], _ place: Int) -> Bool {
    let item = list[place]
    return [(place - 1, -1), (place + 1, 1)].contains { other, step in
      guard list.indices.contains(other), list[other].value == item.value + step else { return false }
      let isNear = abs(list[other].range.lowerBound - item.range.lowerBound) < FounderItems.reach
      return isNear && (item.form != .listed || item.isApart || list[other].isShifted)
    }
  }

  /// `附件员`, `（表圆）`, `见图猿`: no word goes on behind it.
  private func isOfAnnex(_ range: Range<Int>) -> Bool {
    let scalars = draft.scalars
    guard range.count < 3, range.lowerBound > 0 else { return false }
    if range.upperBound < scalars.count, scalars[range.upperBound].isHan { return false }
    let left = range.lowerBound - 1
    let before = left > 0 ? scalars[left - 1] : " "
    switch scalars[left] {
    case "件": return before == "附"
    // 图源 is a photo's credit.
    case "图" where scalars[range].elementsEqual(["源"]): return before == "附"
    case "图", "表": return before == "附" || !before.isHan || "见如及和".unicodeScalars.contains(before)
    default: return false
    }
  }

  /// A line of nothing but a number between dashes.
  private func isOfPage(_ range: Range<Int>) -> Bool {
    let dashes = "—－-–".unicodeScalars
    guard range.count < 4, let before = draft.scalars.glyph(from: range.lowerBound, by: -1),
      let behind = draft.scalars.glyph(from: range.upperBound - 1, by: 1), dashes.contains(draft.scalars[before]),
      dashes.contains(draft.scalars[behind]), draft.scalars.isLineStart(before),
      !draft.scalars[before..<behind].contains("\n")
    else { return false }
    return draft.scalars[(behind + 1)...].first { $0 == "\n" || !$0.isSpace }.map { $0 == "\n" } ?? true
  }

  private mutating func put(_ range: Range<Int>) {
    for index in range {
      guard let sign = FounderCode.sign(of: draft.scalars[index]) else { continue }
      draft.change(index..<index + 1, to: [style.written(sign, at: index)], .founderShift, confidence: 0.9)
    }
  }
}
