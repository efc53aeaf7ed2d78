// Trends: how often queries' texts stand in groups of documents.

public import API
internal import Archive
internal import Indexing
internal import Xapian

extension TrendRequest: Tool {
  public func answer(by searcher: Searcher) throws(SearchError) -> TrendAnswer {
    guard (1...TrendRequest.maximumQueries).contains(queries.count) else {
      throw SearchError(
        .invalidRequest, "there are \(queries.count) queries; there must be 1 to \(TrendRequest.maximumQueries)")
    }
    return try Trend(self, searcher).answer()
  }
}

/// Counts one trend.
private struct Trend {
  private let request: TrendRequest
  private let searcher: Searcher
  /// The queries, each with the filters.
  private let searches: [PreparedSearch]
  private let unit: TrendUnit
  /// The values of each document by which it is grouped.
  private let values: [DocID: [String]]
  private let lengths: [DocID: Int]

  init(_ request: TrendRequest, _ searcher: Searcher) throws(SearchError) {
    self.request = request
    self.searcher = searcher
    // First, so that what cannot be is refused however little time there is.
    searches = try request.queries.map { (query) throws(SearchError) in
      try searcher.prepared(query: query, filters: request.filters)
    }
    let unit = request.by ?? .year
    self.unit = unit
    values = try searcher.slot(unit.slot).mapValues { unit.values(of: $0) }
    lengths = try searcher.slot(.length).compactMapValues { Int($0) }
  }

  func answer() throws(SearchError) -> TrendAnswer {
    var groups = Groups(queryCount: request.queries.count)
    for document in try documents() { groups.add(values[document] ?? [], length: lengths[document] ?? 0) }
    var notices: [Notice] = []
    for (index, prepared) in searches.enumerated() {
      let search = try PlaceSearch(prepared, in: searcher, needsText: false)
      notices += prepared.plan.notices
      for document in search.documents {
        let count = try search.asksForText ? search.read(document).places.count : 0
        groups.count(count, of: index, in: values[document] ?? [])
      }
    }
    return TrendAnswer(
      queries: request.queries, generation: searcher.reader.manifest.generation, by: unit,
      rows: groups.rows(inOrderOfValues: unit.isTime), total: groups.total.row(nil), notices: notices.uniqued())
  }

  /// All documents that the filters leave.
  private func documents() throws(SearchError) -> [DocID] {
    guard let filters = request.filters, !filters.isEmpty else { return Array(lengths.keys) }
    return try searcher.strictMatches(try searcher.prepared(query: "", filters: filters))
  }
}

extension TrendUnit {
  fileprivate var slot: OrderSlot { facet?.slot ?? .date }

  private var facet: Facets.Facet? {
    switch self {
    case .year: .year
    case .month: nil
    case .issuer: .issuers
    case .region: .region
    case .kind: .kind
    case .publication: .publication
    case .collection: .collection
    }
  }

  /// The groups that a document with a stored value belongs to. One whose month is not known stands under its year.
  fileprivate func values(of stored: String) -> [String] {
    if let facet { return facet.values(of: stored) }
    let (year, month) = (stored.prefix(4), stored.dropFirst(4).prefix(2))
    return [month == "00" ? String(year) : "\(year)-\(month)"]
  }
}

/// Documents put together by their values.
private struct Groups {
  struct Group {
    var documents = 0
    var characters = 0
    var counts: [(documents: Int, occurrences: Int)]

    func row(_ value: String?) -> TrendRow {
      let counts = counts.map { count in
        let share = characters == 0 ? 0 : Double(count.occurrences) * 1e6 / Double(characters)
        return TrendCount(
          documents: count.documents, occurrences: count.occurrences, perMillion: (share * 100).rounded() / 100)
      }
      return TrendRow(value: value, documents: documents, characters: characters, counts: counts)
    }
  }

  private let empty: Group
  private var groups: [String?: Group] = [:]
  private(set) var total: Group

  init(queryCount: Int) {
    empty = Group(counts: Array(repeating: (0, 0), count: queryCount))
    total = empty
  }

  mutating func add(_ values: [String], length: Int) {
    change(values) { group in
      group.documents += 1
      group.characters += length
    }
  }

  mutating func count(_ occurrences: Int, of query: Int, in values: [String]) {
    change(values) { group in
      group.counts[query].documents += 1
      group.counts[query].occurrences += occurrences
    }
  }

  private mutating func change(_ values: [String], _ body: (inout Group) -> Void) {
    body(&total)
    for value in values.isEmpty ? [nil] : values.uniqued().map(Optional.some) { body(&groups[value, default: empty]) }
  }

  /// Documents of which the value is not known come last.
  func rows(inOrderOfValues: Bool) -> [TrendRow] {
    let known = groups.compactMap { value, group in value.map { (value: $0, group: group) } }
    let sorted = known.sorted { left, right in
      let (leftCount, rightCount) = (left.group.weight, right.group.weight)
      return inOrderOfValues || leftCount == rightCount ? left.value < right.value : leftCount > rightCount
    }
    return sorted.map { $0.group.row($0.value) } + (groups[nil].map { [$0.row(nil)] } ?? [])
  }
}

extension Groups.Group {
  fileprivate var weight: Int { counts.reduce(0) { $0 + $1.occurrences } }
}

extension Searcher {
  /// What each document has in a slot, where it has anything.
  ///
  /// - Throws: `late` where the time is over before it begins.
  fileprivate func slot(_ slot: OrderSlot) throws(SearchError) -> [DocID: String] {
    try refuseBeyondLimit()
    return try reader.reading { () throws(XapianError) in try reader.database.values(inSlot: slot.rawValue) }
      .mapValues { String(decoding: $0, as: UTF8.self) }
  }
}
