// The ends of a range, as people type them.

/// The ends of a range as they were typed, folded: `2023..2024-06`, `>=500万元`, `30..`, or one value alone.
struct TypedRange {
  struct Bound: Equatable {
    let text: String
    let isIncluded: Bool
  }

  let lower: Bound?
  let upper: Bound?

  /// Reads a range; nil for a text without any end.
  init?(_ text: String) {
    let text = text.trimmed
    for (sign, isLower, isIncluded) in TypedRange.signs where text.hasPrefix(sign) {
      let bound = Bound(text: String(text.dropFirst(sign.count)).trimmed, isIncluded: isIncluded)
      guard !bound.text.isEmpty else { return nil }
      (lower, upper) = isLower ? (bound, nil) : (nil, bound)
      return
    }
    for sign in ["..", "……", "…", "~", "至"] {
      // Looking for a string takes some microseconds, and most are not there.
      guard text.unicodeScalars.contains(sign.unicodeScalars.first!), let middle = text.firstRange(of: sign)
      else { continue }
      let ends = [text[..<middle.lowerBound], text[middle.upperBound...]].map { String($0).trimmed }
      if ends.allSatisfy(\.isEmpty) { return nil }
      lower = ends[0].isEmpty ? nil : Bound(text: ends[0], isIncluded: true)
      upper = ends[1].isEmpty ? nil : Bound(text: ends[1], isIncluded: true)
      return
    }
    if text.isEmpty { return nil }
    (lower, upper) = (Bound(text: text, isIncluded: true), Bound(text: text, isIncluded: true))
  }

  private static let signs = [
    (">=", true, true), ("<=", false, true), ("≥", true, true), ("≤", false, true), (">", true, false),
    ("<", false, false),
  ]
}

extension String {
  fileprivate var trimmed: String {
    var view = unicodeScalars[...]
    while let first = view.first, first.properties.isWhitespace { view = view.dropFirst() }
    while let last = view.last, last.properties.isWhitespace { view = view.dropLast() }
    return String(view)
  }
}
