// One place where a document names another, by title or number or both.

import Archive

/// A title or number in a text, and what belongs to it.
struct Mention {
  /// Code points, from the first of title and number to the last, a bracket behind the title included.
  let range: Range<Int>
  /// The number, where one stands with it.
  let number: DocumentNumber?
  /// Where number, else title, begins.
  let offset: Int
  /// The title without its marks.
  var title: String?
  /// The title by which the text calls it from here on: 以下简称《价格法》.
  var shortName: String?
  /// What the text says of it.
  var relation: Citation.Relation?
  /// Whether the text announces that it will change or repeal it: it speaks of it, but does nothing with it.
  var isAnnounced = false
}

/// Pairs titles with the numbers that stand right behind or before them.
struct MentionFinder {
  /// What stands in a masked text for a title, a number or a bracketed remark.
  static let mask: Unicode.Scalar = "\u{FFFC}"
  /// Longer remarks in brackets are sentences of their own: a guess.
  private static let longestRemark = 120

  private let scalars: [Unicode.Scalar]
  private let numbers: [DocumentNumber.Occurrence]
  private var nextNumber = 0
  /// In the order of the text. Several numbers of one title are a mention each.
  private(set) var mentions: [Mention] = []
  /// The text with titles, numbers and the remarks behind them masked, so that only what is said of them is left.
  private(set) var masked: [Unicode.Scalar]

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    masked = scalars
    numbers = DocumentNumber.occurrences(in: scalars)
    for title in BookTitle.all(in: scalars) {
      // A title inside the remark of another one is part of that.
      if let last = mentions.last, title.range.lowerBound < last.range.upperBound { continue }
      while nextNumber < numbers.count, numbers[nextNumber].range.lowerBound < title.range.lowerBound {
        addNumber(before: title)
      }
      addTitle(title)
    }
    while nextNumber < numbers.count { addNumber(before: nil) }
    for mention in mentions { for index in mention.range { masked[index] = MentionFinder.mask } }
    maskRemarks()
  }

  /// Adds the next number by itself, or with the title right behind it: 国发〔2020〕1号《关于…的通知》.
  private mutating func addNumber(before title: BookTitle?) {
    let found = numbers[nextNumber]
    nextNumber += 1
    var end = found.range.upperBound
    if let title, isNext(title.range.lowerBound, behind: end), trailingNumbers(title).numbers.isEmpty {
      end = title.range.upperBound
      add(found.range.lowerBound..<end, found, title)
    } else {
      add(found.range, found, nil)
    }
  }

  private mutating func addTitle(_ title: BookTitle) {
    if let last = mentions.last, last.range.upperBound >= title.range.upperBound { return }
    let (numbers, end) = trailingNumbers(title)
    nextNumber += numbers.count
    if numbers.isEmpty { add(title.range.lowerBound..<behindShortName(title.range.upperBound), nil, title) }
    for (place, number) in numbers.enumerated() {
      let start = place == 0 ? title.range.lowerBound : number.range.lowerBound
      // Each reaches to the next: what stands between two numbers of one title parts no clauses.
      add(start..<(place == numbers.count - 1 ? end : numbers[place + 1].range.lowerBound), number, title)
    }
  }

  /// The place behind a remark that only gives a short name: （以下简称《价格法》）.
  private func behindShortName(_ end: Int) -> Int {
    guard let remark = remark(at: end), shortName(in: remark) != nil else { return end }
    return remark.upperBound
  }

  /// The title by which a document is called from here on.
  private func shortName(in range: Range<Int>) -> String? {
    guard let start = range.dropLast(3).first(where: { scalars[$0] == "简" && scalars[$0 + 1] == "称" }),
      let open = (start + 2..<min(start + 5, range.upperBound)).first(where: { scalars[$0] == "《" }),
      let close = (open..<range.upperBound).first(where: { scalars[$0] == "》" })
    else { return nil }
    return BookTitle(range: open..<close + 1).text(in: scalars)
  }

  private mutating func add(_ range: Range<Int>, _ number: DocumentNumber.Occurrence?, _ title: BookTitle?) {
    mentions.append(
      Mention(
        range: range, number: number?.number, offset: number?.range.lowerBound ?? range.lowerBound,
        title: title?.text(in: scalars),
        // Of several numbers inside a title all but the last end before it does.
        shortName: title.flatMap { shortName(in: min($0.range.upperBound, range.upperBound)..<range.upperBound) }))
  }

  /// The numbers inside of a title or behind it, bare or in brackets, and where they or the bracket end.
  private func trailingNumbers(_ title: BookTitle) -> (numbers: [DocumentNumber.Occurrence], end: Int) {
    let inside = numbers[nextNumber...].prefix { $0.range.lowerBound < title.range.upperBound }
    guard inside.isEmpty else { return (Array(inside), max(title.range.upperBound, inside.last!.range.upperBound)) }
    var start = title.range.upperBound
    while start < scalars.count, scalars[start] != "\n", scalars[start].isSpace { start += 1 }
    let rest = numbers[nextNumber...]
    if let remark = remark(at: start) {
      let inner = rest.prefix { $0.range.lowerBound < remark.upperBound }
      return inner.isEmpty || holdsTitle(remark.lowerBound..<inner[inner.startIndex].range.lowerBound)
        ? ([], remark.upperBound) : (Array(inner), max(remark.upperBound, inner.last!.range.upperBound))
    }
    guard let first = rest.first, first.range.lowerBound == start else { return ([], start) }
    return ([first], first.range.upperBound)
  }

  private func holdsTitle(_ range: Range<Int>) -> Bool { scalars[range].contains("《") }

  /// Whether only 文件 or a bracket stands between a number and a title.
  private func isNext(_ start: Int, behind end: Int) -> Bool {
    start - end <= 4 && scalars[end..<start].allSatisfy { "文件 （(".unicodeScalars.contains($0) }
  }

  /// The bracketed remark that begins at a place, its brackets included.
  private func remark(at start: Int) -> Range<Int>? {
    guard start < scalars.count, scalars[start] == "（" || scalars[start] == "(" else { return nil }
    var depth = 0
    for index in start..<min(start + MentionFinder.longestRemark, scalars.count) {
      switch scalars[index] {
      case "（", "(": depth += 1
      case "）", ")":
        depth -= 1
        if depth == 0 { return start..<index + 1 }
      case "\n": return nil
      default: break
      }
    }
    return nil
  }

  /// Masks the remarks behind titles, and those without any mention.
  private mutating func maskRemarks() {
    var index = 0
    while index < scalars.count {
      guard masked[index] != MentionFinder.mask, let remark = remark(at: index) else {
        index += 1
        continue
      }
      let isBehindMention = index > 0 && masked[index - 1] == MentionFinder.mask
      if isBehindMention || !masked[remark].contains(MentionFinder.mask) {
        for place in remark { masked[place] = MentionFinder.mask }
      }
      index = remark.upperBound
    }
  }
}
