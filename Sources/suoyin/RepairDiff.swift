// What `suoyin repair --diff` prints: each change with its line and rule, as people read it.

internal import Archive
internal import Ingestion

/// The changes of a repaired text and the lines that were left out, in the order of the source.
struct RepairDiff {
  private static let red = "\u{1B}[31m"
  private static let green = "\u{1B}[32m"
  private static let plain = "\u{1B}[0m"

  private let text: RepairedText

  init(_ text: RepairedText) { self.text = text }

  /// One line for each change: source line, rule, before → after.
  func text(isColoured: Bool) -> String {
    let changes = text.edits.map { edit in
      (edit.position.line, edit.rule.rawValue, mark(edit.before, RepairDiff.red, isColoured)
        + " → " + mark(edit.after, RepairDiff.green, isColoured))
    }
    let left = text.furniture.map { line in
      (line.line, line.kind.rawValue, mark(line.text, RepairDiff.red, isColoured) + " (left out)")
    }
    // Sorting keeps what stands on one line in its order.
    let rows = (changes + left).enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
    let width = rows.map { String($0.element.0).count }.max() ?? 0
    return rows.map { row in
      let line = String(row.element.0)
      let rule = row.element.1.padding(to: 18)
      return String(repeating: " ", count: width - line.count) + "\(line)  \(rule)  \(row.element.2)"
    }.joined(separator: "\n")
  }

  /// A changed piece in brackets, so that white space is seen.
  private func mark(_ piece: String, _ colour: String, _ isColoured: Bool) -> String {
    let shown = "[" + Terminal.printable(piece.replacing("\n", with: "⏎")) + "]"
    return isColoured ? colour + shown + RepairDiff.plain : shown
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String { self + String(repeating: " ", count: max(width - count, 0)) }
}
