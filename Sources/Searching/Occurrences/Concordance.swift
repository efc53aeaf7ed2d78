// Concordances: keyword in context.

public import API
internal import Analysis
internal import Archive
internal import Indexing
internal import Xapian

extension ConcordanceRequest: Tool {
  public func answer(by searcher: Searcher) throws(SearchError) -> ConcordanceAnswer {
    try SearchError.refuse(width, named: "width", outside: 0...ConcordanceRequest.maximumWidth)
    try SearchError.refuse(limit, named: "limit", outside: 1...ConcordanceRequest.maximumLimit)
    let cursor = try SearchCursor(cursor, of: identity)
    return try Concordance(self, searcher.serving(cursor)).page(from: cursor?.offset ?? 0)
  }

  /// All that decides which lines come in which order.
  fileprivate var identity: [String] {
    ["concordance", query, order.rawValue] + (filters ?? []).map(\.description)
  }

  fileprivate var order: ConcordanceOrder { sort ?? .document }
}

/// Makes the pages of one concordance.
private struct Concordance {
  /// The most lines that are put in another order than that of the documents. A guess: some 200 MB.
  private static let maximumSorted = 200_000
  /// How many code points of context decide the order, however many are shown.
  private static let sortedWidth = 30

  private let request: ConcordanceRequest
  private let search: PlaceSearch
  private var documents: [DocID] { search.documents }
  private var width: Int { request.width ?? ConcordanceRequest.defaultWidth }
  private var limit: Int { request.limit ?? ConcordanceRequest.defaultLimit }

  init(_ request: ConcordanceRequest, _ searcher: Searcher) throws(SearchError) {
    self.request = request
    search = try PlaceSearch(request.query, request.filters, in: searcher, needsText: true, unit: request.offsets)
  }

  /// - Parameter offset: how many documents, in another order how many lines, stand on the pages before.
  func page(from offset: Int) throws(SearchError) -> ConcordanceAnswer {
    let page = request.order == .document ? try streamed(from: offset) : try sorted(from: offset)
    let generation = search.searcher.reader.manifest.generation
    return ConcordanceAnswer(
      query: request.query, generation: generation, documents: documents.count, occurrences: page.count,
      lines: page.lines, notices: search.prepared.plan.notices,
      next: page.end.map { SearchCursor(request.identity, generation: generation, offset: $0).description })
  }

  private typealias Page = (lines: [ConcordanceLine], count: Int?, end: Int?)

  private func streamed(from offset: Int) throws(SearchError) -> Page {
    var lines: [ConcordanceLine] = []
    var index = offset
    while index < documents.count, lines.count < limit {
      let more = try search.searcher.next(onPageWith: lines.count) { () throws(SearchError) in
        try search.lines(of: search.read(documents[index]), width: width)
      }
      guard let more else { break }
      lines += more
      index += 1
    }
    let end = index < documents.count ? index : nil
    return (lines, offset == 0 && end == nil ? lines.count : nil, end)
  }

  private func sorted(from offset: Int) throws(SearchError) -> Page {
    var lines: [ConcordanceLine] = []
    for document in documents {
      lines += try search.lines(of: search.read(document), width: max(width, Concordance.sortedWidth))
      guard lines.count <= Concordance.maximumSorted else {
        throw SearchError(
          .invalidRequest, "there are more than \(Concordance.maximumSorted) lines to put in order",
          hint: "narrow the query, or take them by document")
      }
    }
    let ordered = inOrder(lines)
    let page = ordered.dropFirst(offset).prefix(limit)
    return (page.map { $0.narrowed(to: width) }, ordered.count, page.endIndex < ordered.count ? page.endIndex : nil)
  }

  private func inOrder(_ lines: [ConcordanceLine]) -> [ConcordanceLine] {
    switch request.order {
    case .document: return lines
    case .date: return ordered(lines) { Array(($0.date ?? "~").unicodeScalars) }
    case .source: return ordered(lines) { Array($0.source.unicodeScalars) }
    case .left: return ordered(lines) { folded($0.narrowed(to: Concordance.sortedWidth).left).reversed() }
    case .right:
      return ordered(lines) { folded($0.match + $0.narrowed(to: Concordance.sortedWidth).right) }
    }
  }

  /// Sorts by the code points of a key; equal ones stay in the order of the documents.
  private func ordered(_ lines: [ConcordanceLine], by key: (ConcordanceLine) -> [Unicode.Scalar]) -> [ConcordanceLine] {
    let keys = lines.map { key($0).map(\.value) }
    let order = lines.indices.sorted { left, right in
      keys[left] == keys[right] ? left < right : keys[left].lexicographicallyPrecedes(keys[right])
    }
    return order.map { lines[$0] }
  }

  private func folded(_ text: String) -> [Unicode.Scalar] {
    let folded = search.searcher.analyzer.fold(text)
    return Array(folded.string(0..<folded.bytes.count).unicodeScalars)
  }
}

extension ConcordanceLine {
  /// The line with so many code points of context at most on each side.
  fileprivate func narrowed(to width: Int) -> ConcordanceLine {
    var line = self
    line.left = String(String.UnicodeScalarView(left.unicodeScalars.suffix(width)))
    line.right = String(String.UnicodeScalarView(right.unicodeScalars.prefix(width)))
    return line
  }

  /// Places of a document with what stands around them.
  ///
  /// - Parameters:
  ///   - places: in order, in bytes of the folded text.
  ///   - width: how many code points stand on each side.
  ///   - unit: what offsets count.
  static func lines(
    at places: [Range<Int>], of document: StoredDocument, _ folded: FoldedText, width: Int, _ unit: OffsetUnit
  ) throws(CorruptBytes) -> [ConcordanceLine] {
    if places.isEmpty { return [] }
    let text = Array(document.text.unicodeScalars)
    let bytes = UTF8Text(bytes: folded.bytes)
    let spans = try document.spans()
    let fields = document.head.fields
    var lines: [ConcordanceLine] = []
    // Places come in order: so many of the characters before one take two code units of UTF-16.
    var (byte, codePoint, pairs) = (0, 0, 0)
    for place in places {
      let last = codePoint
      codePoint += bytes.codePointCount(byte..<place.lowerBound)
      byte = place.lowerBound
      if unit == .utf16 { pairs += text[last..<codePoint].count { $0.value > 0xFFFF } }
      let end = codePoint + bytes.codePointCount(place)
      func string(_ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(text[range.clamped(to: text.indices)]))
      }
      lines.append(
        ConcordanceLine(
          id: document.id.description, title: fields.title, number: fields.number, date: fields.date?.description,
          source: document.source.description, line: spans.position(at: codePoint)?.line ?? 1,
          offset: codePoint + pairs,
          left: string(codePoint - width..<codePoint), match: string(codePoint..<end), right: string(end..<end + width))
      )
    }
    return lines
  }
}
