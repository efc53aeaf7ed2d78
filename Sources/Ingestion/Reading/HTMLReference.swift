// Character references of HTML: &#20013; &#x4E2D; &nbsp;

import ICU

/// A reference and the character it stands for.
struct HTMLReference {
  let scalar: Unicode.Scalar
  /// Where the text goes on behind it.
  let end: Int

  /// Longest digits and names that are looked at: a guess.
  private static let longest = 10

  /// Reads the reference that begins with the `&` at a place.
  ///
  /// - Returns: `nil` when there is none that stands for a character; the `&` is text then.
  init?(at start: Int, in scalars: [Unicode.Scalar]) {
    let next = start + 1
    guard next < scalars.count else { return nil }
    let found =
      scalars[next] == "#"
      ? HTMLReference.number(from: next + 1, in: scalars) : HTMLReference.name(from: next, in: scalars)
    guard let found else { return nil }
    (scalar, end) = found
  }

  /// A number may lack its semicolon. NUL, surrogates and what lies beyond Unicode stand for nothing.
  private static func number(from start: Int, in scalars: [Unicode.Scalar]) -> (Unicode.Scalar, Int)? {
    var index = start
    var radix: UInt32 = 10
    if index < scalars.count, scalars[index] == "x" || scalars[index] == "X" {
      radix = 16
      index += 1
    }
    let first = index
    var value: UInt32 = 0
    while index < scalars.count, index - first < longest,
      let digit = Character(scalars[index]).hexDigitValue, scalars[index].isASCII, digit < radix
    {
      // Saturates above all of Unicode.
      value = min(value &* radix &+ UInt32(digit), 0x20_0000)
      index += 1
    }
    guard index > first, value > 0, let scalar = Unicode.Scalar(value) else { return nil }
    if index < scalars.count, scalars[index] == ";" { index += 1 }
    return (0x80...0x9F ~= value ? windows1252[Int(value) - 0x80] : scalar, index)
  }

  private static func name(from start: Int, in scalars: [Unicode.Scalar]) -> (Unicode.Scalar, Int)? {
    var name = ""
    var index = start
    while index < scalars.count, index - start < longest, scalars[index].isASCII,
      scalars[index].properties.isAlphabetic || scalars[index].isDigit
    {
      name.unicodeScalars.append(scalars[index])
      index += 1
    }
    guard index < scalars.count, scalars[index] == ";", let scalar = named[name] else { return nil }
    return (scalar, index + 1)
  }

  /// Numbers of control characters are meant as windows-1252 has them (WHATWG, numeric character reference end state).
  private static let windows1252: [Unicode.Scalar] = {
    let controls = (0x80...0x9F).map { Unicode.Scalar(UInt8($0)) }
    let bytes = (UInt8(0x80)...0x9F).map(\.self)
    guard let encoding = TextEncoding(named: "windows-1252"), let decoded = try? encoding.decode(bytes[...]),
      decoded.text.unicodeScalars.count == controls.count
    else { return controls }
    return Array(decoded.text.unicodeScalars)
  }()

  /// Those that pages in Chinese use: of HTML 2 and 4, without accented letters, Greek and arrows.
  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ensp": "\u{2002}",
    "emsp": "\u{2003}", "thinsp": "\u{2009}", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’",
    "sbquo": "‚", "bdquo": "„", "laquo": "«", "raquo": "»", "lsaquo": "‹", "rsaquo": "›", "hellip": "…",
    "mdash": "—", "ndash": "–", "middot": "·", "bull": "•", "deg": "°", "times": "×", "divide": "÷",
    "plusmn": "±", "permil": "‰", "sect": "§", "para": "¶", "copy": "©", "reg": "®", "trade": "™", "yen": "¥",
    "cent": "¢", "pound": "£", "euro": "€", "sup1": "¹", "sup2": "²", "sup3": "³", "frac12": "½", "frac14": "¼",
    "frac34": "¾", "le": "≤", "ge": "≥", "ne": "≠", "asymp": "≈", "minus": "−", "micro": "µ", "Alpha": "Α",
    "alpha": "α", "beta": "β", "gamma": "γ", "mu": "μ", "Omega": "Ω", "lang": "〈", "rang": "〉", "zwnj": "\u{200C}",
    "zwj": "\u{200D}", "shy": "\u{AD}", "larr": "←", "rarr": "→", "uarr": "↑", "darr": "↓",
  ]
}
