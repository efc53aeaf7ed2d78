// What a document cites, and what cites it.

public import API
internal import Indexing

extension CitesRequest: Tool {
  public func answer(by searcher: Searcher) throws(SearchError) -> CitationEdges {
    let limit = try rowLimit()
    let graph = CitationGraph(searcher: searcher)
    let subject = try CitationSubject(self, graph)
    var edges: [CitationGraph.Edge] = []
    for head in subject.asked { edges += try graph.edges(from: head) }
    return searcher.answer(subject, edges, limit: limit)
  }
}

extension CitedByRequest: Tool {
  public func answer(by searcher: Searcher) throws(SearchError) -> CitationEdges {
    let limit = try rowLimit()
    let graph = CitationGraph(searcher: searcher)
    let subject = try CitationSubject(self, graph)
    let own = Set(subject.asked.map(\.id))
    let edges = try graph.edges(to: subject.family, number: subject.number).filter { !own.contains($0.citing.id) }
    return searcher.answer(subject, edges, limit: limit)
  }
}

extension Searcher {
  fileprivate func answer(_ subject: CitationSubject, _ edges: [CitationGraph.Edge], limit: Int) -> CitationEdges {
    CitationEdges(
      generation: reader.manifest.generation, documents: subject.documents, total: edges.count,
      edges: edges.prefix(limit).map(\.answer))
  }
}
