// The lines of a source that hold something, so that blank lines do not cut a document's lines in pieces.

import Archive

/// The lines that text and furniture stand on.
struct SourceLines {
  /// For each line, counted from 0, how many lines before it hold something.
  private let ranks: [Int]

  init(of text: RepairedText) {
    let held = text.paragraphs.flatMap(\.lines).flatMap { $0 } + text.furniture.map(\.line)
    var holds = [Bool](repeating: false, count: (held.max() ?? 0) + 2)
    for line in held { holds[line] = true }
    var rank = 0
    ranks = holds.map { isHeld in
      defer { rank += isHeld ? 1 : 0 }
      return rank
    }
  }

  /// The lines of a text in the order in which it uses them, blank lines between two of them included.
  func stretches(of text: RepairedText) -> [ClosedRange<Int>] {
    var stretches: [ClosedRange<Int>] = []
    for range in text.paragraphs.flatMap(\.lines) {
      if let last = stretches.last, range.lowerBound >= last.lowerBound,
        ranks[range.lowerBound] <= ranks[last.upperBound] + 1
      {
        stretches[stretches.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        stretches.append(range)
      }
    }
    return stretches
  }
}
