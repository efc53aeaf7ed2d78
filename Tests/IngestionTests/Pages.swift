// Sets clean paragraphs on a page and takes them off again as extraction does, for tests of joining.

@testable import Ingestion

/// How a page is set and what extraction leaves of it.
struct PageStyle: Sendable, CustomStringConvertible {
  /// What stands between lines.
  enum Blank: Sendable {
    case nowhere
    case everywhere
    case betweenParagraphs
  }

  /// Width in Han characters.
  let cells: Int
  let blank: Blank
  /// Whether extraction kept the indent of first lines.
  let keepsIndent: Bool
  /// Whether a space stands behind a paragraph's last line.
  var marksEnds = false

  var description: String { "\(cells) cells, blank \(blank), indent \(keepsIndent), marks \(marksEnds)" }

  /// The lines of a paragraph: two cells of indent, no mark that may not begin a line at a line's beginning.
  func lines(of paragraph: String) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var width = 4
    let scalars = Array(paragraph.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      let needed = scalar.width + (next.isForbiddenAtLineStart ? next.width : 0)
      if width + needed > 2 * cells, !scalar.isForbiddenAtLineStart {
        lines.append(String(line))
        line = String.UnicodeScalarView()
        width = 0
      }
      line.append(scalar)
      width += scalar.width
    }
    return lines + [String(line)]
  }

  /// The source text that extraction gives for the paragraphs.
  func source(of paragraphs: [String]) -> String {
    var source = ""
    for paragraph in paragraphs {
      let lines = lines(of: paragraph)
      for (index, line) in lines.enumerated() {
        let isLast = index + 1 == lines.count
        source += (index == 0 && keepsIndent ? "　　" : "") + line + (isLast && marksEnds ? " \n" : "\n")
        if blank == .everywhere || blank == .betweenParagraphs && isLast { source += "\n" }
      }
    }
    return source
  }
}

/// Repairs a text and gives its paragraphs.
func paragraphs(of source: String) -> [String] {
  Repairer().repair(SourceText(wholeSource: Array(source.unicodeScalars))).text.split(separator: "\n").map(String.init)
}
