// The lines of a concordance, in each form.

internal import API

/// Prints pages of a concordance one after another.
struct ConcordanceWriter {
  let format: ConcordanceCommand.Format
  /// What stands before the first line of CSV.
  let mark: String
  /// How many characters of context were asked for.
  let width: Int?
  /// Whether each line tells its document's date.
  let showsDates: Bool
  let isColoured: Bool

  /// How many lines were printed.
  private(set) var count = 0
  private var documents: Set<String> = []
  /// How many documents match, and whether there are more places than were printed.
  private var documentCount = 0
  /// How many places there are in all, where the first page tells.
  private var placeCount: Int?
  private var hasMore = false
  private var layout: ConcordanceLayout?

  init(format: ConcordanceCommand.Format, mark: String, width: Int?, showsDates: Bool, isColoured: Bool) {
    (self.format, self.mark, self.width) = (format, mark, width)
    (self.showsDates, self.isColoured) = (showsDates, isColoured)
  }

  /// How much context has to be known: in text what a line of the terminal can hold at most.
  var requestedWidth: Int? {
    guard width == nil, format == .text, let columns = Terminal.width else { return width }
    return min(columns, ConcordanceRequest.maximumWidth)
  }

  mutating func write(_ page: ConcordanceAnswer) {
    if count == 0 {
      placeCount = page.occurrences
      begin(page.notices, page.lines)
    }
    if format == .json {
      // A page is one object.
      print(page.json())
    } else {
      for line in page.lines { print(text(line), terminator: "") }
    }
    count += page.lines.count
    documents.formUnion(page.lines.map(\.id))
    documentCount = page.documents
    hasMore = page.next != nil
  }

  private mutating func begin(_ notices: [Notice], _ lines: [ConcordanceLine]) {
    if format == .csv || format == .jsonl { for notice in notices { Terminal.complain(notice.line) } }
    switch format {
    case .text:
      for notice in notices { print(notice.line) }
      layout = ConcordanceLayout(lines, characters: width, showsDates: showsDates, isColoured: isColoured)
    case .csv:
      print(
        mark + CSV.line(["left", "match", "right", "source", "line", "id", "title", "number", "date"]), terminator: "")
    case .json, .jsonl: break
    }
  }

  /// A line with its end.
  private func text(_ line: ConcordanceLine) -> String {
    switch format {
    case .text: return layout!.line(line) + "\n"
    case .jsonl, .json: return line.json() + "\n"
    case .csv:
      let fields = [
        line.left, line.match, line.right, line.source, "\(line.line)", line.id, line.title ?? "", line.number ?? "",
        line.date ?? "",
      ]
      return CSV.line(fields)
    }
  }

  /// What stands below the lines.
  func end() {
    guard format == .text, count > 0 else { return }
    let all = documentCount == 1 ? "1 document" : "\(documentCount) documents"
    guard hasMore else { return print("\n\(count == 1 ? "1 place" : "\(count) places") in \(all)") }
    let places = placeCount.map { "\(count) of \($0) places" } ?? (count == 1 ? "place" : "\(count) places")
    print("\nthe first \(places), in \(documents.count) of \(all); --limit gives more")
  }
}

/// Lays lines of a concordance out so that matches stand below each other, whatever takes one column or two. Where
/// nothing says how many columns there are, nothing is cut.
struct ConcordanceLayout {
  /// The least that is left for each side, in columns.
  private static let minimumSide = 8
  /// What 2024-03-12 takes.
  private static let dateWidth = 10

  private let placeWidth: Int
  private let cutsPlaces: Bool
  private let leftWidth: Int
  /// How many columns match and right side have together; nil for as many as they need.
  private let rest: Int?
  private let showsDates: Bool
  private let isColoured: Bool

  /// - Parameters:
  ///   - lines: the first ones: their places tell how wide the column of places is.
  ///   - characters: the context of each side, where it was asked for; else the terminal's width decides, if it has one.
  init(_ lines: [ConcordanceLine], characters: Int?, showsDates: Bool, isColoured: Bool) {
    let columns = Terminal.width
    (self.showsDates, self.isColoured) = (showsDates, isColoured)
    let widest = lines.map { Terminal.columnCount(ConcordanceLayout.place($0)) }.max() ?? 0
    cutsPlaces = columns != nil
    placeWidth = columns.map { min(widest, max($0 / 3, 10)) } ?? widest
    if characters == nil, let columns {
      let room = columns - placeWidth - 3 - (showsDates ? ConcordanceLayout.dateWidth + 1 : 0)
      leftWidth = max(room * 2 / 5, ConcordanceLayout.minimumSide)
      rest = max(room - leftWidth, ConcordanceLayout.minimumSide)
    } else {
      (leftWidth, rest) = (2 * (characters ?? ConcordanceRequest.defaultWidth), nil)
    }
  }

  func line(_ line: ConcordanceLine) -> String {
    let (left, match, right) = (Terminal.oneLine(line.left), Terminal.oneLine(line.match), Terminal.oneLine(line.right))
    let whole = ConcordanceLayout.place(line)
    let isWhole = !cutsPlaces || Terminal.columnCount(whole) <= placeWidth
    let place = isWhole ? whole : "…" + ConcordanceLayout.ending(whole, columnCount: placeWidth - 1)
    let shownLeft = ConcordanceLayout.ending(left, columnCount: leftWidth)
    let shownMatch = rest.map { ConcordanceLayout.beginning(match, columnCount: $0) } ?? match
    let shownRight = rest.map {
      ConcordanceLayout.beginning(right, columnCount: max($0 - Terminal.columnCount(shownMatch) - 1, 0))
    }
    let blanks = String(repeating: " ", count: max(leftWidth - Terminal.columnCount(shownLeft), 0))
    let date = showsDates ? Terminal.padded(line.date ?? "-", to: ConcordanceLayout.dateWidth) + " " : ""
    return date + Terminal.padded(place, to: placeWidth) + " " + blanks + shownLeft + " "
      + (isColoured ? TextStyle.match.painted(shownMatch) : shownMatch) + " " + (shownRight ?? right)
  }

  private static func place(_ line: ConcordanceLine) -> String { Terminal.oneLine(line.source) + ":\(line.line)" }

  /// As much of a text's beginning as some columns hold.
  private static func beginning(_ text: String, columnCount: Int) -> String {
    String(String.UnicodeScalarView(fitting(Array(text.unicodeScalars), columnCount)))
  }

  /// As much of a text's end as some columns hold.
  private static func ending(_ text: String, columnCount: Int) -> String {
    String(String.UnicodeScalarView(fitting(text.unicodeScalars.reversed(), columnCount).reversed()))
  }

  private static func fitting(_ scalars: [Unicode.Scalar], _ columnCount: Int) -> [Unicode.Scalar] {
    var used = 0
    return Array(
      scalars.prefix { scalar in
        used += Terminal.columnCount(scalar)
        return used <= columnCount
      })
  }
}
