// HTML to lines of text: one pass over the page, in which every character keeps its place.

import Archive

/// Reads the text of an HTML page.
///
/// Total and linear: what looks like a tag is one, as in the tokenizer of the HTML standard, but no tree is built, so
/// that neither missing nor a million nested tags matter. A parser of the tree would lose the places of characters.
struct HTMLReader {
  private let scalars: [Unicode.Scalar]
  private var lines: HTMLLines
  private var index = 0
  private var preformattedDepth = 0
  private var title: String?
  private var diagnostics: [Diagnostic] = []

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    lines = HTMLLines(scalars)
  }

  /// Reads the whole page.
  mutating func read() -> (text: SourceText, diagnostics: [Diagnostic]) {
    while index < scalars.count {
      switch scalars[index] {
      case "<": readMarkup()
      case "&": readReference()
      default:
        append(scalars[index], at: index)
        index += 1
      }
    }
    return (lines.build(pageTitle: title), diagnostics)
  }

  private mutating func append(_ scalar: Unicode.Scalar, at place: Int) {
    if preformattedDepth > 0 { lines.append(verbatim: scalar, at: place) } else { lines.append(scalar, at: place) }
  }

  private mutating func readReference() {
    if let reference = HTMLReference(at: index, in: scalars) {
      append(reference.scalar, at: index)
      index = reference.end
    } else {
      append("&", at: index)
      index += 1
    }
  }

  /// A `<` that begins nothing is text.
  private mutating func readMarkup() {
    let start = index
    let next = index + 1 < scalars.count ? scalars[index + 1] : " "
    if next == "!" || next == "?" {
      let isComment = stands("!--", at: index + 1)
      if isComment { skip(past: "-->", from: index + 2) } else { skip(past: ">", from: index + 1) }
      if index > scalars.count { reportEndless(isComment ? "comment" : "tag", from: start) }
    } else if next.isHTMLLetter {
      readTag(nameAt: index + 1, closes: false)
    } else if next == "/" {
      if index + 2 < scalars.count, scalars[index + 2].isHTMLLetter {
        readTag(nameAt: index + 2, closes: true)
      } else {
        skip(past: ">", from: index + 1)
        if index > scalars.count { reportEndless("tag", from: start) }
      }
    } else {
      append("<", at: index)
      index += 1
    }
  }

  private mutating func readTag(nameAt nameStart: Int, closes: Bool) {
    let start = index
    index = nameStart
    var name = ""
    while index < scalars.count, !scalars[index].endsHTMLName {
      if index - nameStart <= HTMLElement.longestName { name.unicodeScalars.append(scalars[index].loweredASCII) }
      index += 1
    }
    skipAttributes()
    guard index <= scalars.count else { return reportEndless("tag", from: start) }
    switch HTMLElement(name: name) {
    case .inline: break
    case .block: lines.endLine()
    case .cell: lines.endCell()
    case .row: lines.endRow()
    case .preformatted:
      lines.endLine()
      preformattedDepth = max(0, preformattedDepth + (closes ? -1 : 1))
    case .dropped:
      let content = index
      if !closes { skipContent(of: name, from: start) }
      if name == "title", title == nil, index < scalars.count {
        title = PageTitle.read(content..<index, of: scalars)
      }
    }
  }

  /// Passes over attributes up to the tag's end; a `>` in quotes behind `=` does not end it.
  private mutating func skipAttributes() {
    while index < scalars.count, scalars[index] != ">" {
      guard scalars[index] == "=" else {
        index += 1
        continue
      }
      index += 1
      while index < scalars.count, scalars[index].isHTMLSpace { index += 1 }
      guard index < scalars.count else { break }
      let quote = scalars[index]
      if quote == "\"" || quote == "'" {
        index += 1
        while index < scalars.count, scalars[index] != quote { index += 1 }
        index += 1
      } else {
        while index < scalars.count, scalars[index] != ">", !scalars[index].isHTMLSpace { index += 1 }
      }
    }
    index = min(index, scalars.count) + 1
  }

  /// Drops what stands between a start tag and its end tag, and leaves the end tag to be read.
  private mutating func skipContent(of name: String, from start: Int) {
    while index < scalars.count {
      if scalars[index] == "<", stands("/" + name, at: index + 1) {
        let end = index + 2 + name.unicodeScalars.count
        if end == scalars.count || scalars[end].endsHTMLName { return }
      }
      index += 1
    }
    reportEndless(name + " element", from: start)
  }

  /// Goes behind the next occurrence of a sign, or beyond the end when there is none.
  private mutating func skip(past sign: String, from start: Int) {
    index = start
    while index < scalars.count {
      if stands(sign, at: index) {
        index += sign.unicodeScalars.count
        return
      }
      index += 1
    }
    index = scalars.count + 1
  }

  private func stands(_ sign: String, at start: Int) -> Bool {
    var place = start
    for scalar in sign.unicodeScalars {
      guard place < scalars.count, scalars[place].loweredASCII == scalar else { return false }
      place += 1
    }
    return true
  }

  /// As in browsers, what never ends swallows the rest; unlike there, it is told.
  private mutating func reportEndless(_ what: String, from start: Int) {
    index = scalars.count
    let line = LineRanges(scalars).reduce(0) { $1.lowerBound <= start ? $0 + 1 : $0 }
    diagnostics.append(
      Diagnostic(
        .unterminated, "a \(what) begins here and never ends; what stands behind it is left out", line: line,
        hint: "close it"))
  }
}

extension Unicode.Scalar {
  fileprivate var isHTMLLetter: Bool { isASCII && (0x61...0x7A).contains(value | 0x20) }
  fileprivate var isHTMLSpace: Bool { self == " " || self == "\n" || self == "\t" || self == "\r" || self == "\u{C}" }
  fileprivate var endsHTMLName: Bool { self == ">" || self == "/" || isHTMLSpace }
  fileprivate var loweredASCII: Unicode.Scalar {
    (0x41...0x5A).contains(value) ? Unicode.Scalar(UInt8(value) | 0x20) : self
  }
}
