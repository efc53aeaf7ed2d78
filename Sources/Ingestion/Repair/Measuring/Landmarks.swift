// Lines by which the parts of official documents are known: numbers, titles, salutations, signatures, dates.

/// What a line is in a document, as its own shape and its neighbours tell (GB/T 9704-2012 names the parts).
enum Landmark {
  /// 文号, and what is printed in red above it: 青溪县人民政府文件.
  case number
  /// A line of a title.
  case title
  /// A line of the salutation (主送机关).
  case salutation
  /// The name under a document, or one of several.
  case signature
  /// The date alone on its line.
  case date
  /// （此件公开发布）, copies, imprint: what stands behind the date; and office and date on one line.
  case closing
  /// Anything else.
  case body

  /// Whether it belongs to the head of a document.
  var isHead: Bool { self == .number || self == .title || self == .salutation }
}

/// The landmarks of a text.
struct Landmarks {
  /// The most lines of a salutation: long lists of offices in a narrow column.
  private static let mostSalutationLines = 6
  /// The most characters of the line above a document's number: the names of two or three offices.
  private static let longestRedHead = 40

  private let scalars: [Unicode.Scalar]
  private let lines: [SourceLine]
  /// What each line is.
  private(set) var marks: [Landmark]
  /// The first lines of titles.
  private(set) var titleStarts: Set<Int> = []

  /// - Parameter titles: those that ``TitleLines`` finds.
  init(_ scalars: [Unicode.Scalar], _ lines: [SourceLine], titles: [Range<Int>]) {
    self.scalars = scalars
    self.lines = lines
    marks = [Landmark](repeating: .body, count: lines.count)
    markFormulas()
    markRedHeads()
    markTitles(titles)
    markSalutations()
    markSignatures()
  }

  private mutating func markFormulas() {
    for index in lines.indices where lines[index].counts.glyphCount <= 40 {
      let range = lines[index].range
      guard SeamEvidence.canEndFormula(scalars[range.upperBound - 1]) else { continue }
      let text = scalars[range]
      if SeamEvidence.isDate(text) {
        marks[index] = .date
      } else if SeamEvidence.isNumber(text) {
        if !isCited(index) { marks[index] = .number }
      } else if index > 0, marks[index - 1] == .body, SeamEvidence.isCutFormula(scalars[lines[index - 1].range], text) {
        let mark: Landmark = text.last == "号" ? .number : .date
        marks[index - 1] = mark
        marks[index] = mark
      } else if isOrderNumber(index) {
        marks[index - 1] = .title
        marks[index] = .number
        titleStarts.insert(index - 1)
      } else if SeamEvidence.isOpenness(text) || SeamEvidence.isSignedDate(text) {
        marks[index] = .closing
      }
    }
  }

  /// Whether a number alone on its line stands in a sentence: 云政办发（2023）16号 and 文件精神.
  private func isCited(_ index: Int) -> Bool {
    index + 1 < lines.count && SeamEvidence.goesOnBehindNumber(scalars[lines[index + 1].range])
  }

  /// What is printed in red above number and title: offices and 文件, 青溪县人民政府文件.
  private mutating func markRedHeads() {
    for index in lines.indices where marks[index] == .body && lines[index].counts.glyphCount <= Landmarks.longestRedHead
    {
      let range = lines[index].range
      guard scalars[range.upperBound - 1] == "件", lines[index].head == nil else { continue }
      let glyphs = scalars[range].filter { !$0.isSpace }
      if glyphs.suffix(2).elementsEqual("文件".unicodeScalars), Offices.areNames(glyphs.dropLast(2)) {
        marks[index] = .number
      }
    }
  }

  /// Whether a line is the number of the order or announcement that the line above names: 第356号.
  private func isOrderNumber(_ index: Int) -> Bool {
    guard index > 0, marks[index - 1] == .body, lines[index].counts.glyphCount <= 12 else { return false }
    let above = scalars[lines[index - 1].range].lazy.filter { !$0.isSpace }
    guard above.suffix(1).elementsEqual(["令"]) || above.suffix(2).elementsEqual(["公", "告"]) else { return false }
    return PartialNumber(scalars[lines[index].range].filter { !$0.isSpace }[...]) != nil
  }

  private mutating func markTitles(_ titles: [Range<Int>]) {
    let finder = TitleLines(scalars, lines)
    mark(titles + NamedTitles(scalars, lines, known: titles).titles())
    let edges = lines.indices.filter {
      $0 > 0 && (lines[$0].opensPage || marks[$0] == .number) && marks[$0 - 1] == .body
    }
    mark(edges.compactMap(finder.title(before:)))
  }

  private mutating func mark(_ titles: [Range<Int>]) {
    for title in titles {
      let open = title.filter { marks[$0] == .body }
      if let first = open.first, first == title.lowerBound { titleStarts.insert(first) }
      for index in open { marks[index] = .title }
    }
  }

  private mutating func markSalutations() {
    var index = 0
    while index < lines.count {
      if marks[index] == .body, let end = salutationEnd(from: index) {
        for line in index..<end { marks[line] = .salutation }
        index = end
      } else {
        index += 1
      }
    }
  }

  /// A salutation begins with 各, or right below a title, and is one list of names that ends in a colon.
  private func salutationEnd(from start: Int) -> Int? {
    let first = scalars[lines[start].range.lowerBound]
    guard first == "各" || start > 0 && marks[start - 1] == .title, lines[start].head == nil else { return nil }
    for index in start..<min(start + Landmarks.mostSalutationLines, lines.count) {
      let line = lines[index]
      guard marks[index] == .body, !line.counts.holdsSentenceEnd, line.ending != .sentence else { return nil }
      let last = scalars[line.range.upperBound - 1]
      if last == "：" || last == ":" { return first == "各" || isAddressed(start...index) ? index + 1 : nil }
      guard line.counts.width <= LineFrame.widest else { return nil }
    }
    return nil
  }

  /// Whether lines are a list of names up to the colon at their end.
  private func isAddressed(_ lines: ClosedRange<Int>) -> Bool {
    let glyphs = lines.flatMap { scalars[self.lines[$0].range].filter { !$0.isSpace } }
    return Offices.areAddressed(glyphs.dropLast())
  }

  /// Names of offices, up to four lines of them, above a date.
  private mutating func markSignatures() {
    for date in lines.indices where marks[date] == .date {
      var index = date - 1
      while index >= 0, date - index <= 4, marks[index] == .body, PageStructure.isSignature(lines[index], scalars) {
        marks[index] = .signature
        index -= 1
      }
    }
  }
}
