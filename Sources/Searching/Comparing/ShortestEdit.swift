// The shortest way from one sequence to another.

/// The greedy algorithm of Myers, An O(ND) Difference Algorithm and Its Variations, 1986.
enum ShortestEdit {
  /// The most differences that are looked for: memory grows with their square, to half a megabyte. A guess; between two
  /// stretches that hold a text together there are some ten.
  static let maximumDifferences = 256

  /// The places of what both have in common, in a shortest script; nil where there are more differences.
  static func common(_ a: [UInt64], _ b: [UInt64]) -> [(a: Int, b: Int)]? {
    guard abs(a.count - b.count) <= maximumDifferences else { return nil }
    let limit = min(a.count + b.count, maximumDifferences)
    // The farthest place reached on each diagonal, from -limit - 1; one row is kept for each number of differences.
    let middle = limit + 1
    var reached = [Int](repeating: 0, count: 2 * limit + 3)
    var rows: [[Int]] = []
    for differences in 0...limit {
      rows.append(Array(reached[middle - differences...middle + differences]))
      for diagonal in stride(from: -differences, through: differences, by: 2) {
        let (above, left) = (reached[middle + diagonal + 1], reached[middle + diagonal - 1])
        let isDown = diagonal == -differences || diagonal != differences && left < above
        var x = isDown ? above : left + 1
        while x < a.count, x - diagonal < b.count, a[x] == b[x - diagonal] { x += 1 }
        reached[middle + diagonal] = x
        if x >= a.count, x - diagonal >= b.count { return path(a, b, rows) }
      }
    }
    return nil
  }

  /// Goes back through the rows: `rows[n]` is what n - 1 differences had reached, on the diagonals from -n to n.
  private static func path(_ a: [UInt64], _ b: [UInt64], _ rows: [[Int]]) -> [(a: Int, b: Int)] {
    var common: [(a: Int, b: Int)] = []
    var (x, y) = (a.count, b.count)
    for differences in rows.indices.reversed() {
      let row = rows[differences]
      let diagonal = x - y
      func reached(_ diagonal: Int) -> Int {
        row.indices.contains(diagonal + differences) ? row[diagonal + differences] : -1
      }
      let isDown =
        diagonal == -differences || diagonal != differences && reached(diagonal - 1) < reached(diagonal + 1)
      let before = differences == 0 ? 0 : isDown ? diagonal + 1 : diagonal - 1
      let startX = differences == 0 ? 0 : reached(before)
      let startY = startX - before
      while x > startX, y > startY {
        (x, y) = (x - 1, y - 1)
        common.append((x, y))
      }
      (x, y) = (startX, startY)
    }
    return common.reversed()
  }
}
