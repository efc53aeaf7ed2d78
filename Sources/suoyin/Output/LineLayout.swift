// Text laid out in lines of a width that counts Han as two columns.

/// Breaks text into lines no wider than the terminal, and puts the colours in.
struct LineLayout {
  /// How many columns a line may have; nil for no limit.
  let width: Int?
  /// Whether styles are colours.
  let isColoured: Bool

  /// Less cannot hold an indent and two characters of Han.
  static let minimumWidth = 20

  init(width: Int?, isColoured: Bool) { (self.width, self.isColoured) = (width, isColoured) }

  /// Lines as wide as the terminal; elsewhere, where nothing says how wide, as long as they are.
  init(isColoured: Bool) {
    self.init(width: Terminal.width.map { max($0, LineLayout.minimumWidth) }, isColoured: isColoured)
  }

  private struct Cell {
    let scalar: Unicode.Scalar
    let columnCount: Int
    let style: TextStyle
  }

  /// The lines of a text.
  ///
  /// - Parameters:
  ///   - indent: blanks before the first line.
  ///   - hanging: blanks before all others.
  func lines(_ text: StyledText, indent: Int = 0, hanging: Int? = nil) -> String {
    let cells = cells(of: text)
    let hanging = hanging ?? indent
    guard let width else { return blanks(indent) + string(cells[...]) }
    var lines: [String] = []
    var start = 0
    repeat {
      let margin = lines.isEmpty ? indent : hanging
      let end = lineEnd(cells, from: start, columnCount: max(width - margin, 2))
      lines.append(blanks(margin) + string(trimmed(cells[start..<end])))
      start = end
      while start < cells.count, cells[start].scalar == " " { start += 1 }
    } while start < cells.count
    return lines.joined(separator: "\n")
  }

  private func cells(of text: StyledText) -> [Cell] {
    var cells: [Cell] = []
    for (text, style) in text.stretches {
      let isMarked = style == .match && !isColoured
      let shown = isMarked ? "【\(text)】" : text
      for scalar in shown.unicodeScalars {
        cells.append(Cell(scalar: scalar, columnCount: Terminal.columnCount(scalar), style: style))
      }
    }
    return cells
  }

  /// Where a line that begins at a place ends: at the last place where it may; where there is none behind a part of a path,
  /// or where the line is full.
  private func lineEnd(_ cells: [Cell], from start: Int, columnCount limit: Int) -> Int {
    var columnCount = 0
    var lastBreak: Int?
    var lastSlash: Int?
    for index in start..<cells.count {
      if index > start {
        if mayBreak(cells[index - 1].scalar, cells[index].scalar) { lastBreak = index }
        if cells[index - 1].scalar == "/" { lastSlash = index }
      }
      columnCount += cells[index].columnCount
      // A blank at the end is not printed.
      if columnCount > limit, cells[index].scalar != " " { return lastBreak ?? lastSlash ?? max(index, start + 1) }
    }
    return cells.count
  }

  /// Whether a line may end between two characters: at blanks and beside Han; but no line begins with a mark that ends
  /// something, nor ends with one that begins something (GB/T 15834-2011, 5.1).
  private func mayBreak(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    if right == " " || Terminal.columnCount(right) == 0 { return false }
    if left == " " { return true }
    if LineLayout.closing.contains(right) || LineLayout.opening.contains(left) { return false }
    return Terminal.columnCount(left) == 2 || Terminal.columnCount(right) == 2
  }

  private static let closing = Set("，。、；：！？）》〉】〕」』”’…—·,.;:!?)]}%％‰".unicodeScalars)
  private static let opening = Set("（《〈【〔「『“‘([{".unicodeScalars)

  private func trimmed(_ cells: ArraySlice<Cell>) -> ArraySlice<Cell> {
    var cells = cells
    while cells.last?.scalar == " " { cells.removeLast() }
    return cells
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

  private func string(_ cells: ArraySlice<Cell>) -> String {
    var text = ""
    var style = TextStyle.plain
    for cell in cells {
      if isColoured, cell.style != style {
        if style != .plain { text += "\u{1B}[0m" }
        if let sequence = cell.style.sequence { text += "\u{1B}[\(sequence)m" }
        style = cell.style
      }
      text.unicodeScalars.append(cell.scalar)
    }
    return style == .plain ? text : text + "\u{1B}[0m"
  }
}
