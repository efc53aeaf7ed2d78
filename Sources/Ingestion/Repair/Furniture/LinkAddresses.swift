// Finds the addresses behind links, which a word processor prints at the ends of pages.

import Archive

/// Tells printed link targets from addresses that a text gives: targets stand where a page cuts a sentence.
enum LinkAddresses {
  /// Marks blocks of addresses.
  static func mark(in survey: inout PageSurvey) {
    var blocks: [Range<Int>] = []
    var index = 0
    while index < survey.lines.count {
      // Nearly every line begins with Han.
      guard survey.scalars[survey.lines[index].range.lowerBound].value < 0x80, isAddress(survey.text(index)) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < survey.lines.count, end - index < longestBlock, continues(survey.text(end)) { end += 1 }
      blocks.append(index..<end)
      index = end
    }
    // Where some were printed at page ends all were, also behind the end of a sentence.
    guard blocks.contains(where: { isPrinted($0, survey) }) || blocks.count >= 2 && isBroken(survey) else { return }
    for block in blocks where !isGiven(block, survey) {
      for index in block { survey.furniture.mark(index, .linkAddress) }
    }
  }

  /// Whether most lines end where a page made them end: then an address on a line of its own was printed there.
  private static func isBroken(_ survey: PageSurvey) -> Bool {
    survey.typicalWidth < LineFrame.widest
      && survey.lines.count { $0.ending == .other || $0.ending == .open } * 2 >= survey.lines.count
  }

  /// Lines of addresses at one page's end: a guess.
  private static let longestBlock = 40
  private static let schemes = ["http://", "https://", "ftp://", "www.", "mailto:"].map { Array($0.unicodeScalars) }

  private static func isAddress(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = line.first, "hfwmHFWM".unicodeScalars.contains(first) else { return false }
    let start = line.prefix(8).map(\.properties.lowercaseMapping).joined().unicodeScalars
    return schemes.contains { start.starts(with: $0) } && line.allSatisfy(isAddressSign)
  }

  /// Whether a line can be the rest of an address, or another one.
  private static func continues(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard line.allSatisfy(isAddressSign) else { return false }
    return isAddress(line)
      || line.count >= 4 && line.contains { "/._=?&%".unicodeScalars.contains($0) }
        && line.contains(where: \.isLatinLetter)
  }

  private static func isAddressSign(_ scalar: Unicode.Scalar) -> Bool { (0x21...0x7E).contains(scalar.value) }

  private static func isPrinted(_ block: Range<Int>, _ survey: PageSurvey) -> Bool {
    guard !isGiven(block, survey) else { return false }
    if block.lowerBound > 0, survey.isFurniture(block.lowerBound - 1) { return true }
    if block.upperBound < survey.lines.count {
      if survey.isFurniture(block.upperBound) || survey.lines[block.upperBound].opensPage { return true }
      if survey.furniture.startsPage(block.upperBound), block.lowerBound > 0 { return true }
    }
    return survey.interrupts(block)
  }

  /// Whether an address that the text gives was broken before its host: `登录https://` / `www.x.example/`, also across
  /// other furniture.
  private static func isRest(_ block: Range<Int>, _ survey: PageSurvey) -> Bool {
    var before = block.lowerBound - 1
    while before > 0, block.lowerBound - before <= longestBlock, survey.isFurniture(before) { before -= 1 }
    return survey.text(before).suffix(2).elementsEqual("//".unicodeScalars)
      && !survey.text(block.lowerBound).contains(":")
  }

  /// Whether the text around says that it gives an address.
  private static func isGiven(_ block: Range<Int>, _ survey: PageSurvey) -> Bool {
    guard block.lowerBound > 0 else { return true }
    if isRest(block, survey) { return true }
    if let last = survey.text(block.lowerBound - 1).last, "：:（(<《“址站为是录问接见到在".unicodeScalars.contains(last) {
      return true
    }
    guard block.upperBound < survey.lines.count, let next = survey.text(block.upperBound).first else { return false }
    return "）)>》”，。；、,".unicodeScalars.contains(next)
  }
}
