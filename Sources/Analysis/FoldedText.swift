// A text folded for comparison: the only form in which texts and queries meet.

import Archive
internal import ICU

/// A text as search compares it: folded code point by code point, as UTF-8.
///
/// Law: it has as many code points as the text, so that a code-point offset means the same place in both.
public struct FoldedText: Sendable {
  /// The folded text in UTF-8.
  public let bytes: [UInt8]
  /// The folded code points with their class.
  let codePoints: [CodePoint]

  /// How many code points it has.
  public var count: Int { codePoints.count }
}

/// An unbroken stretch of Han characters, letters and digits.
public struct Run: Hashable, Sendable {
  /// Where it stands in the text, in code points.
  public let codePoints: Range<Int>
  /// Where it stands in ``FoldedText/bytes``.
  public let bytes: Range<Int>
}

extension FoldedText {
  init(_ text: some Sequence<Unicode.Scalar>, utf8Count: Int, table: CodePointTable) {
    var bytes: [UInt8] = []
    var codePoints: [CodePoint] = []
    bytes.reserveCapacity(utf8Count)
    codePoints.reserveCapacity(utf8Count / 2)
    for scalar in text {
      let folded = table[scalar.value]
      codePoints.append(folded)
      bytes.append(codePoint: folded.value)
    }
    self.bytes = bytes
    self.codePoints = codePoints
  }

  /// The runs, in order.
  public var runs: [Run] {
    var runs: [Run] = []
    var start: (codePoint: Int, byte: Int)?
    var byte = 0
    for (offset, codePoint) in codePoints.enumerated() {
      if codePoint.isRun {
        if start == nil { start = (offset, byte) }
      } else if let begin = start {
        runs.append(Run(codePoints: begin.codePoint..<offset, bytes: begin.byte..<byte))
        start = nil
      }
      byte += utf8Length(codePoint.value)
    }
    if let begin = start {
      runs.append(Run(codePoints: begin.codePoint..<codePoints.count, bytes: begin.byte..<byte))
    }
    return runs
  }

  /// The runs, those taken together that a mark joins as one number or word: 2.5, 1/3, 10:30, gov.cn.
  public var joinedRuns: [Run] {
    runs.reduce(into: []) { joined, run in
      guard let last = joined.last, joins(last.codePoints.upperBound, to: run.codePoints.lowerBound) else {
        return joined.append(run)
      }
      joined[joined.count - 1] = Run(
        codePoints: last.codePoints.lowerBound..<run.codePoints.upperBound,
        bytes: last.bytes.lowerBound..<run.bytes.upperBound)
    }
  }

  /// Whether what stands between two runs is one mark that joins what it stands between.
  private func joins(_ mark: Int, to next: Int) -> Bool {
    guard next == mark + 1, let sign = Unicode.Scalar(codePoints[mark].value) else { return false }
    let sides = [codePoints[mark - 1], codePoints[next]].map(\.codePointClass)
    switch sign {
    case ".": return sides.allSatisfy { $0 == .digit || $0 == .letter }
    case "/", ":": return sides.allSatisfy { $0 == .digit }
    default: return false
    }
  }

  /// The folded text of a stretch of it.
  ///
  /// - Parameter range: byte offsets that fall on code points, as in ``Run/bytes``.
  public func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}

/// How many bytes of UTF-8 a code point takes.
@inline(__always)
func utf8Length(_ value: UInt32) -> Int {
  value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4
}

extension [UInt8] {
  /// Appends a code point's UTF-8.
  @inline(__always)
  mutating func append(codePoint value: UInt32) {
    switch utf8Length(value) {
    case 1:
      append(UInt8(value))
    case 2:
      append(UInt8(0xC0 | value >> 6))
      append(UInt8(0x80 | value & 0x3F))
    case 3:
      append(UInt8(0xE0 | value >> 12))
      append(UInt8(0x80 | value >> 6 & 0x3F))
      append(UInt8(0x80 | value & 0x3F))
    default:
      append(UInt8(0xF0 | value >> 18))
      append(UInt8(0x80 | value >> 12 & 0x3F))
      append(UInt8(0x80 | value >> 6 & 0x3F))
      append(UInt8(0x80 | value & 0x3F))
    }
  }
}
