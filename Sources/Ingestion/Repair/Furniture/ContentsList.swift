// Finds contents lists: a heading, and entries with dot leaders or page numbers.

/// Tells contents lists from lists of other things: their numbers go up, and their titles stand in the source again.
struct ContentsList {
  private let survey: PageSurvey

  /// Lines between two entries with numbers: titles of up to 120 characters in a column of 20.
  private static let mostWrapped = 6
  /// Entries without leaders that end in a number may be text: only two lines are bridged for them.
  private static let mostWrappedPlain = 2
  /// Entries that make a list when no heading says so.
  private static let fewestBare = 4
  /// Lines of the longest list without page numbers that is believed: a guess.
  private static let longestPlain = 200

  init(_ survey: PageSurvey) { self.survey = survey }

  /// The lists, as ranges of lines in order.
  func ranges() -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = 0
    var mayBePlain = true
    while index < survey.lines.count {
      var end: Int?
      if isHeading(index) {
        end = numberedEnd(behind: index)
        if end == nil, mayBePlain {
          // Only once, since it looks through the source.
          mayBePlain = false
          end = plainEnd(behind: index)
        }
      } else if leaderNumber(index, fewestSigns: 3) != nil {
        end = bareEnd(from: index)
      }
      if let end { ranges.append(index..<end) }
      index = end ?? index + 1
    }
    return ranges
  }

  private static let headings = ["目录", "目次", "本期目录", "contents", "CONTENTS", "Contents"].map {
    Array($0.unicodeScalars)
  }

  /// Whether a character belongs to what a heading says.
  private static func isOfHeading(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isSpace && scalar != "#" && scalar != "*" && scalar != "【" && scalar != "】"
  }

  private func isHeading(_ index: Int) -> Bool {
    guard survey.lines[index].counts.glyphCount <= 8, survey.lines[index].counts.width <= 40 else { return false }
    let text = survey.text(index)
    guard let first = text.first(where: ContentsList.isOfHeading), "目本cC".unicodeScalars.contains(first) else {
      return false
    }
    let signs = text.filter(ContentsList.isOfHeading)
    return ContentsList.headings.contains(signs)
  }

  /// The line behind the last entry with a page number.
  private func numberedEnd(behind heading: Int) -> Int? {
    var end: Int?
    var last = heading
    var lastNumber = 0
    var entryCount = 0
    var index = heading + 1
    while index < survey.lines.count, index - last <= ContentsList.mostWrapped {
      if let number = leaderNumber(index, fewestSigns: 1) {
        (last, lastNumber, end) = (index, number, index + 1)
        entryCount += 1
      } else if index - last <= ContentsList.mostWrappedPlain + 1, let number = plainNumber(index), number >= lastNumber
      {
        (last, lastNumber, end) = (index, number, index + 1)
        entryCount += 1
      } else if survey.lines[index].counts.holdsSentenceEnd || survey.lines[index].ending == .sentence {
        break
      }
      index += 1
    }
    return entryCount >= 2 ? end : nil
  }

  /// The line behind the last of entries with leaders that have no heading.
  private func bareEnd(from start: Int) -> Int? {
    var last = start
    var lastNumber = 0
    var entryCount = 0
    var index = start
    while index < survey.lines.count, index - last <= ContentsList.mostWrapped {
      if let number = leaderNumber(index, fewestSigns: 3) {
        guard number >= lastNumber else { break }
        (last, lastNumber) = (index, number)
        entryCount += 1
      } else if survey.lines[index].ending == .sentence {
        break
      }
      index += 1
    }
    return entryCount >= ContentsList.fewestBare ? last + 1 : nil
  }

  /// The page number behind a dot leader at a line's end.
  private func leaderNumber(_ index: Int, fewestSigns: Int) -> Int? {
    var rest = survey.text(index)
    guard let last = rest.last, last.isDigit || last == "）" || last == ")" else { return nil }
    let number = rest.takeLastNumber()
    while rest.last?.isSpace == true { rest.removeLast() }
    var signCount = 0
    while let last = rest.last, ContentsList.leaders.contains(last) || last.isSpace && signCount > 0 {
      // An ellipsis fills as much as three points.
      if !last.isSpace { signCount += last == "…" || last == "⋯" ? 3 : 1 }
      rest.removeLast()
    }
    return signCount >= 3 && signCount >= fewestSigns ? number : nil
  }

  private static let leaders = Set("….·⋯．-—_•・".unicodeScalars)

  /// The page number that stands apart at the end of a line with Chinese text before it.
  private func plainNumber(_ index: Int) -> Int? {
    guard !survey.lines[index].counts.holdsClause, !survey.lines[index].startsWithDate else { return nil }
    var rest = survey.text(index)
    let isBracketed = rest.last == "）" || rest.last == ")"
    guard let number = rest.takeLastNumber(), let before = rest.last else { return nil }
    guard isBracketed || before.isSpace || before == "/" || before == "／" else { return nil }
    return rest.contains(where: \.isHan) ? number : nil
  }

  /// The line with which the first of the listed documents begins.
  private func plainEnd(behind heading: Int) -> Int? {
    let first = heading + 1
    guard heading < 80, first < survey.lines.count, let opening = titleBeginning(first) else { return nil }
    var end: Int?
    for index in first + 2..<max(first + 2, min(first + ContentsList.longestPlain, survey.lines.count)) {
      let line = survey.lines[index - 1]
      guard !line.counts.holdsSentenceEnd, !line.ending.isEnd, line.head != .certain || line.startsWithDate == false
      else { return nil }
      if begins(index, with: opening) {
        end = index
        break
      }
    }
    guard let end, end - first >= 2 else { return nil }
    let others = (first + 1..<end).compactMap(titleBeginning)
    let isRepeated = others.contains { other in
      (end + 1..<survey.lines.count).contains { begins($0, with: other) }
    }
    return isRepeated ? end : nil
  }

  /// The first characters of a title in a list, without its number; `nil` when the line is too short to tell titles.
  private func titleBeginning(_ index: Int) -> [Unicode.Scalar]? {
    let signs = survey.text(index).lazy.filter { !$0.isSpace }
      .drop { $0.isDigit || "、.．*#-".unicodeScalars.contains($0) }.prefix(12)
    return signs.count >= 8 && signs.allSatisfy { $0.isHan || $0.isWideMark } && signs.first != "第" ? Array(signs) : nil
  }

  private func begins(_ index: Int, with opening: [Unicode.Scalar]) -> Bool {
    survey.text(index).lazy.filter { !$0.isSpace && $0 != "#" && $0 != "*" }.starts(with: opening)
  }
}

extension ArraySlice<Unicode.Scalar> {
  /// Takes a number of up to four digits from the end, in brackets or not.
  fileprivate mutating func takeLastNumber() -> Int? {
    var rest = self
    let isBracketed = rest.last == "）" || rest.last == ")"
    if isBracketed { rest.removeLast() }
    var start = rest.endIndex
    while start > rest.startIndex, rest[start - 1].isDigit { start -= 1 }
    var digits = rest[start...]
    guard let number = digits.takePageNumber(), digits.isEmpty else { return nil }
    rest = rest[..<start]
    if isBracketed {
      guard let opening = rest.popLast(), opening == "（" || opening == "(" else { return nil }
    }
    self = rest
    return number
  }
}
