// Titles in book-title marks, 《…》, as running text cites them.

import Archive

/// A title in 《》; titles inside of it stand in 〈〉 (GB/T 15834-2011, 4.15) or, against the standard, in 《》 too.
struct BookTitle {
  /// Code points, the marks included.
  let range: Range<Int>

  /// Longer titles are none: 《…关于印发〈…〉的通知》 of several offices has about a hundred characters (a guess).
  private static let longest = 160

  /// All titles in a text, in order; those inside of others are left out.
  static func all(in scalars: [Unicode.Scalar]) -> [BookTitle] {
    var titles: [BookTitle] = []
    var index = 0
    while index < scalars.count {
      guard scalars[index] == "《", let end = end(of: scalars, from: index) else {
        index += 1
        continue
      }
      titles.append(BookTitle(range: index..<end))
      index = end
    }
    return titles
  }

  /// The place behind the mark that closes the one at a place; where marks do not pair, behind the first that closes.
  private static func end(of scalars: [Unicode.Scalar], from start: Int) -> Int? {
    var depth = 0
    var firstEnd: Int?
    for index in start..<min(start + longest, scalars.count) {
      switch scalars[index] {
      case "《": depth += 1
      case "》":
        depth -= 1
        firstEnd = firstEnd ?? index + 1
        if depth == 0 { return index + 1 }
      case "\n": return firstEnd
      default: break
      }
    }
    return firstEnd
  }

  /// The title as it stands on the document itself: without its marks, and the marks inside of it one level up.
  func text(in scalars: [Unicode.Scalar]) -> String {
    BookTitle.plain(scalars[range].dropFirst().dropLast())
  }

  /// A title without white space at its ends, and with 《》 for 〈〉.
  static func plain(_ title: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    let core = title.drop(while: \.isSpace)
    for scalar in core.prefix(core.count - core.reversed().prefix(while: \.isSpace).count) {
      view.append(scalar == "〈" ? "《" : scalar == "〉" ? "》" : scalar)
    }
    return String(view)
  }
}
