// Finds strings in folded text: the one scanner behind passages, highlights and counts.

internal import Foundation

/// A place where a needle stands in a text.
struct Occurrence: Hashable, Sendable {
  /// Where, in bytes of the folded text.
  let bytes: Range<Int>
  /// Which of the needles.
  let needle: Int
}

/// What is looked for in folded text.
struct Needle: Hashable, Sendable {
  let bytes: [UInt8]
  /// What the text must not go on with before and behind it.
  var before: RunEdge?
  var after: RunEdge?

  init(_ text: String) { bytes = Array(text.utf8) }

  /// What words begin with.
  init(prefix: String) {
    self.init(prefix)
    before = RunEdge(before: prefix)
  }

  /// One of the phrases of what is to stand in a text.
  init(_ phrase: PlannedPhrase, of exact: PlannedExact) {
    self.init(phrase.text)
    (before, after) = exact.edges(of: phrase)
  }

  /// Whether it stands at a place where its bytes do.
  func fits(_ start: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    before?.goesOn(in: text, at: start - 1, step: -1) != true
      && after?.goesOn(in: text, at: start + bytes.count, step: 1) != true
  }
}

/// Searches folded text byte by byte. UTF-8 lets no character begin inside another, so every hit falls on characters.
enum Scanner {
  /// All occurrences of some needles, in order of their start; those of one needle never overlap each other.
  ///
  /// - Parameter limit: the most occurrences looked for of each needle.
  static func occurrences(of needles: [Needle], in text: [UInt8], limit: Int = .max) -> [Occurrence] {
    var found: [Occurrence] = []
    text.withUnsafeBufferPointer { haystack in
      let byteCounts = byteCounts(haystack)
      for (index, needle) in needles.enumerated() {
        forEachMatch(of: needle, in: haystack, byteCounts, limit: limit) { start in
          found.append(Occurrence(bytes: start..<start + needle.bytes.count, needle: index))
        }
      }
    }
    if needles.count > 1 { found.sort { ($0.bytes.lowerBound, $0.needle) < ($1.bytes.lowerBound, $1.needle) } }
    return found
  }

  /// How much of a text tells which bytes are rare in it.
  private static let sampleBytes = 1_024

  private static func byteCounts(_ text: UnsafeBufferPointer<UInt8>) -> [Int] {
    var counts = [Int](repeating: 0, count: 256)
    for byte in text.prefix(sampleBytes) { counts[Int(byte)] += 1 }
    return counts
  }

  /// Jumps from one place of the needle's rarest byte to the next and compares there: two bytes of three that Han are
  /// written with are one of 64, so that few places are looked at.
  private static func forEachMatch(
    of wanted: Needle, in haystack: UnsafeBufferPointer<UInt8>, _ byteCounts: [Int], limit: Int, _ body: (Int) -> Void
  ) {
    let needle = wanted.bytes
    guard let base = haystack.baseAddress,
      let anchor = needle.indices.min(by: { byteCounts[Int(needle[$0])] < byteCounts[Int(needle[$1])] })
    else { return }
    var start = 0
    var count = 0
    while count < limit, start + needle.count <= haystack.count {
      let places = haystack.count - start - needle.count + 1
      guard let place = memchr(base + start + anchor, Int32(needle[anchor]), places) else { return }
      start = UnsafeRawPointer(place) - UnsafeRawPointer(base) - anchor
      if memcmp(base + start, needle, needle.count) == 0, wanted.fits(start, in: haystack) {
        body(start)
        count += 1
        start += needle.count
      } else {
        start += 1
      }
    }
  }
}
