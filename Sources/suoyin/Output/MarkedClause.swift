// A clause of two documents as one text, with what differs marked.

internal import API

/// The text of a clause in which its changes are marked.
struct MarkedClause {
  private let clause: ComparedClause
  private let context: Int?

  /// - Parameter context: how many characters that did not change are kept beside a change; nil for all.
  init(_ clause: ComparedClause, context: Int? = nil) { (self.clause, self.context) = (clause, context) }

  /// The text of side B with what went from A in its place; that of one side where there is only one.
  var text: StyledText {
    guard let a = clause.a, let b = clause.b else { return StyledText((clause.a ?? clause.b)?.text ?? "") }
    let (left, right) = (Array(a.text.unicodeScalars), Array(b.text.unicodeScalars))
    var text = StyledText()
    var offset = 0
    for edit in clause.edits {
      text.append(kept(right[offset..<edit.b[0]], isFirst: offset == 0, isLast: false))
      text += ChangeMark.removed(MarkedClause.string(left[edit.a[0]..<edit.a[1]]))
      text += ChangeMark.added(MarkedClause.string(right[edit.b[0]..<edit.b[1]]))
      offset = edit.b[1]
    }
    text.append(kept(right[offset...], isFirst: offset == 0, isLast: true))
    return text
  }

  /// What both have in common; of a long stretch its ends, where changes are near.
  private func kept(_ scalars: ArraySlice<Unicode.Scalar>, isFirst: Bool, isLast: Bool) -> String {
    guard let context, scalars.count > 2 * context + 1 else { return MarkedClause.string(scalars) }
    // A clause without changes keeps its beginning, by which it is known.
    let before = isFirst && !isLast ? scalars.prefix(0) : scalars.prefix(context)
    let after = isLast ? scalars.suffix(0) : scalars.suffix(context)
    return MarkedClause.string(before) + "…" + MarkedClause.string(after)
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
