// Terms of figures: exact ones, and ranges as sizes and stretches of the dictionary.

import Archive
import TestSupport
import Testing

@testable import Analysis

@Suite("typed terms")
struct TypedTermTests {
  private func typed(_ text: String) throws -> [String] {
    let analyzer = try Analyzer()
    var terms: [String] = []
    try analyzer.forEachTerm(of: analyzer.fold(text), in: .text) { term, frequency, _ in
      if term.first == UInt8(ascii: "T") {
        terms.append(String(decoding: term.dropFirst(), as: UTF8.self) + " \(frequency)")
      }
    }
    return terms.sorted()
  }

  @Test("figures have their exact term, and one for each size that counts nothing")
  func figures() throws {
    #expect(
      try typed("５０００万元") == ["=5000 1", "=50000000 1", "元=185 1", "元~18 0", "元~185 0", "元~1850 0"])
    #expect(try typed("百分之五十，50%") == ["%=125 2", "%~12 0", "%~125 0", "%~1250 0", "=50 1"])
  }

  @Test("dates have those of their month and year, numbers of documents their normal spelling")
  func datesAndNumbers() throws {
    #expect(try typed("二〇二四年三月五日") == ["=2024 1", "@2024 1", "@2024-03 1", "@2024-03-05 1"])
    #expect(try typed("國辦發[2024]7號") == ["#国办发〔2024〕7号 1", "=2024 1", "=7 1"])
  }

  @Test("a figure lies in a range if, and only if, one of its terms is among those of the range", arguments: 0..<40)
  func cover(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    func figure() -> Figure {
      Figure(
        [0, 1, 5, 10, 99, 100, 4999, 5001].randomElement(using: &generator)! * Int.random(in: 1...3, using: &generator)
      )
      .multiplied(byPowerOfTen: Int.random(in: -3...4, using: &generator))
    }
    func bound() -> FigureRange.Bound? {
      Int.random(in: 0..<5, using: &generator) == 0
        ? nil : FigureRange.Bound(figure(), isIncluded: Bool.random(using: &generator))
    }
    for _ in 0..<300 {
      guard let range = FigureRange(lower: bound(), upper: bound()) else { continue }
      let (sizes, scans) = TypedTerm.cover(.percent, range)
      #expect(sizes.count <= 80)
      for _ in 0..<20 {
        let value = StatedValue.percent(figure())
        guard case .percent(let figure) = value else { continue }
        let exact = try #require(TypedTerm.term(for: value, in: .text))
        let isListed = scans.contains { scan in
          exact.hasPrefix(scan.prefix) && !exact.utf8.lexicographicallyPrecedes(scan.from.utf8)
            && !scan.through.utf8.lexicographicallyPrecedes(exact.utf8)
        }
        let hasSize = TypedTerm.terms(for: value, in: .text).sizes.contains(where: sizes.contains)
        #expect((isListed || hasSize) == range.contains(figure), "\(figure) in \(range)")
      }
    }
  }

  @Test("a range without figures is none")
  func empty() {
    func bound(_ value: Int, _ isIncluded: Bool) -> FigureRange.Bound {
      FigureRange.Bound(Figure(value), isIncluded: isIncluded)
    }
    #expect(FigureRange(lower: bound(5, true), upper: bound(4, true)) == nil)
    #expect(FigureRange(lower: bound(5, true), upper: bound(5, false)) == nil)
    #expect(FigureRange(lower: bound(5, true), upper: bound(5, true)) != nil)
  }
}
