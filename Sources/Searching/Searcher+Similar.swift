// Documents like another one, and the same text printed twice.

public import API
internal import Analysis
internal import Archive
internal import Foundation
internal import ICU
internal import Indexing
internal import Xapian

extension Searcher {
  /// The documents most like one, or nil where there is none with this id.
  ///
  /// Alike is what shares the words that tell the document from the rest of the index: those of its words and bigrams
  /// with the greatest weight in it (BM25's: Robertson, Zaragoza 2009) make one query. The texts of the best are then
  /// compared by their stretches of five characters (Broder 1997).
  ///
  /// - Throws: `invalidRequest` for a limit beyond ``SearchRequest/maximumLimit``.
  public func similar(to id: String, limit: Int = SearchRequest.defaultLimit) throws(SearchError) -> SimilarAnswer? {
    try SearchError.refuse(limit, named: "limit", outside: 0...SearchRequest.maximumLimit)
    guard let (document, _) = try documentAndSource(DocumentID(id)) else { return nil }
    let text = analyzer.fold(document.text)
    let shingles = Shingles(text)
    let query = Query.or(try tellingTerms(text).map { .term($0) })
    let own = fieldTerms.term(of: id, in: .id).map { Query.term($0) } ?? .matchNothing
    let hits = try match(.andNot(query, own)) { (enquire) throws(XapianError) in
      try Ranking.apply(to: enquire)
      return try limit == 0 ? [] : enquire.matches(limit: max(limit, Shingles.comparedCount)).hits
    }
    var documents: [SimilarDocument] = []
    for hit in hits {
      let other = try stored(hit.docid)
      let (overlap, isSame) = shingles.compared(with: Shingles(analyzer.fold(other.text)))
      documents.append(
        SimilarDocument(
          id: other.id.description, score: hit.weight, overlap: overlap, sameText: isSame,
          fields: DocumentFields(other.head.fields), source: other.source.description))
    }
    let same = documents.filter(\.sameText).sorted { $0.overlap > $1.overlap }
    let all = same + documents.filter { !$0.sameText }
    return SimilarAnswer(
      id: id, generation: reader.manifest.generation, documents: Array(all.prefix(limit)))
  }

  /// How many terms stand for a document. A guess: more change nothing on the sample gazettes.
  private static let tellingTermCount = 60

  /// The words and bigrams that tell a document from others: what is in no other one tells nothing here.
  private func tellingTerms(_ text: FoldedText) throws(SearchError) -> [String] {
    var frequencies: [(term: String, count: Int)] = []
    let units = [TermUnit.word, .bigram].map { $0.term("", in: .text).utf8.first! }
    do {
      try analyzer.forEachTerm(of: text, in: .text) { term, frequency, _ in
        guard let first = term.first, units.contains(first) else { return }
        frequencies.append((String(decoding: term, as: UTF8.self), Int(frequency)))
      }
    } catch {
      throw SearchError(.bug, "ICU: \(error.message)")
    }
    let weighed = try reader.reading { () throws(XapianError) in
      let total = Double(try reader.database.documentCount)
      var weighed: [(term: String, weight: Double)] = []
      for (term, count) in frequencies {
        let documents = Double(try reader.database.termFrequency(term))
        guard documents > 1 else { continue }
        let (rarity, frequency) = (log(1 + (total - documents + 0.5) / (documents + 0.5)), Double(count))
        weighed.append((term, rarity * frequency / (frequency + Ranking.k1)))
      }
      return weighed
    }
    return weighed.sorted { ($1.weight, $0.term) < ($0.weight, $1.term) }.prefix(Searcher.tellingTermCount).map(\.term)
  }
}

/// A text as the set of its stretches of five characters.
struct Shingles {
  /// Of how many of the best documents the texts are compared at least, so that the same text is found among them. A
  /// guess.
  static let comparedCount = 20
  /// From this overlap on, and with lengths as near, two texts are the same: heads, imprints and dates of printing
  /// differ between two gazettes.
  private static let sameShare = 0.9
  private static let sameLength = 0.8

  /// Each as 64 bits: two that differ are taken for one in a text of a million once in 40 million times.
  private let stretches: Set<UInt64>

  init(_ text: FoldedText) {
    let glyphs = text.runs.flatMap { text.string($0.bytes).unicodeScalars }.map(\.value)
    let length = min(SimilarDocument.shingleLength, glyphs.count)
    var stretches: Set<UInt64> = []
    for start in glyphs.isEmpty ? 0..<0 : 0..<glyphs.count - length + 1 {
      var hash = FNV1a()
      for glyph in glyphs[start..<start + length] { hash.add(glyph) }
      stretches.insert(hash.value)
    }
    self.stretches = stretches
  }

  /// How much of the smaller one is in the other, and whether both are the same text.
  func compared(with other: Shingles) -> (overlap: Double, isSame: Bool) {
    let (smaller, larger) =
      stretches.count < other.stretches.count ? (stretches, other.stretches) : (other.stretches, stretches)
    guard !smaller.isEmpty else { return (0, false) }
    let overlap = Double(smaller.count { larger.contains($0) }) / Double(smaller.count)
    let isSame =
      overlap >= Shingles.sameShare && Double(smaller.count) >= Shingles.sameLength * Double(larger.count)
    return ((overlap * 1_000).rounded() / 1_000, isSame)
  }
}
