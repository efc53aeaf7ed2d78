// Exact decimal numbers: reading, order and keys.

import Archive
import TestSupport
import Testing

@Suite("figures")
struct FigureTests {
  @Test(
    "a number is read in every spelling",
    arguments: [
      ("50", "50"), ("50.0", "50"), ("050", "50"), ("５０", "50"), ("0", "0"), ("0.0", "0"), ("0.05", "0.05"),
      ("2.50", "2.5"), ("3,500", "3500"), ("３，５００", "3500"), ("3,500.25", "3500.25"), ("1,234,567", "1234567"),
      ("二〇二四", "2024"), ("二○二四", "2024"), ("二零二四", "2024"), ("二0二四", "2024"), ("一九九八", "1998"),
      ("三百二十五", "325"), ("两千", "2000"), ("一百零五", "105"), ("十", "10"), ("十二", "12"), ("三万五千", "35000"),
      ("3万5千", "35000"), ("2万5000", "25000"), ("壹仟贰佰", "1200"), ("一万亿", "1000000000000"),
      ("5千万", "50000000"), ("1.2亿", "120000000"), ("五千万", "50000000"), ("5,000万", "50000000"),
      ("５０００万", "50000000"), ("5000 万", "50000000"), ("3.5万亿", "3500000000000"), ("十二点五", "12.5"),
      ("一点五亿", "150000000"), ("三万五千亿", "3500000000000"), ("零", "0"),
      ("123456789012345678901234567890", "123456789012345678901234567890"),
      ("99999999999999999999亿", "9999999999999999999900000000"),
    ])
  func written(text: String, plain: String) {
    #expect(Figure(written: text)?.description == plain)
    #expect(Figure(written: plain) == Figure(written: text))
  }

  @Test(
    "what is no number, or could be two, is none",
    arguments: [
      "", "万", "千万", "百", "万一", "三五百", "二三十", "三万五", "十四五", "一百零", "1.2.3", "3,50", "3,5000", "1,2", "-5", "1e5",
      "五千 万", "1.5万3千", "五元", " 5", "5 ", "三点五十", "1万1亿1万1亿1",
    ])
  func notWritten(text: String) { #expect(Figure(written: text) == nil) }

  @Test("a power of ten moves the point")
  func powers() {
    let figure = Figure(written: "12.5")
    #expect(figure?.multiplied(byPowerOfTen: 2)?.description == "1250")
    #expect(figure?.multiplied(byPowerOfTen: -3)?.description == "0.0125")
    #expect(figure?.multiplied(byPowerOfTen: 1_000) == nil)
    #expect(figure?.multiplied(byPowerOfTen: .max) == nil)
    #expect(Figure.zero.multiplied(byPowerOfTen: .max) == .zero)
    #expect(Figure(written: String(repeating: "9", count: 500)) == nil)
  }

  @Test("keys are in the order of the numbers, and can be read back", arguments: 0..<50)
  func keys(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let figures = (0..<100).map { _ in Figure.random(using: &generator) }
    for (left, right) in zip(figures, figures.dropFirst()) {
      #expect((left < right) == left.sortKey.utf8.lexicographicallyPrecedes(right.sortKey.utf8), "\(left), \(right)")
      #expect((left == right) == (left.sortKey == right.sortKey))
      if let first = Double(left.description), let second = Double(right.description), first != second {
        #expect((left < right) == (first < second))
      }
    }
    for figure in figures {
      #expect(Figure(sortKey: figure.sortKey) == figure)
      #expect(Figure(written: figure.description) == figure)
    }
  }

  @Test(
    "what is no key is none",
    arguments: ["", "5", "501", "5010", "50150", "9995", "0015", "000", "0000", "50１5", "501a"])
  func notKeys(text: String) { #expect((Figure(sortKey: text) == nil) == (text != "000")) }
}

extension Figure {
  /// A number of up to six digits between a millionth and a trillion; zero at times.
  static func random(using generator: inout some RandomNumberGenerator) -> Figure {
    let digits = Int.random(in: 0..<[10, 100, 1_000_000].randomElement(using: &generator)!, using: &generator)
    return Figure(digits).multiplied(byPowerOfTen: Int.random(in: -6...6, using: &generator)) ?? .zero
  }
}
