// What typesetting knows about a character: how wide it is and where it may stand on a line.

extension Unicode.Scalar {
  /// Whether it is white space; line ends are.
  var isSpace: Bool {
    switch value {
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x3000: true
    case 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F: true
    default: false
    }
  }

  /// Whether it is an ASCII or full-width digit.
  var isDigit: Bool { (0x30...0x39).contains(value) || (0xFF10...0xFF19).contains(value) }

  /// Whether it is an ASCII or other Latin letter.
  var isLatinLetter: Bool {
    (0x41...0x5A).contains(value & ~0x20) && value < 0x80
      || (0xC0...0x24F).contains(value) && value != 0xD7 && value != 0xF7
  }

  /// Whether a word or number of Latin script may begin or end with it, so that a space keeps it from the next.
  var isLatinWordSign: Bool {
    isLatinLetter || (0x30...0x39).contains(value) || self == "." || self == "," || self == ";" || self == ":"
  }
}
