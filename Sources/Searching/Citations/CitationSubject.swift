// The document that a question to the citation graph is about.

internal import API
internal import Archive
internal import Indexing

/// One document, or all that have a number, together with what is one with them.
struct CitationSubject {
  /// The documents that are asked about; none where no document of the index has the number.
  let asked: [StoredHead]
  /// ``asked``, and of each the notice that issued it or what it issues as its attachment: cited is mostly the one for the
  /// other.
  let family: [StoredHead]
  /// The number that is asked about.
  let number: String?
  /// ``asked``, as answers name them.
  var documents: [DocumentReference] { asked.map { DocumentReference($0) } }

  /// - Throws: `unknownDocument` where there is none with the id; `invalidRequest` unless either id or number is given.
  init(_ question: some DocumentQuestion, _ graph: CitationGraph) throws(SearchError) {
    let searcher = graph.searcher
    number = question.number.map { DocumentNumber.typed($0)?.description ?? $0 }
    switch (question.id, number) {
    case (let id?, nil):
      asked = try searcher.heads(withID: DocumentID(id))
      if asked.isEmpty { throw SearchError(unknown: [id]) }
    case (nil, let number?):
      let holders = try searcher.heads(withNumber: number)
      asked = try holders.isEmpty ? graph.documents(citedFor: number) : holders
    default: throw SearchError(.invalidRequest, "give id or number, one of the two")
    }
    var family = asked
    for head in asked { family += try graph.counterparts(of: head) }
    var seen: Set<DocumentID> = []
    self.family = family.filter { seen.insert($0.id).inserted }
  }
}

extension DocumentQuestion {
  /// The most rows of the answer.
  func rowLimit() throws(SearchError) -> Int {
    try SearchError.refuse(limit, named: "limit", outside: 0...SearchRequest.maximumLimit)
    return limit ?? SearchRequest.maximumLimit
  }
}

extension CitationGraph {
  /// The documents that others give a number to which no document has as its own: printed without it, they are still
  /// known by their titles.
  fileprivate func documents(citedFor number: String) throws(SearchError) -> [StoredHead] {
    var heads: [StoredHead] = []
    for edge in try edges(to: [], number: number) where !heads.contains(where: { $0.id == edge.cited.first?.id }) {
      // What several documents fit tells nothing.
      if edge.cited.count == 1 { heads += edge.cited }
    }
    return heads
  }

  /// The notice that issued a document, or what a notice issues.
  fileprivate func counterparts(of head: StoredHead) throws(SearchError) -> [StoredHead] {
    var found = try searcher.heads(attachedTo: head.id)
    if !found.isEmpty { found = try issued(by: head, among: found) }
    guard let parent = head.parent, let notice = try searcher.heads(withID: parent).first else { return found }
    return try issued(by: notice, among: [head]).isEmpty ? found : found + [notice]
  }

  /// Those attachments that the text of a notice, its title included, says it issues.
  private func issued(by notice: StoredHead, among attachments: [StoredHead]) throws(SearchError) -> [StoredHead] {
    guard let document = try stored(notice.id) else { return [] }
    let issued = try searcher.citations(of: document).filter { $0.relation == .issue }.compactMap(\.title)
    let titles = issued + [notice.fields.title.map(CitedTitle.issued)].compactMap(\.self)
    let keys = Set(titles.map { TitleFit.key($0, searcher.analyzer) })
    return attachments.filter { head in
      head.fields.title.map { keys.contains(TitleFit.key($0, searcher.analyzer)) } ?? false
    }
  }
}
