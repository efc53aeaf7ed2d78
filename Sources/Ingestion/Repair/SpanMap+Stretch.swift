// The part of a span map that covers a stretch of text.

import Archive

extension SpanMap {
  /// Visits the stretches in step with the source that cover a range, the first from the range's own beginning on.
  ///
  /// - Parameter visit: given a code-point offset in the mapped text, and line and column of what stands there.
  func forEachStart(in range: Range<Int>, _ visit: (_ offset: Int, _ line: Int, _ column: Int) -> Void) {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if Int(segments[middle].textOffset) <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return }
    let first = segments[low - 1]
    visit(range.lowerBound, Int(first.line), Int(first.column) + range.lowerBound - Int(first.textOffset))
    while low < segments.count, segments[low].textOffset < range.upperBound {
      visit(Int(segments[low].textOffset), Int(segments[low].line), Int(segments[low].column))
      low += 1
    }
  }
}
