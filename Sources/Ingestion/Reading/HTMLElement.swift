// What the elements of HTML mean for the lines of their text.

/// How an element's tags act on the text around them.
enum HTMLElement {
  /// Its tags are passed over.
  case inline
  /// Its tags end the line.
  case block
  /// A cell of a table: kept apart from the cell before it by a tab, which repair never closes.
  case cell
  /// Rows and tables: their tags end the line, and what stands in their cells is no longer one cell.
  case row
  /// Its tags end the line, and within it white space is kept.
  case preformatted
  /// Its content is no text of the page, and is dropped up to its end tag.
  case dropped

  /// The element of a name in lower case.
  init(name: String) { self = HTMLElement.byName[name] ?? .inline }

  /// Longer names are none of those below.
  static let longestName = 10

  /// After the rendering section of the HTML standard (WHATWG, 15.3).
  private static let byName: [String: HTMLElement] = {
    let names: [(HTMLElement, String)] = [
      (
        .block,
        """
        address article aside blockquote body br center dd details dialog dir div dl dt fieldset figcaption figure \
        footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup option \
        p search section select summary ul
        """
      ),
      (.cell, "td th"), (.row, "caption colgroup table tbody tfoot thead tr"), (.preformatted, "pre listing xmp"),
      (.dropped, "iframe noembed noframes script style title"),
    ]
    var elements: [String: HTMLElement] = [:]
    for (element, list) in names {
      for name in list.split(separator: " ") { elements[String(name)] = element }
    }
    return elements
  }()
}
