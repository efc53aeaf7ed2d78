// The titles that a source's contents list has.

import Archive

/// Reads titles off contents lists, which repair took out of the text.
enum ContentsTitles {
  /// The titles, in the form in which names are compared.
  static func titles(of furniture: [FurnitureLine]) -> Set<String> {
    var titles: Set<String> = []
    var entry: [Unicode.Scalar] = []
    func close() {
      Names.normal(entry).map { _ = titles.insert($0) }
      entry = []
    }
    for line in furniture where line.kind == .contents {
      let glyphs = line.text.unicodeScalars.filter { !$0.isSpace }
      var text = Array(glyphs)[...]
      if let number = numberLength(text) {
        close()
        text = text.dropFirst(number)
      }
      let leaders = text.firstIndex { $0 == "…" || $0 == "·" || $0 == "." && text.last?.isDigit == true }
      entry += text[..<(leaders ?? text.endIndex)]
      if leaders != nil || text.last?.isDigit == true {
        while entry.last?.isDigit == true { entry.removeLast() }
        close()
      }
    }
    close()
    return titles
  }

  /// `1.`, `12、`, 一、 before an entry.
  private static func numberLength(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
    let numeral = text.prefix { $0.isDigit || $0.isHanNumeral }
    guard (1...3).contains(numeral.count), let sign = text[numeral.endIndex...].first,
      ".．、".unicodeScalars.contains(sign)
    else { return nil }
    return numeral.count + 1
  }
}
