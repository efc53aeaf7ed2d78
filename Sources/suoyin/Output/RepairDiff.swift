// Changes as people read them: one a line, with source line and rule, inside of what stands around them.

internal import API
internal import Archive
internal import Ingestion
internal import Searching

/// What repair changed and left out, in the order of the source.
struct RepairDiff {
  private struct Row {
    let line: Int
    let rule: String
    let shown: StyledText
  }

  /// How many code points around a change are shown.
  private static let context = 6

  private let rows: [Row]
  private let layout: LineLayout

  /// The changes of a document.
  ///
  /// - Parameter isColoured: whether what goes is red and what comes green.
  init(_ edits: [EditAnswer], of text: String, isColoured: Bool) {
    self.init(edits, of: text, furniture: [], isColoured: isColoured)
  }

  /// The changes of a source's text.
  init(_ text: RepairedText, isColoured: Bool) {
    self.init(text.edits.map(EditAnswer.init), of: text.text, furniture: text.furniture, isColoured: isColoured)
  }

  private init(_ edits: [EditAnswer], of text: String, furniture: [FurnitureLine], isColoured: Bool) {
    let scalars = Array(text.unicodeScalars)
    let changed = edits.map { Row(line: $0.line, rule: $0.rule, shown: RepairDiff.show($0, in: scalars)) }
    let dropped = furniture.map { Row(line: $0.line, rule: $0.kind.rawValue, shown: ChangeMark.removed($0.text)) }
    // What stands on one line keeps its order.
    rows = (changed + dropped).enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      .map(\.element)
    layout = LineLayout(width: nil, isColoured: isColoured)
  }

  /// One line for each change; `[-…-]` is what went and `{+…+}` what came, as `git diff --word-diff` has them.
  var text: String {
    let lineWidth = rows.map { String($0.line).count }.max() ?? 0
    let ruleWidth = rows.map(\.rule.count).max() ?? 0
    return rows.map { row in
      let number = String(row.line)
      return String(repeating: " ", count: lineWidth - number.count) + number + "  " + row.rule
        + String(repeating: " ", count: ruleWidth - row.rule.count) + "  " + layout.lines(row.shown)
    }.joined(separator: "\n")
  }

  private static func show(_ edit: EditAnswer, in text: [Unicode.Scalar]) -> StyledText {
    let end = min(edit.offset + edit.after.unicodeScalars.count, text.count)
    let before = text[max(edit.offset - context, 0)..<min(edit.offset, text.count)].split(separator: "\n").last ?? []
    let after = text[end..<min(end + context, text.count)].prefix { $0 != "\n" }
    return StyledText(string(edit.offset > 0 && text[min(edit.offset, text.count) - 1] == "\n" ? [] : before))
      + ChangeMark.removed(edit.before) + ChangeMark.added(edit.after) + StyledText(string(after))
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
