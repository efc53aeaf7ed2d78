// Where a page begins: a generation, a search and a rank.

internal import API

/// A place in the hits of one search in one generation.
///
/// Written `000042-10-9f3a…`: generation, rank of the page's first hit, and what tells the search from others; `10.3`
/// for a page that begins within what has the rank. Ranks are the same whenever a generation is asked the same, so that
/// pages neither overlap nor leave anything out.
struct SearchCursor: Hashable {
  let generation: String
  let offset: Int
  /// How much of what has the rank stands on the pages before, such as places of a document.
  let place: Int
  private let search: String

  /// The page of a search that begins at a rank, or within what has it.
  init(_ search: [String], generation: String, offset: Int, place: Int = 0) {
    self.generation = generation
    self.offset = offset
    self.place = place
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
    guard parts.count == 3, let (offset, place) = SearchCursor.rank(parts[1]),
      parts[0].utf8.allSatisfy({ (0x30...0x39).contains($0) }), !parts[0].isEmpty
    else {
      throw SearchError(
        .invalidRequest, "cursor is “\(text.prefix(80))”, which no answer has given", hint: "take it from “next”")
    }
    self.init(search, generation: String(parts[0]), offset: offset, place: place)
    guard self.search == parts[2] else {
      throw SearchError(
        .invalidRequest, "the cursor belongs to another search",
        hint: "ask with the same query, filters and order as for the page before")
    }
  }

  var description: String { "\(generation)-\(offset)\(place > 0 ? ".\(place)" : "")-\(search)" }

  /// The numbers of `10` or `10.3`; nil for the beginning of everything, too, which needs no cursor.
  private static func rank(_ text: Substring) -> (offset: Int, place: Int)? {
    let numbers = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
    let (offset, place) = (numbers[0], numbers.count > 1 ? numbers[1] : 0)
    guard numbers.count <= 2, numbers.allSatisfy((0...Int(Int32.max)).contains), offset + place > 0 else { return nil }
    return (offset, place)
  }

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
