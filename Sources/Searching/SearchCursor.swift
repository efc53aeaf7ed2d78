// Where a page begins: a generation, a search and a rank.

internal import API

/// A place in the hits of one search in one generation.
///
/// Written `000042-10-9f3a…`: generation, rank of the page's first hit, and what tells the search from others. Ranks are
/// the same whenever a generation is asked the same, so that pages neither overlap nor leave anything out.
struct SearchCursor: Hashable {
  let generation: String
  let offset: Int
  private let search: String

  /// The page of a search that begins at a rank.
  init(_ search: [String], generation: String, offset: Int) {
    self.generation = generation
    self.offset = offset
    self.search = SearchCursor.digest(search)
  }

  /// The page that a request asks for; nil for the first.
  ///
  /// - Parameters:
  ///   - text: what the request has as its cursor.
  ///   - search: all that decides which hits come in which order.
  /// - Throws: `invalidRequest` for a text that is no cursor, or that of another search.
  init?(_ text: String?, of search: [String]) throws(SearchError) {
    guard let text else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let offset = Int(parts[1]), (1...Int(Int32.max)).contains(offset),
      parts[0].utf8.allSatisfy({ (0x30...0x39).contains($0) }), !parts[0].isEmpty
    else {
      throw SearchError(
        .invalidRequest, "cursor is “\(text.prefix(80))”, which no answer has given", hint: "take it from “next”")
    }
    self.init(search, generation: String(parts[0]), offset: offset)
    guard self.search == parts[2] else {
      throw SearchError(
        .invalidRequest, "the cursor belongs to another search",
        hint: "ask with the same query, filters and order as for the page before")
    }
  }

  var description: String { "\(generation)-\(offset)-\(search)" }

  private static func digest(_ search: [String]) -> String {
    var hash = FNV1a()
    for text in search {
      for byte in Array(text.utf8) + [0xFF] { hash.add(byte) }
    }
    return String(hash.value, radix: 16)
  }
}

extension SearchRequest {
  /// All that decides which hits come in which order.
  var identity: [String] { [query, sort.rawValue] + filters.map(\.description) }
}
