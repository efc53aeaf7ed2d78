// The laws of repair, on random and on adversarial input.

import Archive
import TestSupport
import Testing

@testable import Ingestion

@Suite("laws of repair")
struct RepairLawTests {
  private func repair(_ source: String) -> RepairedText {
    Repairer().repair(SourceText(wholeSource: Array(source.unicodeScalars)))
  }

  private func randomSource(seed: UInt64) -> String {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 0..<3_000, using: &generator)
    let kinds: [CharacterKind] = Bool.random(using: &generator) ? [.newline, .punctuation] : CharacterKind.allCases
    return String.random(codePointCount: count, kinds: kinds, using: &generator)
  }

  @Test(
    "outside of recorded edits nothing but white space is lost or added, and order is kept",
    arguments: 0..<150 as Range<UInt64>)
  func nothingLost(seed: UInt64) {
    let source = randomSource(seed: seed)
    expectReplay(of: source, repair(source))
  }

  @Test("every code point is found in the source where the span map says", arguments: 0..<150 as Range<UInt64>)
  func spans(seed: UInt64) {
    let source = Array(randomSource(seed: seed).unicodeScalars)
    let lines = LineRanges(source).map { Array(source[$0]) }
    let repaired = Repairer().repair(SourceText(wholeSource: source))
    var last = SourcePosition(line: 1, column: 0)
    var wrongOffsets: [Int] = []
    let edited = repaired.editedOffsets
    for (offset, scalar) in repaired.text.unicodeScalars.enumerated() {
      let position = repaired.spans.position(at: offset) ?? last
      let line = lines[position.line - 1]
      // What repair put in maps to the place behind the last character read.
      let original = position.column <= line.count ? line[position.column - 1] : "\n"
      let isRight =
        original == scalar || (scalar == " " || scalar == "\n") && original.isSpace
        || edited.contains(offset) || scalar == " " || scalar == "\n"
      if !isRight || (last.line, last.column) >= (position.line, position.column) { wrongOffsets.append(offset) }
      last = position
    }
    #expect(wrongOffsets.isEmpty)
  }

  @Test("no paragraph is empty or has white space at its ends, and their ranges cover the text", arguments: 0..<80)
  func paragraphs(seed: Int) {
    let repaired = repair(randomSource(seed: UInt64(seed)))
    let scalars = Array(repaired.text.unicodeScalars)
    var next = 0
    for paragraph in repaired.paragraphs {
      #expect(paragraph.range.lowerBound == next && !paragraph.range.isEmpty && !paragraph.lines.isEmpty)
      #expect(!scalars[paragraph.range.lowerBound].isSpace && !scalars[paragraph.range.upperBound - 1].isSpace)
      #expect(!scalars[paragraph.range].contains("\n"))
      next = paragraph.range.upperBound + 1
    }
    #expect(next == (scalars.isEmpty ? 0 : scalars.count + 1))
  }

  @Test("a repaired text is repaired already", arguments: 0..<80)
  func idempotentOnParagraphs(seed: Int) {
    let style = PageStyle(cells: 14 + seed % 30, blank: seed % 2 == 0 ? .nowhere : .everywhere, keepsIndent: false)
    var generator = SeededGenerator(seed: UInt64(seed))
    // Half-width signs are judged by their line, and lines are longer once they are joined.
    let texts = (0..<30).map { _ in
      String.random(codePointCount: 120, kinds: [.punctuation], using: &generator).filter { !$0.isASCII } + "。"
    }
    let once = repair(style.source(of: texts)).text
    #expect(repair(once).text == once)
  }

  @Test("the empty text and white space alone give an empty text", arguments: ["", "\n", " \r\n\t\u{3000}\n\u{C}"])
  func empty(source: String) {
    let repaired = repair(source)
    #expect(repaired.text.isEmpty && repaired.paragraphs.isEmpty && repaired.spans.segments.isEmpty)
  }

  @Test("CR LF, LF and a lone CR end a line each")
  func lineEnds() {
    let repaired = repair("一、总则\r\n二、任务\r三、措施\n")
    #expect(repaired.text == "一、总则\n二、任务\n三、措施")
    #expect(repaired.paragraphs.map(\.lines) == [[1...1], [2...2], [3...3]])
  }

  @Test(
    "adversarial texts are repaired like any other",
    arguments: [
      ("一", 3_500_000), ("\n", 1_000_000), ("（\n", 50_000), ("第\n", 50_000), ("1", 100_000), ("关于\n", 50_000),
      ("序号\n", 50_000), ("。\n\n", 50_000), ("人 ", 50_000), ("《", 100_000), ("\u{0}\n", 50_000),
      ("员", 300_000), ("员愿 ", 30_000), ("袁", 300_000), ("渊", 30_000), ("冤", 30_000), ("玉级", 30_000),
      ("于\n", 30_000), ("*", 300_000), ("** ", 50_000), ("$", 300_000), ("$1", 50_000), ("\\", 30_000),
      ("_{", 50_000), ("(", 50_000), ("人(", 50_000), ("\"人", 50_000), ("<a", 50_000), ("a ", 300_000),
      ("1 人 ", 30_000), ("I、", 50_000), ("会議", 30_000), ("—", 30_000), ("的各项工作", 30_000), (" 人\t", 30_000),
    ])
  func adversarial(unit: String, count: Int) {
    let source = String(repeating: unit, count: count)
    expectReplay(of: source, repair(source))
  }
}
