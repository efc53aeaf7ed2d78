// Reads one JSON value from code points and keeps the place of every decoded one.

import Archive

/// A validating scanner of JSON (RFC 8259) over the code points of one line.
///
/// It exists because no decoder tells where in the record a decoded character stands, and citations need that.
struct JSONScanner {
  /// Text that is not JSON.
  struct Malformed: Error {
    /// Index of the code point at which it stops being JSON.
    let index: Int
  }

  /// How deep arrays and objects may stand inside each other: that of common parsers (Foundation's allows 512).
  static let maximumDepth = 512

  let scalars: [Unicode.Scalar]
  let end: Int
  private let lineStart: Int
  private let lineNumber: Int
  var index: Int

  init(_ scalars: [Unicode.Scalar], line: Range<Int>, lineNumber: Int) {
    self.scalars = scalars
    self.lineNumber = lineNumber
    lineStart = line.lowerBound
    index = line.lowerBound
    end = line.upperBound
  }

  var current: Unicode.Scalar? { index < end ? scalars[index] : nil }

  mutating func skipSpace() {
    while let scalar = current, scalar == " " || scalar == "\t" || scalar == "\r" || scalar == "\n" { index += 1 }
  }

  /// Passes over a sign of the grammar if it is next, white space in front of it included.
  mutating func take(_ sign: Unicode.Scalar) -> Bool {
    skipSpace()
    guard current == sign else { return false }
    index += 1
    return true
  }

  mutating func expect(_ sign: Unicode.Scalar) throws(Malformed) {
    guard take(sign) else { throw Malformed(index: index) }
  }

  /// Whether nothing but white space is left.
  mutating func isAtEnd() -> Bool {
    skipSpace()
    return index == end
  }

  /// Whether a string is next.
  mutating func isAtString() -> Bool {
    skipSpace()
    return current == "\""
  }

  /// Whether an object is next, behind white space that was skipped.
  var isAtObject: Bool { current == "{" }

  /// Reads a string: its characters, each led back to where it, or its escape, begins.
  mutating func readString() throws(Malformed) -> SourceText {
    try expect("\"")
    var text: [Unicode.Scalar] = []
    var origins = SpanMap()
    while let scalar = current {
      if scalar == "\"" {
        index += 1
        return SourceText(scalars: text, origins: origins)
      }
      guard scalar.value >= 0x20 else { throw Malformed(index: index) }
      origins.append(textOffset: text.count, line: lineNumber, column: index - lineStart + 1)
      if scalar == "\\" {
        text.append(try readEscape())
      } else {
        readPlain(into: &text)
      }
    }
    throw Malformed(index: index)
  }

  /// What stands in a stretch, as it is written.
  func text(_ range: Range<Int>) -> String { String(scalars: scalars[range]) }

  /// Passes over any value but an object's or array's end; the scanner's own stack, so that depth cannot trap.
  mutating func skipValue() throws(Malformed) {
    var closers: [Unicode.Scalar] = []
    repeat {
      try skipOpening(&closers)
      while let closer = closers.last {
        if take(closer) {
          closers.removeLast()
        } else {
          try expect(",")
          if closer == "}" { try skipName() }
          break
        }
      }
    } while !closers.isEmpty
  }

  /// Passes over a scalar value or an empty container, or enters a container up to its first scalar value.
  private mutating func skipOpening(_ closers: inout [Unicode.Scalar]) throws(Malformed) {
    while true {
      skipSpace()
      guard let scalar = current else { throw Malformed(index: index) }
      guard scalar == "{" || scalar == "[" else { return try skipScalarValue(scalar) }
      index += 1
      let closer: Unicode.Scalar = scalar == "{" ? "}" : "]"
      if take(closer) { return }
      guard closers.count < JSONScanner.maximumDepth else { throw Malformed(index: index) }
      closers.append(closer)
      if closer == "}" { try skipName() }
    }
  }

  private mutating func skipName() throws(Malformed) {
    skipSpace()
    _ = try readString()
    try expect(":")
  }

  private mutating func skipScalarValue(_ first: Unicode.Scalar) throws(Malformed) {
    switch first {
    case "\"": _ = try readString()
    case "t": try skip(word: "true")
    case "f": try skip(word: "false")
    case "n": try skip(word: "null")
    default: try skipNumber()
    }
  }

  /// Reads a number as it is written; any other value is passed over.
  mutating func readNumber() throws(Malformed) -> String? {
    skipSpace()
    let start = index
    try skipValue()
    guard let first = start < end ? scalars[start] : nil, first == "-" || first.isASCIIDigit else { return nil }
    return String(scalars: scalars[start..<index])
  }

  private mutating func skip(word: String) throws(Malformed) {
    for scalar in word.unicodeScalars {
      guard current == scalar else { throw Malformed(index: index) }
      index += 1
    }
  }
}
