// Changes as people read them: one a line, with source line and rule.

internal import API
internal import Archive
internal import Ingestion
internal import Searching

/// What repair changed and left out, in the order of the source.
struct RepairDiff {
  private struct Row {
    let line: Int
    let rule: String
    let before: String
    /// Nil where the line was left out.
    let after: String?
  }

  private static let red = "\u{1B}[31m"
  private static let green = "\u{1B}[32m"
  private static let plain = "\u{1B}[0m"

  private let rows: [Row]

  /// The changes of a document.
  init(_ edits: [EditAnswer]) { self.init(edits, furniture: []) }

  /// The changes of a source's text.
  init(_ text: RepairedText) { self.init(text.edits.map(EditAnswer.init), furniture: text.furniture) }

  private init(_ edits: [EditAnswer], furniture: [FurnitureLine]) {
    let changed = edits.map { Row(line: $0.line, rule: $0.rule, before: $0.before, after: $0.after) }
    let dropped = furniture.map { Row(line: $0.line, rule: $0.kind.rawValue, before: $0.text, after: nil) }
    // What stands on one line keeps its order.
    rows = (changed + dropped).enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      .map(\.element)
  }

  /// One line for each change: source line, rule, before → after; pieces stand in brackets, so that white space shows.
  func text(isColoured: Bool) -> String {
    let lineWidth = rows.map { String($0.line).count }.max() ?? 0
    let ruleWidth = rows.map(\.rule.count).max() ?? 0
    return rows.map { row in
      let number = String(row.line)
      let after = row.after.map { "→ " + piece($0, RepairDiff.green, isColoured) } ?? "left out"
      return [
        String(repeating: " ", count: lineWidth - number.count) + number,
        row.rule + String(repeating: " ", count: ruleWidth - row.rule.count),
        piece(row.before, RepairDiff.red, isColoured) + " " + after,
      ].joined(separator: "  ")
    }.joined(separator: "\n")
  }

  private func piece(_ text: String, _ colour: String, _ isColoured: Bool) -> String {
    let shown = "[" + Terminal.printable(text.replacing("\n", with: "⏎")) + "]"
    return isColoured ? colour + shown + RepairDiff.plain : shown
  }
}
