// Puts numbers back before their text where extraction took a wide gap for a border between columns.

/// Recognises runs of lines that hold nothing but 第X章 or 第X条, with as many lines of text behind them.
///
/// `第一章　总则` and `第一条　为了…` below it come out as 第一章, 第一条, 总则, 为了…: first all that stood left of the gap,
/// then all that stood right of it.
enum TornHeads {
  /// The most heads in a row: a chapter, a section and an article.
  private static let mostHeads = 4

  /// The order of the lines in which each head stands before its own text; nil where nothing is torn.
  static func order(_ scalars: [Unicode.Scalar], _ lines: [SourceLine]) -> [Int]? {
    var order = Array(lines.indices)
    var isTorn = false
    var index = 0
    while index < lines.count {
      guard PageStructure.isLoneHead(lines[index], scalars) else {
        index += 1
        continue
      }
      let end = lines[index...].prefix(mostHeads + 1).prefix { PageStructure.isLoneHead($0, scalars) }.endIndex
      let count = end - index
      if count >= 2, count <= mostHeads, end + count <= lines.count,
        lines[end..<end + count].allSatisfy({ $0.head == nil && $0.followsBlank })
      {
        for offset in 0..<count {
          order[index + 2 * offset] = index + offset
          order[index + 2 * offset + 1] = end + offset
        }
        isTorn = true
        index = end + count
      } else {
        index = end
      }
    }
    return isTorn ? order : nil
  }
}
