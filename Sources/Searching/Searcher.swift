// Answers searches over one generation: parse, plan, engine, passages.

public import API
internal import Analysis
internal import Archive
internal import ICU
public import Indexing
public import Xapian

/// Answers searches over one generation of an index.
///
/// One per thread: it owns an analyser and the reader's database.
public final class Searcher {
  /// Up to this many matches totals are exact; beyond, ``Total/loose`` is an estimate, unless no hits are asked for.
  public static let exactTotalLimit = 10_000

  /// The generation it searches.
  public let reader: IndexReader
  let analyzer: Analyzer
  let dictionary: TermDictionary
  let fieldTerms: FieldTerms
  /// A searcher of an earlier generation that a cursor asked for.
  private var earlier: Searcher?
  /// When the question that is being answered has to be; see ``limited(to:received:cancelledBy:_:)``.
  var questionEnd: SearchEnd?

  /// - Throws: ``SearchError`` of code `bug` when ICU's data is missing.
  public init(reader: IndexReader) throws(SearchError) {
    self.reader = reader
    do { analyzer = try Analyzer() } catch { throw SearchError(.bug, "ICU: \(error.message)") }
    dictionary = TermDictionary(reader, analyzer)
    fieldTerms = FieldTerms(analyzer)
  }

  /// Answers a search.
  ///
  /// A search that its deadline ends answers with the best of what was examined; its last hits may lack passages.
  ///
  /// - Parameters:
  ///   - received: when the request arrived: its deadline counts from there.
  ///   - flag: ends the search when raised; what is returned then is of no use.
  /// - Throws: `invalidRequest` for a request beyond the documented limits; `expired` for a cursor whose generation is
  ///   gone; `index` when the index cannot be read.
  public func search(
    _ request: SearchRequest, received: ContinuousClock.Instant = .now, cancelledBy flag: CancellationFlag? = nil
  ) throws(SearchError) -> SearchAnswer {
    try refuseBeyondLimits(request)
    let cursor = try SearchCursor(request.cursor, of: request.identity)
    let searcher = try serving(cursor)
    guard searcher === self else { return try searcher.search(request, received: received, cancelledBy: flag) }
    let clock = ContinuousClock()
    let start = clock.now
    let end = SearchEnd(after: request.deadlineMilliseconds, received: received, flag: flag)
    let prepared = try PreparedSearch(request, analyzer)
    let facets = try Facets(request.facets)
    var answer = SearchAnswer(
      query: request.query, generation: reader.manifest.generation,
      total: Total(strict: 0, loose: 0, exact: true), tookMicroseconds: 0, hits: [],
      facets: facets.counts([:]), notices: prepared.plan.notices)
    if !prepared.isVoid {
      try fill(
        &answer, request, prepared, facets,
        Page(order: request.sort, offset: cursor?.offset ?? 0, limit: request.limit), end)
    }
    answer.tookMicroseconds = Int((clock.now - start) / .microseconds(1))
    return answer.counting(in: request.offsets)
  }

  private func fill(
    _ answer: inout SearchAnswer, _ request: SearchRequest, _ prepared: PreparedSearch, _ facets: Facets, _ page: Page,
    _ end: SearchEnd
  ) throws(SearchError) {
    let plan = prepared.plan
    let query: EngineQuery
    do { query = try prepared.query(dictionary, end) } catch {
      guard error.code == .late else { throw error }
      // What the filters leave is not known, so nothing was examined.
      (answer.timedOut, answer.total.exact) = (true, false)
      return
    }
    let matches = try matching(end) { (matcher) throws(XapianError) in try matcher.run(query, page) }
    answer.total = matches.total
    if !facets.facets.isEmpty {
      let slots = Set(facets.facets.map(\.slot))
      answer.facets = facets.counts(
        try matching(end) { (matcher) throws(XapianError) in try matcher.facets(query, slots) })
    }
    // What takes time from here on may be missing, and leaves the hits what they are.
    let isMatchWhole = !end.didCutShort
    answer.notices += query.notices
    if matches.total.loose == 0 { answer.notices += try unknownValues(prepared) }
    var suggests = request.suggests && page.offset == 0
    if suggests { suggests = try findsHardlyAny(matches.total.strict) }
    if suggests { answer.suggestions = try suggestions(plan, end) }
    // Other spellings that there was no time for may be missing.
    let isLate = suggests && end.isOver
    let rendered = try render(matches, prepared, request, end)
    answer.hits = rendered.hits
    let isWhole = isMatchWhole && rendered.isWhole
    answer.timedOut = !isWhole || isLate
    if matches.hasMore, isWhole {
      let next = SearchCursor(request.identity, generation: answer.generation, offset: page.offset + matches.hits.count)
      answer.next = next.description
    }
  }

  /// Up to how many runs of a query other spellings are looked for.
  private static let suggestedRuns = 3

  /// Whether no document holds all of the query, or hardly any of a large index: then other spellings are looked for.
  private func findsHardlyAny(_ strictCount: Int) throws(SearchError) -> Bool {
    let documents = try reader.reading { () throws(XapianError) in try reader.database.documentCount }
    return strictCount <= min(2, documents / 100)
  }

  /// Other spellings of the query's runs.
  func suggestions(
    _ plan: QueryPlan, _ end: SearchEnd, limit: Int = SuggestRequest.defaultLimit
  ) throws(SearchError) -> [Suggestion] {
    let suggester = Suggester(database: reader.database, analyzer: analyzer, end)
    var found: [Suggestion] = []
    for exact in plan.exacts.prefix(Searcher.suggestedRuns) where !end.isOver {
      found += try suggester.suggestions(for: exact.phrase.text, limit: limit - found.count)
    }
    return found.uniqued()
  }

  /// What no document has as the value of its field, so that nothing can match.
  func unknownValues(_ prepared: PreparedSearch) throws(SearchError) -> [Notice] {
    var notices: [Notice] = []
    for condition in prepared.plan.conditions.flatMap(\.fields) + prepared.filters.alternatives.flatMap(\.self) {
      guard case .value(let value, let term, let field) = condition, try !dictionary.contains(term) else { continue }
      notices.append(Notice(code: "unknown-value", message: "no document has \(field.name) “\(value.prefix(80))”"))
    }
    return notices
  }

  /// The searcher of the generation that a cursor belongs to; of the others the one used last is kept open.
  func serving(_ cursor: SearchCursor?) throws(SearchError) -> Searcher {
    guard let generation = cursor?.generation, generation != reader.manifest.generation else { return self }
    if let earlier, earlier.reader.manifest.generation == generation {
      earlier.questionEnd = questionEnd
      return earlier
    }
    let other: IndexReader?
    do { other = try reader.generation(named: generation) } catch { throw SearchError(error) }
    guard let other else {
      throw SearchError(
        .expired, "generation \(generation) of \(reader.directory) is gone", hint: "search again without the cursor")
    }
    let searcher = try Searcher(reader: other)
    searcher.questionEnd = questionEnd
    earlier = searcher
    return searcher
  }

  /// The engine query a search runs, for measuring what the engine alone takes.
  package func rankedEngineQuery(
    _ request: SearchRequest
  ) throws -> (serialised: [UInt8], k1: Double, b: Double) {
    let query = try PreparedSearch(request, analyzer).query(dictionary, .never)
    return (try query.ranked.serialised(), Ranking.k1, Ranking.b)
  }

  func refuseBeyondLimits(_ request: SearchRequest) throws(SearchError) {
    guard request.query.utf8.count <= SearchRequest.maximumQueryBytes else {
      throw SearchError(
        .invalidRequest,
        "the query has \(request.query.utf8.count) bytes, the limit is \(SearchRequest.maximumQueryBytes)",
        hint: "shorten it")
    }
    try SearchError.refuse(request.limit, named: "limit", outside: 0...SearchRequest.maximumLimit)
    try SearchError.refuse(request.passages, named: "passages", outside: 0...SearchRequest.maximumPassages)
    try SearchError.refuse(
      request.deadlineMilliseconds, named: "deadline_ms", outside: 0...SearchRequest.maximumDeadlineMilliseconds)
  }
}

extension Searcher {
  func documentAndSource(_ id: DocumentID) throws(SearchError) -> (StoredDocument, Source)? {
    try refuseBeyondLimit()
    do throws(IndexingError) {
      guard let document = try reader.document(id) else { return nil }
      guard let source = try reader.source(document.source) else {
        throw IndexingError(
          .damaged, "the record of \(document.source) is missing", hint: "remove the index and index again")
      }
      return (document, source)
    } catch {
      throw SearchError(error)
    }
  }

  /// The state of the index.
  public func status() -> StatusAnswer {
    let manifest = reader.manifest
    return StatusAnswer(
      index: reader.directory, generation: manifest.generation, sealedAt: manifest.sealedAt,
      sources: manifest.collections.reduce(0) { $0 + $1.sources },
      documents: manifest.collections.reduce(0) { $0 + $1.documents },
      collections: manifest.collections.map { FacetCount(value: $0.name, count: $0.documents) },
      schema: manifest.schema, analyzer: manifest.analyzer, bytes: reader.byteCount)
  }

  func stored(_ document: DocID) throws(SearchError) -> StoredDocument {
    try refuseBeyondLimit()
    do { return try reader.stored(document) } catch { throw SearchError(error) }
  }

  func head(_ document: DocID) throws(SearchError) -> StoredHead {
    try refuseBeyondLimit()
    do { return try reader.head(document) } catch { throw SearchError(error) }
  }

  func damaged(_ document: StoredDocument) -> SearchError {
    SearchError(
      IndexingError(.damaged, "the record of \(document.id) is damaged", hint: "remove the index and index again"))
  }

  func matching<Value>(
    _ end: SearchEnd, _ body: (Matcher) throws(XapianError) -> Value
  ) throws(SearchError) -> Value {
    try reader.reading { () throws(XapianError) in try body(Matcher(database: reader.database, end: end)) }
  }
}
