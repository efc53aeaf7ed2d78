// What prefixes and bounds stand for.

internal import Analysis
internal import Archive
internal import Indexing

/// The words and figures that the prefixes and bounds of one request stand for, of which there may be so many only.
final class Expansion {
  let dictionary: TermDictionary
  /// When the request has to be answered.
  let end: SearchEnd
  private var left = TermDictionary.maximumExpansion

  init(_ dictionary: TermDictionary, _ end: SearchEnd) { (self.dictionary, self.end) = (dictionary, end) }

  /// The terms of all words that begin so.
  ///
  /// - Throws: `invalidRequest` for too many.
  func words(_ prefix: String) throws(SearchError) -> [String] {
    let start = TermUnit.word.term(prefix, in: .text)
    guard let terms = try dictionary.terms(prefix: start, limit: left) else {
      throw tooMany("\(prefix)* stands", hint: "type more of the word")
    }
    left -= terms.count
    return terms
  }

  /// The terms of all figures of a range.
  ///
  /// - Throws: `invalidRequest` for too many.
  func figures(_ range: FigureRange) throws(SearchError) -> [String] {
    let cover = TypedTerm.cover(range.measure, lower: range.lower, upper: range.upper, in: .text)
    var terms = cover.buckets
    for scan in cover.scans {
      guard let found = try dictionary.terms(prefix: scan.prefix, from: scan.from, through: scan.to, limit: left)
      else {
        throw tooMany("a range's bounds stand", hint: "round a bound to two digits")
      }
      left -= found.count
      terms += found
    }
    return terms
  }

  private func tooMany(_ what: String, hint: String) -> SearchError {
    SearchError(
      .invalidRequest,
      "\(what) for too many words or figures: with all others of the request for more than "
        + "\(TermDictionary.maximumExpansion)", hint: hint)
  }
}
