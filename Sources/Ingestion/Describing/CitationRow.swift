// Titles without 《》 in the rows of lists: 1.养犬登记收费办法（青政发〔2016〕1号）.

import Archive

/// Reads a row of a list of documents.
enum CitationRow {
  /// The title that a stretch holds behind the number of its row, up to the remark that is still open at its end.
  static func title(in stretch: ArraySlice<Unicode.Scalar>) -> String? {
    let row = withoutNumber(stretch)
    var depth = 0
    let opening = row.indices.reversed().first { index in
      if row[index] == "）" || row[index] == ")" { depth += 1 }
      if row[index] == "（" || row[index] == "(" { depth -= 1 }
      return depth < 0
    }
    let before = opening.map { row[..<$0] } ?? row
    let title = before.prefix(before.count - before.reversed().prefix(while: \.isSpace).count)
    return title.count >= 4 && title.first!.isHan ? BookTitle.plain(title) : nil
  }

  /// A row without the number at its beginning: 1. and 1、, 一、 and （一）.
  private static func withoutNumber(_ row: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    let isOpened = row.first == "（" || row.first == "("
    let numeral = row.dropFirst(isOpened ? 1 : 0).prefix { $0.isHanNumeral || $0.isDigit }
    let sign = row[numeral.endIndex...].first
    if !numeral.isEmpty, isOpened ? sign == "）" || sign == ")" : sign == "、" {
      return row[(numeral.endIndex + 1)...].drop(while: \.isSpace)
    }
    return row.drop { $0.isDigit || ".．、 \t　".unicodeScalars.contains($0) }
  }
}
