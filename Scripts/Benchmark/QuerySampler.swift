// Queries drawn from the text that is searched.

internal import API
internal import ICU
internal import TestSupport

/// A kind of query, and queries of that kind.
struct QuerySet {
  let name: String
  let queries: [String]
  /// Conditions that go with all of them.
  var filters: [Filter] = []
}

/// Draws queries at random places of the text, so that frequent words are asked for more often; the same ones in every
/// run.
struct QuerySampler {
  /// Queries of each kind: the medians of two draws of a hundred differ by less than rounds do (guess).
  static let queryCount = 100
  /// Words an OR query has.
  static let wordCount = 3
  /// Ten years and a half: whole years in the middle, months at both ends.
  static let dates = Filter(field: "date", value: "2008-04..2018-09")
  /// Characters a phrase has: as many as a name of a measure or an office.
  static let phraseLength = 6

  private let texts: [String]
  private let breaker: WordBreaker
  private var random = SeededGenerator(seed: 20_240_501)

  init(_ texts: [String]) throws {
    self.texts = texts
    breaker = try WordBreaker()
  }

  mutating func draw() throws -> [QuerySet] {
    let words = try (0..<Self.queryCount).map { _ in try word() }
    let several = try (0..<Self.queryCount).map { _ in
      try (0..<Self.wordCount).map { _ in try word() }.joined(separator: " ")
    }
    let phrases = try (0..<Self.queryCount).map { _ in "\"\(try phrase())\"" }
    func joined(_ sign: String) -> [String] { several.map { $0.replacing(" ", with: " \(sign) ") } }
    return [
      QuerySet(name: "1 word", queries: words), QuerySet(name: "\(Self.wordCount) words", queries: several),
      QuerySet(name: "\(Self.wordCount) words, OR", queries: joined("OR")),
      QuerySet(name: "\(Self.wordCount) words, AND", queries: joined("AND")),
      QuerySet(name: "phrase of \(Self.phraseLength)", queries: phrases),
      QuerySet(name: "1 word, range of dates", queries: words, filters: [Self.dates]),
    ]
  }

  /// A word of at least two Han characters, as ICU cuts it.
  private mutating func word() throws -> String {
    try attempt { sampler in
      var line = sampler.line()
      var words: [String] = []
      try line.withUTF8 { bytes in
        try sampler.breaker.forEachWord(inUTF8: bytes) { range, kind in
          // A Han character of the basic plane is three bytes.
          if kind == .ideograph, range.count >= 6 { words.append(String(decoding: bytes[range], as: UTF8.self)) }
        }
      }
      return words.randomElement(using: &sampler.random)
    }
  }

  /// Han characters that stand in a row.
  private mutating func phrase() throws -> String {
    try attempt { sampler in
      let characters = Array(sampler.line().unicodeScalars)
      guard characters.count >= Self.phraseLength else { return nil }
      let start = Int.random(in: 0...characters.count - Self.phraseLength, using: &sampler.random)
      let stretch = characters[start..<start + Self.phraseLength]
      guard stretch.allSatisfy(\.properties.isIdeographic) else { return nil }
      return String(String.UnicodeScalarView(stretch))
    }
  }

  /// A paragraph of a document, both at random.
  private mutating func line() -> String {
    let text = texts.randomElement(using: &random) ?? ""
    return text.split(separator: "\n").randomElement(using: &random).map(String.init) ?? ""
  }

  private mutating func attempt(_ draw: (inout QuerySampler) throws -> String?) throws -> String {
    for _ in 0..<10_000 {
      if let drawn = try draw(&self) { return drawn }
    }
    throw BenchmarkError(description: "the text holds hardly any Han characters, so no queries can be drawn from it")
  }
}
