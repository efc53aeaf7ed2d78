// Which stretches of a text hold most of what is looked for.

/// Windows over the occurrences in a text, scored by what they hold. All offsets are bytes of the folded text.
struct Windows {
  private var candidates: [(range: Range<Int>, score: Double)] = []

  /// One window for each occurrence: it and all that follow in the same paragraph within reach.
  ///
  /// - Parameter weights: how much each needle says; a second occurrence of the same needle adds a tenth of it.
  init(_ occurrences: [Occurrence], weights: [Double], text: UTF8Text) {
    candidates.reserveCapacity(occurrences.count)
    var paragraphEnd = -1
    for (index, first) in occurrences.enumerated() {
      let start = first.bytes.lowerBound
      if start > paragraphEnd { paragraphEnd = text.firstOffset(of: 0x0A, from: start) }
      let end = max(first.bytes.upperBound, min(start + PassageFinder.windowBytes, paragraphEnd))
      candidates.append(Windows.window(occurrences[index...], weights, end: end))
    }
  }

  private static func window(
    _ occurrences: ArraySlice<Occurrence>, _ weights: [Double], end: Int
  ) -> (range: Range<Int>, score: Double) {
    let start = occurrences.first!.bytes.lowerBound
    var score = 0.0
    var upper = start
    var seen: [Int] = []
    for other in occurrences {
      guard other.bytes.lowerBound < end else { break }
      guard other.bytes.upperBound <= end else { continue }
      if seen.contains(other.needle) {
        score += weights[other.needle] * 0.1
      } else {
        seen.append(other.needle)
        score += weights[other.needle]
      }
      upper = max(upper, other.bytes.upperBound)
    }
    return (start..<upper, score)
  }

  /// Takes the best window; of equals the first.
  mutating func takeBest() -> Range<Int>? {
    guard var best = candidates.indices.first else { return nil }
    for index in candidates.indices where candidates[index].score > candidates[best].score { best = index }
    return candidates.remove(at: best).range
  }

  /// Leaves out all windows that touch a passage already taken.
  mutating func drop(_ range: Range<Int>) {
    candidates.removeAll { $0.range.overlaps(range) }
  }
}
