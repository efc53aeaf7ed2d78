// Numbers, and what strings are made of.

import Archive

extension JSONScanner {
  /// Passes over a number.
  mutating func skipNumber() throws(Malformed) {
    if current == "-" { index += 1 }
    if current == "0" { index += 1 } else { try skipDigits() }
    if current == "." {
      index += 1
      try skipDigits()
    }
    if current == "e" || current == "E" {
      index += 1
      if current == "+" || current == "-" { index += 1 }
      try skipDigits()
    }
  }

  private mutating func skipDigits() throws(Malformed) {
    guard let first = current, first.isASCIIDigit else { throw Malformed(index: index) }
    while let digit = current, digit.isASCIIDigit { index += 1 }
  }

  /// Copies what stands for itself, up to a quotation mark, a backslash or a control character.
  mutating func readPlain(into text: inout [Unicode.Scalar]) {
    let start = index
    while index < end, scalars[index] != "\"", scalars[index] != "\\", scalars[index].value >= 0x20 { index += 1 }
    text.append(contentsOf: scalars[start..<index])
  }

  mutating func readEscape() throws(Malformed) -> Unicode.Scalar {
    let start = index
    index += 1
    guard let kind = current else { throw Malformed(index: start) }
    index += 1
    switch kind {
    case "\"", "\\", "/": return kind
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u": break
    default: throw Malformed(index: start)
    }
    let unit = try readHexadecimal()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard unit < 0xDC00, current == "\\" else { throw Malformed(index: start) }
    index += 1
    guard current == "u" else { throw Malformed(index: start) }
    index += 1
    let second = try readHexadecimal()
    guard (0xDC00...0xDFFF).contains(second) else { throw Malformed(index: start) }
    guard let pair = Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10 | (second - 0xDC00))) else {
      throw Malformed(index: start)
    }
    return pair
  }

  private mutating func readHexadecimal() throws(Malformed) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let scalar = current, let digit = scalar.hexadecimalValue else { throw Malformed(index: index) }
      value = value << 4 | digit
      index += 1
    }
    return value
  }
}

extension Unicode.Scalar {
  var isASCIIDigit: Bool { self >= "0" && self <= "9" }

  fileprivate var hexadecimalValue: UInt32? {
    switch self {
    case "0"..."9": value - 0x30
    case "a"..."f": value - 0x61 + 10
    case "A"..."F": value - 0x41 + 10
    default: nil
    }
  }
}
