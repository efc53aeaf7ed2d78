// Figures: equal however written, ordered by their keys.

import Archive
import TestSupport
import Testing

@Suite("figures")
struct FigureTests {
  @Test(
    "zeros that say nothing make no difference",
    arguments: [
      ("50", 2, "50"), ("0050", 4, "50"), ("500", 2, "50"), ("5", 8, "50000000"), ("25", 1, "2.5"), ("005", 1, "0.05"),
      ("000", 3, "0"), ("", 0, "0"), ("12345", 3, "123.45"),
    ])
  func spelling(_ digits: String, _ integerCount: Int, _ expected: String) {
    let figure = Figure(written: digits, integerCount: integerCount)
    #expect(figure.description == expected)
    if let integer = Int(expected) { #expect(figure == Figure(integer) && figure.integer == integer) }
  }

  @Test("moving the point", arguments: [(3, "5000"), (0, "5"), (-2, "0.05")])
  func moved(_ power: Int, _ expected: String) {
    #expect(Figure(5).multiplied(byPowerOfTen: power).description == expected)
    #expect(Figure(0).multiplied(byPowerOfTen: power) == Figure(0))
  }

  @Test("the order of the keys is that of the numbers, on random figures", arguments: 0..<20)
  func order(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let figures = (0..<200).map { _ in
      Figure(Int.random(in: 0...9_999, using: &generator)).multiplied(
        byPowerOfTen: Int.random(in: -6...10, using: &generator))
    }
    for (left, right) in zip(figures, figures.shuffled(using: &generator)) {
      let (leftKey, rightKey) = (try #require(left.sortKey), try #require(right.sortKey))
      let values = (try #require(Double(left.description)), try #require(Double(right.description)))
      #expect((left < right) == (values.0 < values.1), "\(left) \(right)")
      #expect(leftKey.utf8.lexicographicallyPrecedes(rightKey.utf8) == (left < right), "\(left) \(right)")
      #expect((leftKey == rightKey) == (left == right), "\(left) \(right)")
    }
  }

  @Test("what is too large, small or exact has no key")
  func beyond() {
    #expect(Figure(1).multiplied(byPowerOfTen: 21).sortKey == nil)
    #expect(Figure(1).multiplied(byPowerOfTen: -11).sortKey == nil)
    #expect(Figure(written: String(repeating: "1", count: 31), integerCount: 3).sortKey == nil)
  }
}
