// The citation graph: edges out of documents and into them.

internal import API
internal import Analysis
internal import Archive
internal import Indexing
internal import Xapian

/// Follows the citations of one generation in both directions.
///
/// Edges are not stored: those out of a document are its citations, and those into it are found by what the texts that
/// cite it hold, its number or its title. Whatever the direction, ``CitationResolver`` decides, so that both agree.
struct CitationGraph {
  let searcher: Searcher
  var resolver: CitationResolver { CitationResolver(searcher: searcher) }

  /// An edge with the heads of its ends.
  struct Edge {
    let citing: StoredHead
    let citation: Citation
    let cited: [StoredHead]
  }

  /// What a document cites, in the order of its text.
  func edges(from head: StoredHead) throws(SearchError) -> [Edge] {
    guard let document = try stored(head.id) else { return [] }
    var edges: [Edge] = []
    for citation in try searcher.citations(of: document) {
      edges.append(Edge(citing: head, citation: citation, cited: try resolver.cited(by: citation, in: head)))
    }
    return edges
  }

  /// The edges into any of some documents, and those that name a number, in the order of the citing documents' dates; what
  /// has no date comes last.
  func edges(to heads: [StoredHead], number: String?) throws(SearchError) -> [Edge] {
    let number = number.map(canonical)
    let numbers = (heads.compactMap(\.fields.number).map(canonical) + [number].compactMap(\.self)).uniqued()
    let wanted = Set(heads.map(\.id))
    var edges: [Edge] = []
    for document in try searcher.documents(matching: candidates(heads, numbers)) {
      let document = try searcher.stored(document)
      for citation in try searcher.citations(of: document) {
        let stated = citation.number(in: document.head.fields.region).map(canonical)
        guard stated.map(numbers.contains) ?? false || heads.contains(where: { resolver.fit($0, citation) != nil })
        else { continue }
        let cited = try resolver.cited(by: citation, in: document.head)
        guard number != nil && stated == number || cited.contains(where: { wanted.contains($0.id) }) else { continue }
        edges.append(Edge(citing: document.head, citation: citation, cited: cited))
      }
    }
    return edges.sorted { $0.place < $1.place }
  }

  /// Documents whose texts state one of the numbers or hold one of the titles, and those that the documents are attached
  /// to: a title too short to tell is only cited there.
  private func candidates(_ heads: [StoredHead], _ numbers: [String]) -> Query {
    var queries: [Query] = []
    for number in numbers {
      guard let number = DocumentNumber(number) else { continue }
      queries += number.spellings.compactMap { TypedTerm.term(for: .documentNumber($0), in: .text).map { .term($0) } }
    }
    for head in heads {
      queries += head.fields.title.flatMap { TitleFit.core(of: $0, searcher.analyzer) }.map { [holding($0)] } ?? []
      queries += head.parent.flatMap { searcher.fieldTerms.term(of: $0.description, in: .id) }.map { [.term($0)] } ?? []
    }
    return .or(queries)
  }

  /// Texts that hold a title, whatever marks and white space stand between its runs.
  private func holding(_ title: String) -> Query {
    let folded = searcher.analyzer.fold(title)
    return .and(folded.runs.map { PhraseQuery(PlannedPhrase($0.codePoints, of: folded, searcher.analyzer)).exact })
  }

  /// A number as numbers are compared: folded, and in its one spelling where it is one by its form.
  private func canonical(_ number: String) -> String {
    let folded = String(decoding: searcher.analyzer.fold(number).bytes, as: UTF8.self)
    return DocumentNumber(folded)?.comparable.description ?? folded
  }

  func stored(_ id: DocumentID) throws(SearchError) -> StoredDocument? {
    do { return try searcher.reader.document(id) } catch { throw SearchError(error) }
  }
}

extension CitationGraph.Edge {
  /// Where it stands in the order of answers.
  fileprivate var place: (date: String, id: String, line: Int) {
    (citing.fields.date?.description ?? "~", citing.id.description, citation.line)
  }

  var answer: CitationEdge {
    CitationEdge(
      citing: DocumentReference(citing), citation: CitationAnswer(citation), source: citing.source.description,
      cited: cited.map { DocumentReference($0) })
  }
}

extension DocumentReference {
  init(_ head: StoredHead) {
    self.init(
      id: head.id.description, title: head.fields.title, number: head.fields.number,
      date: head.fields.date?.description)
  }
}
