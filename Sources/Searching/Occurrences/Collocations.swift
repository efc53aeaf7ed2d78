// Collocations: words near a query's text, and how surprising that is.

public import API
internal import Analysis
internal import Archive
internal import Foundation
internal import ICU
internal import Indexing
internal import Xapian

extension CollocationsRequest: Tool {
  public func answer(by searcher: Searcher) throws(SearchError) -> CollocationsAnswer {
    try SearchError.refuse(window, named: "window", outside: 1...CollocationsRequest.maximumWindow)
    try SearchError.refuse(minimum, named: "minimum", outside: 1...Int(Int32.max))
    try SearchError.refuse(limit, named: "limit", outside: 1...CollocationsRequest.maximumLimit)
    return try Collocations(self, searcher).answer()
  }
}

/// Counts the words near one query's text. What is expected is how often a word stands elsewhere in the same documents,
/// so that what is told is the query's company, not the documents' subject.
private struct Collocations {
  private struct Count {
    var near = 0
    var total = 0
    /// A document, and the match in it, where the word stands near first.
    var example: (document: DocID, place: Int)?

    /// - Parameter place: the match that it is near, if any.
    mutating func add(_ place: (document: DocID, place: Int)?) {
      total += 1
      guard let place else { return }
      near += 1
      example = example ?? place
    }
  }

  private let request: CollocationsRequest
  private let search: PlaceSearch
  /// The documents that are read: of many so many, evenly over all.
  private let sample: [DocID]
  private var window: Int { request.window ?? CollocationsRequest.defaultWindow }

  private var words: [String: Count] = [:]
  private var occurrences = 0
  private var nearCount = 0
  private var wordCount = 0

  init(_ request: CollocationsRequest, _ searcher: Searcher) throws(SearchError) {
    self.request = request
    search = try PlaceSearch(request.query, request.filters, in: searcher, needsText: true, unit: request.offsets)
    let (all, most) = (search.documents, CollocationsRequest.maximumDocuments)
    sample = all.count > most ? (0..<most).map { all[$0 * all.count / most] } : all
    for document in sample { try read(document) }
  }

  func answer() throws(SearchError) -> CollocationsAnswer {
    var found: [Collocation] = []
    for (word, count, likelihood) in ranked() {
      guard let (document, place) = count.example else { continue }
      found.append(
        Collocation(
          word: word, near: count.near, total: count.total, likelihood: (likelihood * 100).rounded() / 100,
          example: try example(document, place)))
    }
    return CollocationsAnswer(
      query: request.query, generation: search.searcher.reader.manifest.generation, documents: search.documents.count,
      documentsRead: sample.count, occurrences: occurrences, wordsNear: nearCount, words: wordCount,
      collocations: found, notices: search.prepared.plan.notices)
  }

  private func ranked() -> [(String, Count, Double)] {
    let minimum = request.minimum ?? CollocationsRequest.defaultMinimum
    let isByFrequency = request.sort == .frequency
    let candidates = words.compactMap { word, count -> (String, Count, Double)? in
      guard count.near >= minimum else { return nil }
      let likelihood = likelihood(count)
      return likelihood > 0 || isByFrequency ? (word, count, likelihood) : nil
    }
    let sorted = candidates.sorted { left, right in
      let (leftRank, rightRank) = isByFrequency ? (Double(left.1.near), Double(right.1.near)) : (left.2, right.2)
      return leftRank == rightRank ? left.0 < right.0 : leftRank > rightRank
    }
    return Array(sorted.prefix(request.limit ?? CollocationsRequest.defaultLimit))
  }

  /// G² of the word's table: near or not, this word or another (Dunning 1993). 0 for a word that stands near less often
  /// than elsewhere.
  private func likelihood(_ count: Count) -> Double {
    let table = [
      (count.near, nearCount, count.total), (nearCount - count.near, nearCount, wordCount - count.total),
      (count.total - count.near, wordCount - nearCount, count.total),
      (wordCount - nearCount - count.total + count.near, wordCount - nearCount, wordCount - count.total),
    ]
    guard count.near * wordCount > nearCount * count.total else { return 0 }
    return 2
      * table.reduce(0) { sum, cell in
        let (observed, row, column) = cell
        guard observed > 0 else { return sum }
        return sum + Double(observed) * log(Double(observed) * Double(wordCount) / (Double(row) * Double(column)))
      }
  }

  private mutating func read(_ document: DocID) throws(SearchError) {
    let found = try search.read(document)
    let folded = found.folded
    occurrences += found.places.count
    let near = NearStretches(found.places, window: window, in: UTF8Text(bytes: folded.bytes))
    var next = 0
    do {
      try search.searcher.analyzer.forEachWord(of: folded) { bytes, _, _ in
        while next < near.stretches.count, near.stretches[next].bytes.upperBound <= bytes.lowerBound { next += 1 }
        add(folded, bytes, near.stretches[next...].first, in: document)
      }
    } catch {
      throw SearchError(.bug, "ICU: \(error.message)")
    }
  }

  /// - Parameter stretch: the first that does not end before the word.
  private mutating func add(
    _ text: FoldedText, _ bytes: Range<Int>, _ stretch: NearStretches.Stretch?, in document: DocID
  ) {
    // What is part of a match is not its company.
    if let stretch, stretch.isMatch, stretch.bytes.overlaps(bytes) { return }
    let isNear =
      stretch.map { $0.bytes.lowerBound <= bytes.lowerBound && bytes.upperBound <= $0.bytes.upperBound } ?? false
    wordCount += 1
    nearCount += isNear ? 1 : 0
    words[text.string(bytes), default: Count()].add(isNear ? stretch.map { (document, $0.place) } : nil)
  }

  private func example(_ document: DocID, _ place: Int) throws(SearchError) -> ConcordanceLine {
    let found = try search.read(document)
    return try search.lines(of: found, at: [found.places[place]], width: window)[0]
  }
}

/// The matches of a text and the stretches around them, in order, none overlapping another.
private struct NearStretches {
  struct Stretch {
    let bytes: Range<Int>
    /// Whether it is a match itself.
    let isMatch: Bool
    /// Which match it is, or stands around.
    let place: Int
  }

  private(set) var stretches: [Stretch] = []

  /// - Parameter window: how many code points stand around a match; no paragraph's end lies among them.
  init(_ places: [Range<Int>], window: Int, in text: UTF8Text) {
    var end = 0
    for (index, place) in places.enumerated() {
      let start = max(end, text.offsetAfterLast(0x0A, before: place.lowerBound))
      let before = text.step(-window, from: place.lowerBound, limit: min(start, place.lowerBound))
      // Where it touches the stretch behind the match before, both are one: a word may stand on the seam.
      if let last = stretches.last, !last.isMatch, last.bytes.upperBound == before {
        stretches[stretches.count - 1] = Stretch(
          bytes: last.bytes.lowerBound..<place.lowerBound, isMatch: false, place: last.place)
      } else {
        append(before..<place.lowerBound, isMatch: false, index)
      }
      append(place, isMatch: true, index)
      let next = places.indices.contains(index + 1) ? places[index + 1].lowerBound : text.bytes.count
      let limit = max(place.upperBound, min(next, text.firstOffset(of: 0x0A, from: place.upperBound)))
      end = text.step(window, from: place.upperBound, limit: limit)
      append(place.upperBound..<end, isMatch: false, index)
    }
  }

  private mutating func append(_ bytes: Range<Int>, isMatch: Bool, _ place: Int) {
    if !bytes.isEmpty { stretches.append(Stretch(bytes: bytes, isMatch: isMatch, place: place)) }
  }
}
