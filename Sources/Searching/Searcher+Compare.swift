// Two documents, clause by clause.

public import API
internal import Archive
internal import Indexing

extension CompareRequest: Tool {
  public func answer(by searcher: Searcher) throws(SearchError) -> CompareAnswer { try searcher.compare(self) }
}

extension Searcher {
  /// The longest two texts that are compared, in code points together. A guess: a gazette's longest document has 100,000.
  static let maximumComparedCodePoints = 2_000_000

  /// What differs between two documents.
  ///
  /// Clauses are the paragraphs of the repaired texts; ``ClauseAligner`` says which of them are one, ``TextDiff`` what
  /// differs within. Which document is named first makes no difference but for the sides.
  ///
  /// - Throws: `unknownDocument` that names the id, or both; `invalidRequest` for texts beyond the limit; `late`.
  public func compare(_ request: CompareRequest) throws(SearchError) -> CompareAnswer {
    let (first, second) = (try document(request.a), try document(request.b))
    guard let first, let second else {
      let unknown = [first == nil ? request.a : nil, second == nil && request.b != request.a ? request.b : nil]
      throw SearchError(unknown: unknown.compactMap(\.self))
    }
    let length = first.text.unicodeScalars.count + second.text.unicodeScalars.count
    guard length <= Searcher.maximumComparedCodePoints else {
      throw SearchError(
        .invalidRequest,
        "both texts have \(length) characters together, the limit is \(Searcher.maximumComparedCodePoints)",
        hint: "take shorter documents")
    }
    var cutter = ClauseCutter(analyzer)
    let a = cutter.clauses(of: first.text, lines: first.lines)
    let b = cutter.clauses(of: second.text, lines: second.lines)
    // Always in the same order, so that what is equally good is decided alike.
    let isTurned = second.text.utf8.lexicographicallyPrecedes(first.text.utf8)
    let end = questionEnd ?? .never
    let pairing = isTurned ? try ClausePairing(b, a, end).turned : try ClausePairing(a, b, end)
    return CompareAnswer(
      generation: reader.manifest.generation, a: ComparedDocument(first), b: ComparedDocument(second),
      clauses: pairing.clauses(a, b)
    ).counting(in: request.offsets)
  }
}

extension ComparedDocument {
  fileprivate init(_ document: DocumentAnswer) {
    self.init(id: document.id, fields: document.fields, source: document.source)
  }
}
