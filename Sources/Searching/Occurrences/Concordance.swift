// Concordances: keyword in context.

public import API
internal import Analysis
internal import Indexing
internal import Xapian

extension ConcordanceRequest: Tool {
  public func answer(by searcher: Searcher) throws(SearchError) -> ConcordanceAnswer {
    try SearchError.refuse(width, named: "width", outside: 0...ConcordanceRequest.maximumWidth)
    try SearchError.refuse(limit, named: "limit", outside: 1...ConcordanceRequest.maximumLimit)
    let cursor = try SearchCursor(cursor, of: identity)
    return try Concordance(self, searcher.serving(cursor)).page(from: cursor)
  }

  /// All that decides which lines come in which order.
  fileprivate var identity: [String] {
    ["concordance", query, order.rawValue] + (filters ?? []).map(\.description)
  }

  fileprivate var order: ConcordanceOrder { sort ?? .document }
}

/// Makes the pages of one concordance.
private struct Concordance {
  /// The most places that are put in another order than that of the documents. A guess: with the longest keys 200 MB.
  private static let maximumSorted = 200_000
  /// How many code points of context decide the order, however many are shown.
  private static let sortedWidth = 30
  /// How many code points of a match and what follows decide the order. A guess: matches are shorter.
  private static let longestKey = 200

  private let request: ConcordanceRequest
  private let search: PlaceSearch
  private var documents: [DocID] { search.documents }
  private var width: Int { request.width ?? ConcordanceRequest.defaultWidth }

  init(_ request: ConcordanceRequest, _ searcher: Searcher) throws(SearchError) {
    self.request = request
    search = try PlaceSearch(request.query, request.filters, in: searcher, needsText: true, unit: request.offsets)
  }

  /// - Parameter cursor: counts documents and places of one, in another order places alone.
  func page(from cursor: SearchCursor?) throws(SearchError) -> ConcordanceAnswer {
    let page = request.order == .document ? try streamed(from: cursor) : try sorted(from: cursor)
    return ConcordanceAnswer(
      query: request.query, generation: search.searcher.reader.manifest.generation, documents: documents.count,
      occurrences: page.count, lines: page.lines, notices: search.prepared.plan.notices, next: page.next?.description)
  }

  private typealias Page = (lines: [ConcordanceLine], count: Int?, next: SearchCursor?)

  private func next(_ offset: Int, place: Int = 0) -> SearchCursor {
    SearchCursor(
      request.identity, generation: search.searcher.reader.manifest.generation, offset: offset, place: place)
  }

  private var emptyPage: PageRoom { PageRoom(request.limit ?? ConcordanceRequest.defaultLimit, width: width) }
}

// MARK: - In the order of the documents

extension Concordance {
  private func streamed(from cursor: SearchCursor?) throws(SearchError) -> Page {
    var lines: [ConcordanceLine] = []
    var room = emptyPage
    var (index, place) = (cursor?.offset ?? 0, cursor?.place ?? 0)
    while index < documents.count, !room.isFull {
      let more = try search.searcher.next(onPageWith: lines.count) { () throws(SearchError) in
        let document = try search.read(documents[index])
        let left = document.places.dropFirst(place)
        let taken = Array(left.prefix { room.take($0) })
        return (try search.lines(of: document, at: taken, width: width), taken.count == left.count)
      }
      guard let (more, isWhole) = more else { break }
      lines += more
      (index, place) = isWhole ? (index + 1, 0) : (index, place + more.count)
    }
    let isLast = index >= documents.count
    return (lines, isLast && cursor == nil ? lines.count : nil, isLast ? nil : next(index, place: place))
  }
}

/// What still fits on a page.
private struct PageRoom {
  private var lineCount: Int
  /// With Han, of which each code point takes three bytes of UTF-8.
  private var byteCount = Searcher.pageTextBytes
  private let contextByteCount: Int

  init(_ limit: Int, width: Int) { (lineCount, contextByteCount) = (limit, 2 * 3 * width) }

  var isFull: Bool { lineCount <= 0 || byteCount <= 0 }

  /// Makes room for one place with what stands around it; false where there is none.
  mutating func take(_ place: Range<Int>) -> Bool {
    guard !isFull else { return false }
    lineCount -= 1
    byteCount -= contextByteCount + place.count
    return true
  }
}

// MARK: - In another order

extension Concordance {
  /// A place, with what it is put in order by.
  private struct Entry {
    let document: DocID
    let place: Range<Int>
    let key: [UInt32]
  }

  private func sorted(from cursor: SearchCursor?) throws(SearchError) -> Page {
    let entries = try entries()
    // Equal ones stay in the order of the documents.
    let order = entries.indices.sorted { left, right in
      let (leftKey, rightKey) = (entries[left].key, entries[right].key)
      return leftKey == rightKey ? left < right : leftKey.lexicographicallyPrecedes(rightKey)
    }
    var room = emptyPage
    let page = order.dropFirst(cursor?.offset ?? 0).prefix { room.take(entries[$0].place) }
    let lines = try lines(of: page.map { entries[$0] })
    return (lines, entries.count, page.endIndex < entries.count ? next(page.endIndex) : nil)
  }

  private func entries() throws(SearchError) -> [Entry] {
    var entries: [Entry] = []
    for id in documents {
      let document = try search.read(id)
      guard entries.count + document.places.count <= Concordance.maximumSorted else {
        throw SearchError(
          .invalidRequest, "there are more than \(Concordance.maximumSorted) lines to put in order",
          hint: "narrow the query, or take them by document")
      }
      let lines = try search.lines(of: document, at: document.places, width: Concordance.sortedWidth)
      for (place, line) in zip(document.places, lines) {
        entries.append(Entry(document: id, place: place, key: key(line)))
      }
    }
    return entries
  }

  /// The code points that decide where a line stands.
  private func key(_ line: ConcordanceLine) -> [UInt32] {
    switch request.order {
    case .document: []
    case .date: (line.date ?? "~").unicodeScalars.map(\.value)
    case .source: line.source.unicodeScalars.map(\.value)
    case .left: folded(line.left).reversed()
    case .right: Array(folded(line.match + line.right).prefix(Concordance.longestKey))
    }
  }

  private func folded(_ text: String) -> [UInt32] {
    let folded = search.searcher.analyzer.fold(text)
    return folded.string(0..<folded.bytes.count).unicodeScalars.map(\.value)
  }

  /// The lines of some entries, for which each document is read once.
  private func lines(of page: [Entry]) throws(SearchError) -> [ConcordanceLine] {
    var lines = [ConcordanceLine?](repeating: nil, count: page.count)
    for (id, indices) in Dictionary(grouping: page.indices, by: { page[$0].document }) {
      let document = try search.read(id)
      let inText = indices.sorted { page[$0].place.lowerBound < page[$1].place.lowerBound }
      let made = try search.lines(of: document, at: inText.map { page[$0].place }, width: width)
      for (index, line) in zip(inText, made) { lines[index] = line }
    }
    return lines.compactMap(\.self)
  }
}
