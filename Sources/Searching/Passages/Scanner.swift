// Finds strings in folded text: the one scanner behind passages, highlights and counts.

internal import Foundation

/// A place where a needle stands in a text.
struct Occurrence: Hashable, Sendable {
  /// Where, in bytes of the folded text.
  let bytes: Range<Int>
  /// Which of the needles.
  let needle: Int
}

/// Searches folded text byte by byte. UTF-8 lets no character begin inside another, so every hit falls on characters.
enum Scanner {
  /// All occurrences of some needles, in order of their start; those of one needle never overlap each other.
  ///
  /// - Parameters:
  ///   - needles: folded UTF-8.
  ///   - limit: the most occurrences looked for of each needle.
  static func occurrences(of needles: [[UInt8]], in text: [UInt8], limit: Int = .max) -> [Occurrence] {
    var found: [Occurrence] = []
    text.withUnsafeBufferPointer { haystack in
      for (index, needle) in needles.enumerated() {
        forEachMatch(of: needle, in: haystack, limit: limit) { start in
          found.append(Occurrence(bytes: start..<start + needle.count, needle: index))
        }
      }
    }
    if needles.count > 1 { found.sort { ($0.bytes.lowerBound, $0.needle) < ($1.bytes.lowerBound, $1.needle) } }
    return found
  }

  /// Horspool's search (1980): compares at the last byte and skips as far as that byte's place in the needle allows.
  private static func forEachMatch(
    of needle: [UInt8], in haystack: UnsafeBufferPointer<UInt8>, limit: Int, _ body: (Int) -> Void
  ) {
    let length = needle.count
    guard length > 0, let base = haystack.baseAddress else { return }
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 256) { skips in
      skips.initialize(repeating: length)
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
  }
}
