// What was matched, as answers show it.

internal import API
internal import Archive
internal import Indexing
internal import Xapian

extension Searcher {
  /// The hits with their passages.
  ///
  /// - Returns: whether all have theirs, too: time may run out before.
  func render(
    _ matches: Matches, _ prepared: PreparedSearch, _ request: SearchRequest, _ end: SearchEnd
  ) throws(SearchError) -> (hits: [Hit], isWhole: Bool) {
    let finder = PassageFinder(prepared.plan, prepared.filters, analyzer, request.offsets ?? .codePoints)
    let passages = request.passages
    let passageEnd = end.passageEnd()
    var isWhole = true
    var hits: [Hit] = []
    for match in matches.hits where !end.isCancelled {
      let showsPassages = passages > 0 && (passageEnd.map { ContinuousClock.now < $0 } ?? true)
      if passages > 0, !showsPassages { isWhole = false }
      let (head, found) =
        showsPassages ? try headAndPassages(match.docid, finder, passages) : (try head(match.docid), [])
      hits.append(
        Hit(
          id: head.id.description, score: match.weight, strict: matches.isStrict(match),
          fields: DocumentFields(head.fields),
          titleHighlights: head.fields.title.map(finder.highlights(inTitle:)) ?? [], source: head.source.description,
          line: found.first?.line ?? head.line ?? 1, passages: found))
    }
    return (hits, isWhole)
  }

  private func headAndPassages(
    _ document: DocID, _ finder: PassageFinder, _ limit: Int
  ) throws(SearchError) -> (StoredHead, [Passage]) {
    let document = try stored(document)
    do { return (document.head, try finder.passages(of: document, limit: limit)) } catch { throw damaged(document) }
  }
}
