// A query whose every place is wanted: what concordances, trends and collocations begin with.

internal import API
internal import Analysis
internal import Archive
internal import Indexing
internal import Xapian

/// A query in the strict reading, with the documents that match it.
struct PlaceSearch {
  let searcher: Searcher
  let prepared: PreparedSearch
  private let finder: OccurrenceFinder
  /// What the offsets of lines count.
  private let unit: OffsetUnit
  /// The documents that match, in the order of the index.
  let documents: [DocID]

  /// Whether the query asks for anything that could stand in a text.
  var asksForText: Bool { !finder.isEmpty }

  /// A query that has not been prepared yet.
  init(
    _ query: String, _ filters: [Filter]?, in searcher: Searcher, needsText: Bool, unit: OffsetUnit? = nil
  ) throws(SearchError) {
    try self.init(searcher.prepared(query: query, filters: filters), in: searcher, needsText: needsText, unit: unit)
  }

  /// - Parameters:
  ///   - prepared: the query and its filters.
  ///   - needsText: whether a query is refused that asks for nothing in a text.
  ///   - unit: what the offsets of lines count; code points where nothing is said.
  /// - Throws: as a search does.
  init(
    _ prepared: PreparedSearch, in searcher: Searcher, needsText: Bool, unit: OffsetUnit? = nil
  ) throws(SearchError) {
    (self.prepared, self.searcher) = (prepared, searcher)
    self.unit = unit ?? .codePoints
    finder = OccurrenceFinder(prepared, searcher.analyzer)
    guard !needsText || !finder.isEmpty else {
      throw SearchError(
        .invalidRequest, "the query asks for nothing that stands in a text", hint: "give a word, phrase, value or range"
      )
    }
    documents = try searcher.strictMatches(prepared)
  }

  /// A document with its places.
  func read(_ document: DocID) throws(SearchError) -> PlacedDocument {
    let stored = try searcher.stored(document)
    let folded = searcher.analyzer.fold(stored.text)
    return PlacedDocument(stored: stored, folded: folded, places: finder.occurrences(in: folded))
  }

  /// Some places of a document with what stands around them.
  ///
  /// - Parameter places: in order, in bytes of the folded text.
  func lines(
    of document: PlacedDocument, at places: [Range<Int>], width: Int
  ) throws(SearchError) -> [ConcordanceLine] {
    do {
      return try ConcordanceLine.lines(at: places, of: document.stored, document.folded, width: width, unit)
    } catch {
      throw searcher.damaged(document.stored)
    }
  }
}

/// A document and the places of a query in it.
struct PlacedDocument {
  let stored: StoredDocument
  let folded: FoldedText
  /// In order, in bytes of ``folded``.
  let places: [Range<Int>]
}

extension Searcher {
  /// A search of one of the tools, read.
  ///
  /// - Throws: as a search does.
  func prepared(query: String, filters: [Filter]?) throws(SearchError) -> PreparedSearch {
    let request = SearchRequest(query: query, filters: filters ?? [])
    try refuseBeyondLimits(request)
    return try PreparedSearch(request, analyzer)
  }

  /// The documents that match in the strict reading, in the order of the index.
  func strictMatches(_ prepared: PreparedSearch) throws(SearchError) -> [DocID] {
    try prepared.isVoid ? [] : documents(matching: prepared.query(dictionary, questionEnd ?? .never).strict)
  }

  /// Documents that match a query, in the order of the index.
  ///
  /// - Parameters:
  ///   - first: how many are passed over.
  ///   - limit: the most that are given; nil for all.
  func documents(matching query: Query, first: Int = 0, limit: Int? = nil) throws(SearchError) -> [DocID] {
    try match(query) { (enquire) throws(XapianError) in
      let most = if let limit { limit } else { try reader.database.documentCount }
      return try enquire.matches(first: first, limit: most).hits.map(\.docid)
    }
  }
}
