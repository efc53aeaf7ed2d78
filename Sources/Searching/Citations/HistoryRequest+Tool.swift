// What became of a document: its edges that are events, in order of date.

public import API
internal import Archive
internal import Indexing

extension HistoryRequest: Tool {
  public func answer(by searcher: Searcher) throws(SearchError) -> HistoryAnswer {
    let limit = try rowLimit()
    let graph = CitationGraph(searcher: searcher)
    let subject = try CitationSubject(self, graph)
    let events = try HistoryReader(graph: graph, subject: subject).events()
    return HistoryAnswer(
      generation: searcher.reader.manifest.generation, documents: subject.documents, total: events.count,
      events: Array(events.prefix(limit)))
  }
}

/// Makes events of what is known of a document and of its edges.
private struct HistoryReader {
  let graph: CitationGraph
  let subject: CitationSubject

  func events() throws(SearchError) -> [HistoryEvent] {
    var events: [HistoryEvent] = []
    for head in subject.asked { events += try stations(of: head) }
    events += try done() + suffered()
    return events.uniqued().sorted { $0.place < $1.place }
  }

  /// That a document was made, and what it belongs to.
  private func stations(of head: StoredHead) throws(SearchError) -> [HistoryEvent] {
    let parents = try head.parent.map { (id) throws(SearchError) in try graph.searcher.heads(withID: id) } ?? []
    return try [HistoryEvent(.made, head)] + parents.map { HistoryEvent(.parent, $0) }
      + graph.searcher.heads(attachedTo: head.id).map { HistoryEvent(.attachment, $0) }
  }

  /// What it did to others.
  private func done() throws(SearchError) -> [HistoryEvent] {
    var events: [HistoryEvent] = []
    for head in subject.family {
      for edge in try graph.edges(from: head) where !isAsked(edge.cited) {
        guard let kind = edge.citation.relation.flatMap(HistoryEvent.Kind.init(doing:)) else { continue }
        events.append(HistoryEvent(kind, edge, document: edge.cited.count == 1 ? edge.cited[0] : nil))
      }
    }
    return events
  }

  /// What others did to it.
  private func suffered() throws(SearchError) -> [HistoryEvent] {
    var events: [HistoryEvent] = []
    for edge in try graph.edges(to: subject.family, number: subject.number) where !isAsked([edge.citing]) {
      guard let kind = edge.citation.relation.flatMap(HistoryEvent.Kind.init(suffering:)) else { continue }
      events.append(HistoryEvent(kind, edge, document: edge.citing))
    }
    return events
  }

  private func isAsked(_ heads: [StoredHead]) -> Bool {
    heads.contains { head in subject.asked.contains { $0.id == head.id } }
  }
}

extension HistoryEvent {
  fileprivate init(_ kind: Kind, _ head: StoredHead) {
    let line = CitationAnswer(
      number: head.fields.number, title: head.fields.title, relation: nil, line: head.line ?? 1)
    self.init(
      date: head.fields.date?.description, kind: kind, document: DocumentReference(head), citation: line,
      source: head.source.description)
  }

  fileprivate init(_ kind: Kind, _ edge: CitationGraph.Edge, document: StoredHead?) {
    self.init(
      date: edge.citing.fields.date?.description, kind: kind, document: document.map { DocumentReference($0) },
      citation: CitationAnswer(edge.citation), source: edge.citing.source.description)
  }

  /// Where it stands in the order of the answer.
  fileprivate var place: (date: String, kind: Int, source: String, line: Int) {
    (date ?? "~", Kind.allCases.firstIndex(of: kind)!, source, citation.line)
  }
}

extension HistoryEvent.Kind {
  /// What a document does to one of which its text says something; nil where it does nothing to it.
  fileprivate init?(doing relation: Citation.Relation) {
    switch relation {
    case .issue: self = .issues
    case .forwarding: self = .forwards
    case .amendment: self = .amends
    case .repeal, .lapse: self = .repeals
    case .basis, .implementation, .alignment: return nil
    }
  }

  /// What is done to a document by one whose text says something of it.
  fileprivate init?(suffering relation: Citation.Relation) {
    switch relation {
    case .issue: self = .issuedBy
    case .forwarding: self = .forwardedBy
    case .amendment: self = .amendedBy
    case .repeal, .lapse: self = .repealedBy
    case .basis, .implementation, .alignment: return nil
    }
  }
}
