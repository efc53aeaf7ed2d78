// Random texts of what Chinese sources are made of.

/// Kinds of characters that random text mixes.
public enum CharacterKind: CaseIterable, Sendable {
  case han
  case latin
  case digit
  case punctuation
  case space
  case newline
  /// What should not be there: control characters, signs outside of the basic plane, characters that combine.
  case odd

  /// Characters of the kind, besides the common Han characters.
  private var samples: [Unicode.Scalar] {
    switch self {
    case .han: Array("人民政府关于印发通知意见办法规定第一二三四条年月日号省市县区".unicodeScalars)
    case .latin: Array("abcXYZ".unicodeScalars)
    case .digit: Array("0123456789０９".unicodeScalars)
    case .punctuation: Array("，。、；：（）《》“”〔〕！？—…,.;:()%".unicodeScalars)
    case .space: Array(" \u{3000}\t".unicodeScalars)
    case .newline: Array("\n\n\n\r\u{2028}\u{C}".unicodeScalars)
    case .odd: Array("\u{0}\u{7}\u{FEFF}\u{200D}\u{301}𠮷😀\u{E000}\u{10FFFF}".unicodeScalars)
    }
  }

  /// One character; every second Han character is any of the first five thousand of its block.
  func random(using generator: inout some RandomNumberGenerator) -> Unicode.Scalar {
    if self == .han, Bool.random(using: &generator) {
      return Unicode.Scalar(UInt32.random(in: 0x4E00...0x61FF, using: &generator)) ?? "一"
    }
    return samples.randomElement(using: &generator) ?? "一"
  }
}

extension String {
  /// Text of random characters, mostly Han.
  ///
  /// - Parameters:
  ///   - codePointCount: how long it is.
  ///   - kinds: what occurs besides Han characters; one character in four is of such a kind.
  public static func random(
    codePointCount: Int, kinds: [CharacterKind] = CharacterKind.allCases,
    using generator: inout some RandomNumberGenerator
  ) -> String {
    var view = UnicodeScalarView()
    for _ in 0..<codePointCount {
      let isOther = Int.random(in: 0..<4, using: &generator) == 0
      let kind = isOther ? kinds.randomElement(using: &generator) ?? .han : .han
      view.append(kind.random(using: &generator))
    }
    return String(view)
  }
}

extension Array where Element == UInt8 {
  /// Random bytes, hardly ever text in any encoding.
  public static func random(count: Int, using generator: inout some RandomNumberGenerator) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }
}
