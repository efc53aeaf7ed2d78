// Where a page begins: a generation, a search and a rank.

internal import API
internal import Archive

/// A place in the hits of one search in one generation.
///
/// Written `000042-10-9f3a…`: generation, rank of the page's first hit, and what tells the search from others. Ranks are
/// the same whenever a generation is asked the same, so that pages neither overlap nor leave anything out.
struct SearchCursor: Hashable {
  let generation: String
  let offset: Int
  private let search: String

  /// The page of a search that begins at a rank.
  ///
  /// - Parameter order: the order of the hits where the request does not say it.
  init(_ request: SearchRequest, order: String? = nil, generation: String, offset: Int) {
    self.generation = generation
    self.offset = offset
    search = SearchCursor.digest(request, order)
  }

  /// The page that a request asks for; nil for the first.
  ///
  /// - Throws: `invalidRequest` for a text that is no cursor, or that of another search.
  init?(of request: SearchRequest, order: String? = nil) throws(SearchError) {
    guard let text = request.cursor else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let offset = Int(parts[1]), (1...Int(Int32.max)).contains(offset),
      parts[0].utf8.allSatisfy({ (0x30...0x39).contains($0) }), !parts[0].isEmpty
    else {
      throw SearchError(
        .invalidRequest, "cursor is “\(text.prefix(80))”, which no answer has given", hint: "take it from “next”")
    }
    self.init(request, order: order, generation: String(parts[0]), offset: offset)
    guard search == parts[2] else {
      throw SearchError(
        .invalidRequest, "the cursor belongs to another search",
        hint: "ask with the same query, filters and order as for the page before")
    }
  }

  var description: String { "\(generation)-\(offset)-\(search)" }

  /// Of all that decides which hits come in which order.
  private static func digest(_ request: SearchRequest, _ order: String?) -> String {
    var hash = FNV1a()
    for text in [request.query, order ?? request.sort.rawValue] + request.filters.map(\.description) {
      for byte in Array(text.utf8) + [0xFF] { hash.add(byte) }
    }
    return String(hash.value, radix: 16)
  }
}
