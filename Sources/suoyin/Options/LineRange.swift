// Lines of a source as they are typed.

/// A stretch of lines: `12`, `12-40` or `12-`; also with the dash that heads of documents print.
struct LineRange: CustomStringConvertible {
  let first: Int
  /// The last of them; nil for all that follow.
  let last: Int?

  /// - Returns: `nil` for what is no stretch of lines.
  init?(_ text: String) {
    let ends = text.split(separator: text.contains("–") ? "–" : "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = Int(ends[0]), first > 0 else { return nil }
    if ends.count == 1 {
      last = first
    } else if ends[1].isEmpty {
      last = nil
    } else {
      guard let number = Int(ends[1]), number >= first else { return nil }
      last = number
    }
    self.first = first
  }

  var description: String { last == first ? "line \(first)" : "lines \(first)–" + (last.map(String.init) ?? "") }

  func overlaps(_ lines: ClosedRange<Int>) -> Bool { lines.upperBound >= first && lines.lowerBound <= last ?? .max }
}
