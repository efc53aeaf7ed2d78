// What the words on both sides of a line's end say about whether the sentence goes on.

import Archive

/// Weighs a seam, the place between two lines, by its language alone.
///
/// Weights are natural logarithms of how much more often a sign is seen where a paragraph goes on than where one
/// ends. They follow counts over 3,081 joined and 1,575 separate seams of fifteen labelled gazettes, brought nearer
/// to zero where the counts are small or texts of one kind prevail.
struct SeamEvidence {
  let scalars: [Unicode.Scalar]

  /// - Returns: above zero where the line goes on in the next one, below where its paragraph ends.
  func weight(_ line: SourceLine, _ next: SourceLine) -> Float {
    var weight = weight(ofEnd: line, next) + weight(ofStart: next, after: line)
    if line.counts.hasUnclosedBracket, !line.ending.isEnd { weight += bracketWeight(line, next) }
    if next.isRow { weight -= line.isRow ? 4 : 2 }
    if isParallel(line, next) { weight -= 4 }
    // A title and the lines that say when a statute was adopted.
    if next.startsWithDate, !line.counts.holdsClause,
      DocumentKind.closesTitle(scalars[line.range]) || SeamEvidence.endsLikeAdoption(scalars[line.range])
    {
      weight -= 6
    }
    if meetRows(line, next) { weight -= 8 }
    if isLoneNumber(next, below: line) || next.opensPage && isPublication(next) { weight -= 12 }
    if cutsAddress(line, next) || cutsNumber(line, next) { weight += 12 }
    return weight
  }

  /// What a bracket that a line leaves open says: no paragraph ends in 《 or （ that the line right below closes, whatever
  /// else speaks for an end; what is quoted in “ may have several paragraphs.
  private func bracketWeight(_ line: SourceLine, _ next: SourceLine) -> Float {
    guard next.counts.hasUnopenedBracket else { return 1 }
    let isWithin = next.head == nil && !next.followsBlank && !line.isRow && !next.isRow && leavesNameOpen(line)
    return isWithin ? 12 : 3
  }

  private func leavesNameOpen(_ line: SourceLine) -> Bool {
    scalars[line.range].reduce(0) { depth, sign in
      switch sign {
      case "《", "（", "(": depth + 1
      case "》", "）", ")": max(depth - 1, 0)
      default: depth
      }
    } > 0
  }

  /// Whether an address on the web goes on: no line ends within one by itself, however much room it leaves.
  private func cutsAddress(_ line: SourceLine, _ next: SourceLine) -> Bool {
    let first = scalars[next.range.lowerBound]
    guard first.isLatinLetter || first.isDigit || first == "/" || first == "." else { return false }
    // Longer addresses are a guess that keeps the search linear.
    let end = scalars[line.range].suffix(200)
    guard let colon = end.lastIndex(of: ":"), end[colon...].dropFirst().starts(with: ["/", "/"]),
      end[colon...].allSatisfy({ (0x21...0x7E).contains($0.value) && $0 != ">" })
    else { return false }
    let start = scalars[next.range].prefix(200).prefix { (0x21...0x7E).contains($0.value) }
    return start.contains { $0 == "/" || $0 == "." } && !start.contains(":")
  }

  private func weight(ofEnd line: SourceLine, _ next: SourceLine) -> Float {
    let last = scalars[line.range.upperBound - 1]
    switch line.ending {
    case .sentence: return isResponsibility(next) ? 5 : -3
    case .clause: return isClockTime(line, next) ? 2 : last == "：" ? -5 : -4
    case .open: return 4
    case .bracket: return isResponsibilityEnd(line) ? -4 : closesInMidSentence(line) ? 1 : -1
    case .digit: return 1.5
    case .other: return last == "第" ? 4 : 1
    }
  }

  private func weight(ofStart next: SourceLine, after line: SourceLine) -> Float {
    let start = scalars[next.range]
    let first = start[start.startIndex]
    let last = scalars[line.range.upperBound - 1]
    if first.isForbiddenAtLineStart { return 4 }
    if last.isDigit, first.isDigit { return 2 }
    if last.isDigit, "年月日号".unicodeScalars.contains(first) { return 4 }
    switch next.head {
    case .certain: return last == "第" ? 0 : -8
    case .possible: return last == "第" || last.isDigit ? 0 : -3
    case nil: break
    }
    if SeamEvidence.isFormula(start), !SeamEvidence.isNumber(start) || !SeamEvidence.goesOnBehindNumber(below(next)) {
      return -8
    }
    let isNumber = SeamEvidence.isNumber(scalars[line.range])
    if SeamEvidence.isClosedFormula(scalars[line.range]), !isNumber || !SeamEvidence.goesOnBehindNumber(start) {
      return -8
    }
    if first == "—", start.dropFirst().first == "—" { return -4 }
    return 0.5
  }

  /// Whether two lines begin or end alike, as entries of a list do: with a date each, or with the same two
  /// characters and without any clause.
  private func isParallel(_ line: SourceLine, _ next: SourceLine) -> Bool {
    if line.startsWithDate, next.startsWithDate { return true }
    return !line.counts.holdsClause && !next.counts.holdsClause && line.ending == .other && line.counts.glyphCount > 2
      && scalars[line.range].suffix(2).elementsEqual(scalars[next.range].suffix(2))
  }

  /// `14:` and `00` of a time cut in two.
  private func isClockTime(_ line: SourceLine, _ next: SourceLine) -> Bool {
    let tail = scalars[line.range].suffix(2)
    return tail.count == 2 && tail.first!.isDigit && (tail.last == ":" || tail.last == "：")
      && scalars[next.range].prefix(2).count { $0.isDigit } == 2
  }

  /// Whether a line is, or ends, the bracket that names who is responsible for what stands before it.
  private func isResponsibilityEnd(_ line: SourceLine) -> Bool {
    let tail = scalars[line.range].suffix(3)
    return line.ending == .bracket && SeamEvidence.responsibilities.contains { tail.starts(with: $0) }
  }

  /// Whether the bracket at a line's end belongs to a word of a sentence that is not finished: `…，各县（市、区）`. What a
  /// bracket says of a whole sentence or item has a colon, names offices, or stands behind its end.
  private func closesInMidSentence(_ line: SourceLine) -> Bool {
    let text = scalars[line.range]
    guard line.counts.holdsClause, let opening = text.lastIndex(where: { $0 == "（" || $0 == "(" }),
      opening > text.startIndex, text[opening - 1].isHan, !text[opening...].contains(where: { $0 == "：" || $0 == ":" })
    else { return false }
    return !Offices.isOffice(text[(opening + 1)...].dropLast())
      && text[..<opening].last { "，。；！？：".unicodeScalars.contains($0) } == "，"
  }

  private func isResponsibility(_ line: SourceLine) -> Bool {
    line.head == nil && (scalars[line.range.lowerBound] == "（" || scalars[line.range.lowerBound] == "(")
      && isResponsibilityEnd(line)
  }

  /// Whether a line ends as those do that say when a statute was adopted, amended or put into force.
  static func endsLikeAdoption(_ line: ArraySlice<Unicode.Scalar>) -> Bool { adoptions.contains(where: line.ends) }

  private static let adoptions = ["通过", "批准", "公布", "发布", "修正", "修订", "施行"].map { Array($0.unicodeScalars) }
  private static let responsibilities = ["负责", "落实", "参加", "配合"].map { Array($0.unicodeScalars) }
}

extension SeamEvidence {
  /// Whether a number that fills a line by itself stands below wide text: a page's number that was not found, or a cell,
  /// and never the end of that text, unless a number was cut.
  func isLoneNumber(_ next: SourceLine, below line: SourceLine) -> Bool {
    guard next.ending == .digit, next.counts.glyphCount <= 4, line.counts.width >= PageStructure.listWidth,
      scalars[next.range].allSatisfy(\.isDigit), below(next).first?.mayBeginUnit != true
    else { return false }
    let last = scalars[line.range.upperBound - 1]
    return (last.isHan || line.ending == .open || line.ending.isEnd) && !"第〔（(：:".unicodeScalars.contains(last)
  }

  /// What the line below a line begins with.
  private func below(_ line: SourceLine) -> ArraySlice<Unicode.Scalar> {
    scalars[line.range.upperBound...].prefix(16).drop(while: \.properties.isWhitespace).prefix(2)
  }

  /// Whether a line is a publication's name, which heads a page where it does not stand in 《》.
  func isPublication(_ line: SourceLine) -> Bool {
    line.counts.width <= PageStructure.listWidth && PublicationName(scalars[line.range])?.holdsName == true
  }
}
