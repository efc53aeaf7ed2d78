// Walking through a span map: neighbouring places are looked up one after the other.

import Archive

extension SpanMap {
  /// The segment that an offset lies in; `nil` only for the map of an empty text.
  ///
  /// - Parameter hint: the segment that the search begins at; it is nearly always that one or the next.
  func segment(at offset: Int, near hint: Int) -> Int? {
    for index in hint..<min(hint + 2, segments.count) where holds(index, offset) { return index }
    return segmentIndex(at: offset)
  }

  private func holds(_ index: Int, _ offset: Int) -> Bool {
    Int(segments[index].textOffset) <= offset
      && (index + 1 == segments.count || Int(segments[index + 1].textOffset) > offset)
  }
}
