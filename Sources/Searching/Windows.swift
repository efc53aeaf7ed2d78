// Which stretches of a text hold most of what is looked for.

/// Windows over the occurrences in a text, scored by what they hold.
struct Windows {
  private var candidates: [(range: Range<Int>, score: Double)] = []

  /// One window for each occurrence: it and all that follow in the same paragraph within a passage's length.
  ///
  /// - Parameter weights: how much each needle says; a second occurrence of the same needle adds a tenth of it.
  init(_ occurrences: [Occurrence], weights: [Double], text: PassageText) {
    let reach = PassageFinder.maximumLength - PassageFinder.lead
    for (index, first) in occurrences.enumerated() {
      let end = min(first.codePoints.lowerBound + reach, text.paragraph(at: first.codePoints.lowerBound).upperBound)
      var seen: Set<Int> = []
      var score = 0.0
      var upper = first.codePoints.upperBound
      for other in occurrences[index...] {
        guard other.codePoints.lowerBound < end else { break }
        guard other.codePoints.upperBound <= max(end, first.codePoints.upperBound) else { continue }
        score += weights[other.needle] * (seen.insert(other.needle).inserted ? 1 : 0.1)
        upper = max(upper, other.codePoints.upperBound)
      }
      candidates.append((first.codePoints.lowerBound..<upper, score))
    }
  }

  /// Takes the best window; of equals the first.
  mutating func takeBest() -> Range<Int>? {
    guard let best = candidates.indices.max(by: { isBetter(candidates[$1], than: candidates[$0]) }) else { return nil }
    return candidates.remove(at: best).range
  }

  /// Leaves out all windows that touch a passage already taken.
  mutating func drop(_ range: Range<Int>) {
    candidates.removeAll { $0.range.overlaps(range) }
  }

  private func isBetter(_ left: (range: Range<Int>, score: Double), than right: (range: Range<Int>, score: Double))
    -> Bool
  {
    left.score != right.score ? left.score > right.score : left.range.lowerBound < right.range.lowerBound
  }
}
