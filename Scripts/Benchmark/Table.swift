// A small table on standard output.

/// Rows under a heading; the first column stands left, numbers stand right. ASCII only, so that characters are columns.
struct Table {
  private var rows: [[String]]

  init(_ heading: String...) {
    rows = [heading]
  }

  mutating func add(_ cells: String...) { add(cells) }

  mutating func add(_ cells: [String]) {
    precondition(cells.count == rows[0].count, "a row has a cell for each heading")
    rows.append(cells)
  }

  func print() {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    for row in rows {
      let cells = zip(row, widths).enumerated().map { column, cell in
        let padding = String(repeating: " ", count: cell.1 - cell.0.count)
        return column == 0 ? cell.0 + padding : padding + cell.0
      }
      Swift.print("  " + cells.joined(separator: "   "))
    }
  }
}

extension Double {
  /// The number with so many places after the point.
  func rounded(places: Int) -> String {
    precondition(places > 0, "whole numbers need no format")
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let scaled = Int((magnitude * Double(scale)).rounded())
    let fraction = String(scaled % scale)
    let zeros = String(repeating: "0", count: places - fraction.count)
    return "\(self < 0 && scaled > 0 ? "-" : "")\(scaled / scale).\(zeros)\(fraction)"
  }
}
