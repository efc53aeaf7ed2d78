// Whether a paragraph can be a document's title.

import Archive

/// Recognises titles by what they are made of: an issuer, 关于, a matter, and the name of a kind at the end.
enum TitleShape {
  /// The longest title, in characters; the longest of 4,000 national and local notices have about 100.
  private static let longest = 120

  /// - Parameter glyphs: a paragraph without white space.
  /// - Returns: `.title`, or nil.
  static func title(_ glyphs: [Unicode.Scalar]) -> Part? {
    guard (4...longest).contains(glyphs.count), Ordinal(glyphs[...]) == nil, NumberedHead(glyphs[...]) == nil,
      !glyphs.contains(where: isForbidden), !isPartHead(glyphs), let ending = DocumentKind.ending(of: glyphs),
      ending.start > 0
    else { return nil }
    if let about = about(glyphs), about < ending.start {
      return isSpokenOf(glyphs[..<about], glyphs[..<ending.start], ending.kind) ? nil : .title(isFull: true)
    }
    guard !DocumentKind.uncertain.contains(ending.kind) || isSpeech(glyphs[..<ending.start]), glyphs[0] != "（" else {
      return nil
    }
    return .title(isFull: false)
  }

  /// Whether what stands before 讲话 and its like says at what meeting: 在全市水利工作会议上的.
  private static func isSpeech(_ head: ArraySlice<Unicode.Scalar>) -> Bool {
    head.contains("在") && head.ends(with: ["上", "的"])
  }

  /// Whether a line tells of an instruction or a report instead of being its title: 传达学习…关于…的重要指示, 听取…的汇报.
  private static func isSpokenOf(
    _ issuer: ArraySlice<Unicode.Scalar>, _ head: ArraySlice<Unicode.Scalar>, _ kind: String
  ) -> Bool {
    guard told.contains(kind) else { return false }
    if issuer.first == "了" { return true }
    return head.ends(with: ["重", "要"]) || !issuer.isEmpty && !Offices.areNames(issuer)
      || hearings.contains { issuer.starts(with: $0) }
  }

  /// Kinds of documents that minutes and reports tell of, in lines of their own.
  static let told: Set<String> = ["指示", "汇报"]

  private static let hearings = ["听取", "传达", "学习", "审议", "研究", "贯彻", "落实"].map { Array($0.unicodeScalars) }

  /// 第三部分 名词解释: a part of a document.
  private static func isPartHead(_ glyphs: [Unicode.Scalar]) -> Bool {
    guard glyphs[0] == "第" else { return false }
    let rest = glyphs.dropFirst().drop { $0.isDigit || $0.isHanNumeral }
    return rest.count < glyphs.count - 1 && rest.starts(with: ["部", "分"])
  }

  /// Where 关于 stands outside of 《》.
  static func about(_ glyphs: [Unicode.Scalar]) -> Int? {
    var depth = 0
    for index in glyphs.indices.dropLast() {
      switch glyphs[index] {
      case "《", "〈": depth += 1
      case "》", "〉": depth -= 1
      case "关", "關": if depth == 0, glyphs[index + 1].simplified == "于" { return index }
      default: break
      }
    }
    return nil
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "！", "？", "；", "：", ":", ";": true
    default: false
    }
  }
}
