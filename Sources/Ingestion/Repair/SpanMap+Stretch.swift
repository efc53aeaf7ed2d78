// The part of a span map that covers a stretch of text.

import Archive

extension SpanMap {
  /// Where a stretch in step with the source begins.
  struct Start {
    /// Code-point offset in the mapped text.
    let offset: Int
    let line: Int
    let column: Int
  }

  /// The starts of the stretches that cover a range, the first at the range's own beginning.
  func starts(in range: Range<Int>) -> [Start] {
    guard let first = position(at: range.lowerBound) else { return [] }
    var starts = [Start(offset: range.lowerBound, line: first.line, column: first.column)]
    var index = segments.partitioningIndex { Int($0.textOffset) > range.lowerBound }
    while index < segments.count, segments[index].textOffset < range.upperBound {
      let segment = segments[index]
      starts.append(Start(offset: Int(segment.textOffset), line: Int(segment.line), column: Int(segment.column)))
      index += 1
    }
    return starts
  }
}

extension Array {
  /// The index of the first element that satisfies a condition which no element before it and all behind it satisfy.
  fileprivate func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
