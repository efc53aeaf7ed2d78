// All documents that a query and filters mean, page by page.

public import API
internal import Archive
internal import Indexing
internal import Xapian

extension ExportRequest: Tool {
  public func answer(by searcher: Searcher) throws(SearchError) -> ExportAnswer { try searcher.export(self) }
}

extension Searcher {
  /// A page of documents or of places ends behind the one with which its texts reach this size, in bytes of UTF-8:
  /// memory does not grow with their length. A guess.
  static let pageTextBytes = 4 << 20

  /// A page of the documents in which everything stands exactly, in the order of the index.
  ///
  /// Without a query the filters decide, and without those all documents are meant; a query that asks for nothing, such as
  /// 。 alone, finds nothing.
  ///
  /// - Throws: `invalidRequest` for a request beyond the limits of a search, or another one's cursor; `expired` for a
  ///   cursor whose generation is gone.
  public func export(_ request: ExportRequest) throws(SearchError) -> ExportAnswer {
    let search = SearchRequest(
      query: request.query ?? "", filters: request.filters ?? [], limit: request.limit ?? ExportRequest.defaultLimit,
      cursor: request.cursor)
    try refuseBeyondLimits(search)
    guard search.limit > 0, (0...1).contains(request.text ?? 1) else {
      throw SearchError(.invalidRequest, "limit must be 1 to \(SearchRequest.maximumLimit), and text 0 or 1")
    }
    let identity = ["export"] + search.identity
    let cursor = try SearchCursor(request.cursor, of: identity)
    let searcher = try serving(cursor)
    guard searcher === self else { return try searcher.export(request) }
    let prepared = try PreparedSearch(search, analyzer)
    var answer = ExportAnswer(generation: reader.manifest.generation, documents: [], notices: prepared.plan.notices)
    if prepared.isVoid, request.query != nil { return answer }
    let query = try prepared.query(dictionary, questionEnd ?? .never)
    answer.notices += query.notices
    let offset = cursor?.offset ?? 0
    // One more than the page has, to know whether any follows.
    let found = try documents(matching: query.strict, first: offset, limit: search.limit + 1)
    answer.documents = try exported(found.prefix(search.limit), withText: request.text != 0)
    if answer.documents.isEmpty, offset == 0 { answer.notices += try unknownValues(prepared) }
    if answer.documents.count < found.count {
      answer.next =
        SearchCursor(identity, generation: answer.generation, offset: offset + answer.documents.count).description
    }
    return answer
  }

  private func exported(
    _ page: some Sequence<DocID>, withText: Bool
  ) throws(SearchError) -> [ExportedDocument] {
    var documents: [ExportedDocument] = []
    var byteCount = 0
    for document in page {
      guard byteCount < Searcher.pageTextBytes else { break }
      let next = try next(onPageWith: documents.count) { () throws(SearchError) -> (ExportedDocument, Int) in
        guard withText else { return (ExportedDocument(try head(document)), 0) }
        let stored = try stored(document)
        guard let exported = try? ExportedDocument(stored) else { throw damaged(stored) }
        return (exported, stored.textBytes.count)
      }
      guard let (exported, count) = next else { break }
      documents.append(exported)
      byteCount += count
    }
    return documents
  }
}

extension ExportedDocument {
  fileprivate init(_ head: StoredHead) {
    self.init(
      id: head.id.description, fields: DocumentFields(head.fields), source: head.source.description, line: head.line)
  }

  fileprivate init(_ document: StoredDocument) throws(CorruptBytes) {
    let metadata = try document.metadata()
    self.init(document.head)
    cites = metadata.citations.map(CitationAnswer.init)
    other = metadata.unknownFields
    text = document.text
  }
}

extension Metadata {
  /// Fields that mean nothing here, by name.
  var unknownFields: [String: JSONValue] {
    Dictionary(unknown.map { ($0.name, JSONValue(json: $0.json)) }, uniquingKeysWith: { _, last in last })
  }
}
