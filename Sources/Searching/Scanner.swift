// Finds strings in folded text: the one scanner behind passages, highlights and counts.

internal import Analysis
internal import Foundation

/// A place where a needle stands in a text.
struct Occurrence: Hashable, Sendable {
  /// Where, in code points.
  let codePoints: Range<Int>
  /// Which of the needles.
  let needle: Int
}

/// Searches folded text byte by byte. UTF-8 lets no character begin inside another, so every hit falls on characters.
enum Scanner {
  /// All occurrences of some needles, in order of their start; those of one needle never overlap each other.
  ///
  /// - Parameters:
  ///   - needles: folded UTF-8, not empty.
  ///   - limit: the most occurrences looked for of each needle.
  static func occurrences(of needles: [[UInt8]], in text: FoldedText, limit: Int = .max) -> [Occurrence] {
    var found: [(start: Int, needle: Int)] = []
    text.bytes.withUnsafeBufferPointer { haystack in
      for (index, needle) in needles.enumerated() {
        forEachMatch(of: needle, in: haystack, limit: limit) { found.append(($0, index)) }
      }
    }
    found.sort { ($0.start, $0.needle) < ($1.start, $1.needle) }
    let lengths = needles.map(codePointCount)
    var (byte, codePoint) = (0, 0)
    return text.bytes.withUnsafeBufferPointer { haystack in
      found.map { match in
        codePoint += codePointCount(UnsafeBufferPointer(rebasing: haystack[byte..<match.start]))
        byte = match.start
        return Occurrence(codePoints: codePoint..<codePoint + lengths[match.needle], needle: match.needle)
      }
    }
  }

  /// Horspool's search (1980): compares at the last byte and skips as far as that byte's place in the needle allows.
  private static func forEachMatch(
    of needle: [UInt8], in haystack: UnsafeBufferPointer<UInt8>, limit: Int, _ body: (Int) -> Void
  ) {
    let length = needle.count
    guard length > 0, let base = haystack.baseAddress else { return }
    var skips = [Int](repeating: length, count: 256)
    for (offset, byte) in needle.dropLast().enumerated() { skips[Int(byte)] = length - 1 - offset }
    let last = needle[length - 1]
    var start = 0
    var count = 0
    while count < limit, start + length <= haystack.count {
      let byte = haystack[start + length - 1]
      if byte == last, memcmp(base + start, needle, length) == 0 {
        body(start)
        count += 1
        start += length
      } else {
        start += skips[Int(byte)]
      }
    }
  }

  /// How many code points stand in UTF-8 text: all bytes that do not continue one.
  private static func codePointCount(_ bytes: some Sequence<UInt8>) -> Int {
    var count = 0
    for byte in bytes where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
