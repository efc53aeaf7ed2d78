// What a printer knows about a character. Told apart from what Ingestion knows, so that no mistake is shared.

extension Unicode.Scalar {
  var isHan: Bool { (0x4E00...0x9FFF).contains(value) || value == 0x3007 }

  var isASCIIDigit: Bool { (0x30...0x39).contains(value) }

  var isASCIILetter: Bool { (0x41...0x5A).contains(value & ~0x20) && value < 0x80 }

  var isSpace: Bool { properties.isWhitespace }

  /// Half cells that it takes.
  var halfCells: Int {
    switch value {
    case 0x2010...0x1FFFF, 0xB7, 0xD7: 2
    default: 1
    }
  }

  /// Whether no line begins with it.
  var mayNotBeginLine: Bool { Unicode.Scalar.closing.contains(self) }

  /// Whether no line ends with it.
  var mayNotEndLine: Bool { Unicode.Scalar.opening.contains(self) }

  /// Full-width forms as ASCII: a repair may give back either.
  var folded: Unicode.Scalar {
    (0xFF01...0xFF5E).contains(value) ? Unicode.Scalar(value - 0xFEE0) ?? self : self
  }

  private static let closing = Set("，。、；：！？）》」』〕】”’％%℃".unicodeScalars)
  private static let opening = Set("（《「『〔【“‘".unicodeScalars)
}
