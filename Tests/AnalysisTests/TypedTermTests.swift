// Terms of values, and the terms that cover a range of them.

import Analysis
import Archive
import TestSupport
import Testing

/// A text's typed terms as readable lines: `term wdf`.
private func typedTerms(_ text: String, _ field: Field = .text) throws -> [String] {
  let analyzer = try Analyzer()
  var lines: [String] = []
  try analyzer.forEachTerm(of: analyzer.fold(text), in: field) { term, frequency, _ in
    if term[field.prefix.utf8.count] == UInt8(ascii: "T") {
      lines.append("\(String(decoding: term, as: UTF8.self)) \(frequency)")
    }
  }
  return lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

@Suite("typed terms")
struct TypedTermTests {
  @Test(
    "spellings of one value give one term",
    arguments: [
      ("５０％", "百分之五十"), ("2024年", "二〇二四年"), ("２０２４年３月", "二〇二四年三月"), ("12天", "十二天"), ("五千萬元", "五千万元"),
      ("国办发[2024]7号", "国办发〔2024〕7号"), ("國辦發（２０２４）７號", "国办发〔2024〕7号"), ("30km²", "30平方千米"), ("３，５００亩", "3500亩"),
    ])
  func spellings(left: String, right: String) throws { #expect(try typedTerms(left) == typedTerms(right)) }

  @Test(
    "a value gives its term, those of what it is made of, and its buckets",
    arguments: [
      ("3,500、3500.0和2.5", ["T=2.5 1", "T=3500 2"]),
      ("5000万元", ["T=5000 1", "T=50000000 1", "T元:5075 1", "T元~507 0", "T元~5075 0", "T元~50750 0"]),
      (
        "占50%，升为57.5%",
        [
          "T%:5015 1", "T%:501575 1", "T%~501 0", "T%~5015 0", "T%~50150 0", "T%~50157 0", "T=50 1", "T=57.5 1",
        ]
      ),
      ("0元", ["T=0 1", "T元:000 1", "T元~000 0"]),
      ("2024年3月5日、2024年", ["T=2024 2", "T=3 1", "T=5 1", "T@--03-05 1", "T@2024 2", "T@2024-03 1", "T@2024-03-05 1"]),
      ("国办发〔2024〕7号", ["T#国办发〔2024〕7号 1", "T=2024 1", "T=7 1"]),
      ("没有", []), (String(repeating: "7", count: 300), []),
    ] as [(String, [String])])
  func terms(text: String, expected: [String]) throws { #expect(try typedTerms(text) == expected) }

  @Test("a title has no typed terms: the text has them")
  func title() throws { #expect(try typedTerms("2024年", .title).isEmpty) }

  @Test(
    "a query's value is that of the whole place, and its term is one of any text that states it",
    arguments: [
      ("五千万元", "T元:5075", "投资5,000万元"), ("5000", "T=5000", "投资5000万元"), ("二〇二四年", "T@2024", "2024年3月5日"),
      ("50％", "T%:5015", "百分之五十"), ("国办发2024年7号", "T#国办发〔2024〕7号", "国办发〔２０２４〕７号"), ("7", "T=7", "国办发〔2024〕7号"),
    ])
  func queries(query: String, term: String, text: String) throws {
    let analyzer = try Analyzer()
    let place = try #require(analyzer.statedValues(in: analyzer.fold(query), isTyped: true).first)
    #expect(place.range == 0..<query.unicodeScalars.count)
    #expect(TypedTerm.term(for: place.primary, in: .text) == term)
    #expect(try typedTerms(text).contains { $0.hasPrefix(term + " ") })
  }

  @Test("ends of a range are covered by buckets and at most two stretches of the dictionary")
  func cover() {
    let cover = TypedTerm.cover(
      .unit("元"), lower: TypedTerm.Bound(Figure(48)), upper: TypedTerm.Bound(Figure(215), isInclusive: false), in: .text
    )
    #expect(
      cover.buckets == [
        "T元~50148", "T元~50149", "T元~5015", "T元~5016", "T元~5017", "T元~5018", "T元~5019", "T元~5021", "T元~50220",
      ])
    #expect(cover.scans.map { [$0.prefix, $0.from, $0.to] } == [["T元:", "T元:50221", "T元:502214:"]])
    // Thirty powers of ten, zero, and what is smaller or larger.
    let open = TypedTerm.cover(.percent, lower: nil, upper: nil, in: .text)
    #expect(open.buckets.count == 33 && open.scans.isEmpty)
    let below = TypedTerm.Bound(.zero, isInclusive: false)
    let none = TypedTerm.cover(.percent, lower: nil, upper: below, in: .text)
    #expect(none.buckets.isEmpty && none.scans.isEmpty)
  }

  @Test("a figure is in a range exactly if a bucket or a stretch of the cover has it", arguments: 0..<100)
  func coverLaw(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let analyzer = try Analyzer()
    let figures = (0..<40).map { _ in figure(&generator) } + [.zero]
    let text = analyzer.fold(figures.map { "\($0)元" }.joined(separator: "；"))
    // What the analyser emits, not what the cover assumes.
    #expect(analyzer.statedValues(in: text).map(\.primary) == figures.map { .quantity($0, unit: "元") })
    let terms = try figures.map { figure in
      try typedTerms("\(figure)元").map { String($0.prefix { $0 != " " }) }.filter { $0.hasPrefix("T元") }
    }
    for _ in 0..<20 {
      let lower = bound(&generator, figures)
      let upper = bound(&generator, figures)
      let cover = TypedTerm.cover(.unit("元"), lower: lower, upper: upper, in: .text)
      #expect(cover.scans.count <= 2 && cover.buckets.count <= 75)
      for (figure, terms) in zip(figures, terms) {
        let isAbove = lower.map { $0.figure < figure || $0.isInclusive && $0.figure == figure } ?? true
        let isBelow = upper.map { figure < $0.figure || $0.isInclusive && $0.figure == figure } ?? true
        let isCovered = terms.contains { term in
          cover.buckets.contains(term)
            || cover.scans.contains { term.hasPrefix($0.prefix) && $0.from <= term && term <= $0.to }
        }
        #expect(
          isCovered == (isAbove && isBelow), "\(figure) in \(String(describing: lower))...\(String(describing: upper))")
      }
    }
  }

  private func figure(_ generator: inout SeededGenerator) -> Figure {
    let digits = Int.random(in: 0..<[10, 100, 1_000, 1_000_000].randomElement(using: &generator)!, using: &generator)
    let power = Int.random(in: Bool.random(using: &generator) ? -3...3 : -30...30, using: &generator)
    return Figure(digits).multiplied(byPowerOfTen: power) ?? .zero
  }

  private func bound(_ generator: inout SeededGenerator, _ figures: [Figure]) -> TypedTerm.Bound? {
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: nil
    case 1, 2: TypedTerm.Bound(figures.randomElement(using: &generator)!, isInclusive: .random(using: &generator))
    default: TypedTerm.Bound(figure(&generator), isInclusive: .random(using: &generator))
    }
  }
}
