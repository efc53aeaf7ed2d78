// Which documents of the index a citation speaks of.

internal import Archive
internal import Indexing
internal import Xapian

/// Finds cited documents: by number, else by title.
///
/// It never chooses between documents that fit equally: then it gives all of them.
struct CitationResolver {
  let searcher: Searcher

  /// The documents that a citation may speak of: none where the index has no such document, several where nothing in the
  /// citation tells them apart.
  ///
  /// - Parameter citing: the document that cites; it never cites itself.
  func cited(by citation: Citation, in citing: StoredHead) throws(SearchError) -> [StoredHead] {
    if let number = citation.number(in: citing.fields.region) {
      let holders = try searcher.heads(withNumber: number).filter { $0.id != citing.id }
      let titled = holders.filter { fit($0, citation) != nil }
      if !holders.isEmpty { return titled.isEmpty ? holders : titled }
    }
    guard let title = citation.title else { return [] }
    let query = TitleFit.candidates(title, searcher.analyzer, searcher.fieldTerms)
    var found: [(head: StoredHead, fit: TitleFit)] = []
    for document in try searcher.documents(matching: query) {
      let head = try searcher.head(document)
      guard let fit = fit(head, citation), try isPossible(head, citation, citing) else { continue }
      found.append((head, fit))
    }
    // What comes with the citing document is nearer than any other.
    let attached = found.filter { $0.head.parent == citing.id || $0.head.id == citing.parent }
    let nearest = attached.isEmpty ? found : attached
    let best = nearest.map(\.fit).min()
    return nearest.filter { $0.fit == best }.map(\.head)
  }

  /// How the title of a document fits a citation.
  func fit(_ head: StoredHead, _ citation: Citation) -> TitleFit? {
    guard let cited = citation.title, let title = head.fields.title else { return nil }
    return TitleFit(cited, title, searcher.analyzer)
  }

  /// Whether a document of the cited title can be the one, by its number, date and region.
  private func isPossible(
    _ head: StoredHead, _ citation: Citation, _ citing: StoredHead
  ) throws(SearchError) -> Bool {
    guard head.id != citing.id, isEarlyEnough(head, citation, citing), isAbove(head, citing, citation) else {
      return false
    }
    guard let number = citation.number else { return true }
    // No document of the index has the number, so that one with a number has another.
    guard head.fields.number == nil, try parentNumber(head) == nil else { return false }
    guard let year = DocumentNumber(number)?.year else { return true }
    return head.fields.date?.year == year
  }

  private func parentNumber(_ head: StoredHead) throws(SearchError) -> String? {
    guard let parent = head.parent else { return nil }
    return try searcher.heads(withID: parent).first?.fields.number
  }

  /// Nothing that is later is cited, and nothing that came on the same day or with the document is repealed or amended by
  /// it: measures often take the place of others of the same title. Laws are revised under their title, so that their
  /// text in the index may be later than what cites them.
  private func isEarlyEnough(_ head: StoredHead, _ citation: Citation, _ citing: StoredHead) -> Bool {
    let isEnded = citation.relation == .repeal || citation.relation == .lapse
    let isChanged = isEnded || citation.relation == .amendment
    if isChanged, head.parent == citing.id || head.id == citing.parent { return false }
    guard let cited = head.fields.date, let date = citing.fields.date else { return true }
    if !isEnded, head.fields.title.map(CitationResolver.isLaw) ?? false { return true }
    return isChanged ? DateKey.first(cited) < DateKey.first(date) : DateKey.first(cited) <= DateKey.last(date)
  }

  private static func isLaw(_ title: String) -> Bool {
    title.hasSuffix("条例") || title.hasSuffix("法") && !title.hasSuffix("办法")
  }

  /// Whether a document comes from the region of the citing one or one above it, unless the cited title says of where it
  /// is: offices of two towns give their documents the same titles.
  private func isAbove(_ head: StoredHead, _ citing: StoredHead, _ citation: Citation) -> Bool {
    let (region, own) = (head.fields.region, citing.fields.region)
    if region.isEmpty || own.starts(with: region) { return true }
    return region.contains { citation.title?.hasPrefix($0) ?? false }
  }
}

extension StoredHead {
  /// The document that it is attached to.
  var parent: DocumentID? { fields.parent }
}

extension Searcher {
  /// The documents that have a number, in any spelling of it.
  func heads(withNumber number: String) throws(SearchError) -> [StoredHead] {
    try heads(having: fieldTerms.term(of: number, in: .number))
  }

  /// The document with an id.
  func heads(withID id: DocumentID) throws(SearchError) -> [StoredHead] {
    try heads(having: fieldTerms.term(of: id.description, in: .id))
  }

  /// The documents that are attached to one, in the order of the index.
  func heads(attachedTo parent: DocumentID) throws(SearchError) -> [StoredHead] {
    try heads(having: fieldTerms.term(of: parent.description, in: .parent))
  }

  private func heads(having term: String?) throws(SearchError) -> [StoredHead] {
    guard let term else { return [] }
    var heads: [StoredHead] = []
    for document in try reader.reading({ () throws(XapianError) in try reader.database.documents(having: term) }) {
      heads.append(try head(document))
    }
    return heads
  }

  /// The documents that a document names, in the order of its text.
  func citations(of document: StoredDocument) throws(SearchError) -> [Citation] {
    do throws(CorruptBytes) { return try document.metadata().citations } catch { throw damaged(document) }
  }
}
