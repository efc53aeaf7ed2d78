// Counts of a facet as bars.

internal import API

/// The values of one facet, a line each: value, count, and a bar as long as its share of the greatest count.
struct FacetChart {
  /// More values are a matter for programs. A guess: what a screen holds beside the answer.
  private static let maximumRows = 20
  /// A longer bar tells no more. A guess.
  private static let maximumBar = 40
  /// The blanks before a row and between its columns.
  private static let gap = 2

  let name: String
  let counts: [FacetCount]
  let layout: LineLayout

  /// The chart. Years are in their order, and none is left out; of other values the most frequent are shown.
  var text: String {
    let isSeries = name == "year"
    let shown = isSeries ? counts.sorted { $0.value < $1.value } : Array(counts.prefix(FacetChart.maximumRows))
    let values = shown.map { Terminal.truncated(Terminal.oneLine($0.value), to: columns / 2) }
    let valueWidth = values.map(Terminal.columnCount).max() ?? 0
    let greatest = counts.map(\.count).max() ?? 0
    let countWidth = String(greatest).count
    let room = columns - valueWidth - countWidth - 3 * FacetChart.gap
    var lines = [layout.lines(StyledText(name, .strong))]
    for (value, count) in zip(values, shown.map(\.count)) {
      let number = String(count)
      let label = Terminal.padded(value, to: valueWidth + FacetChart.gap) + blanks(countWidth - number.count) + number
      let bar = FacetChart.bar(count, of: greatest, columnCount: min(room, FacetChart.maximumBar))
      lines.append(
        layout.lines(StyledText(label + blanks(FacetChart.gap)) + StyledText(bar, .bar), indent: FacetChart.gap))
    }
    if counts.count > shown.count {
      lines.append("  … \(counts.count - shown.count) more (--format json has them)")
    }
    return lines.joined(separator: "\n")
  }

  private var columns: Int { layout.width ?? Terminal.defaultWidth }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

  /// A bar in eighths of a column; nothing where there is no room for one.
  private static func bar(_ count: Int, of greatest: Int, columnCount: Int) -> String {
    guard greatest > 0, columnCount > 3 else { return "" }
    let eighths = max(count * columnCount * 8 / greatest, 1)
    let rest = eighths % 8
    return String(repeating: "█", count: eighths / 8) + (rest == 0 ? "" : String(partials[rest - 1]))
  }

  private static let partials = Array("▏▎▍▌▋▊▉")
}
