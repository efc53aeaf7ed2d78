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
      !glyphs.contains(where: isForbidden), let ending = DocumentKind.ending(of: glyphs), ending.start > 0
    else { return nil }
    if let about = about(glyphs), about < ending.start { return .title(isFull: true) }
    guard !DocumentKind.uncertain.contains(ending.kind), glyphs[0] != "（" else { return nil }
    return .title(isFull: false)
  }

  /// Where 关于 stands outside of 《》.
  static func about(_ glyphs: [Unicode.Scalar]) -> Int? {
    var depth = 0
    for index in glyphs.indices.dropLast() {
      switch glyphs[index] {
      case "《", "〈": depth += 1
      case "》", "〉": depth -= 1
      case "关" where depth == 0 && glyphs[index + 1] == "于": return index
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
