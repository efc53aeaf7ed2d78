// The laws of repair, on sources whose damage is known.

import Archive
import DamageSupport
import TestSupport
import Testing

@testable import Ingestion

@Suite("laws of repair on generated damage")
struct DamageLawTests {
  private static let seeds = 0..<24 as Range<UInt64>

  /// A damaged gazette of a few thousand characters.
  private func gazette(seed: UInt64) -> DamagedSource {
    var random = SeededGenerator(seed: seed)
    let documents = (0..<3).flatMap { index in
      NoticeWriter().documents(
        title: ["青溪县河道管理办法", "云泽市扶持小微企业若干措施", "松陵县玉米制种基地保护方案"][index],
        paragraphs: Texts.paragraphs(count: 10, &random), random: &random)
    }
    return DamageGenerator().damage(documents, seed: seed)
  }

  private func repair(_ damaged: DamagedSource) -> RepairedText {
    Repairer().repair(SourceText(wholeSource: damaged.source))
  }

  @Test("replay: all that differs from the source at its place is a recorded change", arguments: seeds)
  func replay(seed: UInt64) {
    let damaged = gazette(seed: seed)
    let repaired = repair(damaged)
    let outcome = RepairOutcome(repaired, of: damaged.source)
    var isRecorded = [Bool](repeating: false, count: outcome.scalars.count)
    for edit in repaired.edits {
      let after = Array(edit.after.unicodeScalars)
      #expect(Array(outcome.scalars[edit.textOffset...].prefix(after.count)) == after)
      for offset in after.indices { isRecorded[edit.textOffset + offset] = true }
    }
    let wrong = outcome.scalars.indices.filter { offset in
      let source = Int(outcome.sourceOffsets[offset])
      guard !isRecorded[offset], !outcome.scalars[offset].isSpace else { return false }
      return source < 0 || damaged.source[source] != outcome.scalars[offset]
    }
    #expect(wrong.isEmpty)
  }

  @Test("spans: no code point of the source is used twice, and each edit stands where it says", arguments: seeds)
  func spans(seed: UInt64) {
    let damaged = gazette(seed: seed)
    let repaired = repair(damaged)
    let outcome = RepairOutcome(repaired, of: damaged.source)
    let used = outcome.sourceOffsets.filter { $0 >= 0 }
    #expect(Set(used).count == used.count)
    let lines = LineRanges(damaged.source).map { Array(damaged.source[$0]) }
    for edit in repaired.edits {
      let before = Array(edit.before.unicodeScalars)
      #expect(Array(lines[edit.position.line - 1][(edit.position.column - 1)...].prefix(before.count)) == before)
    }
  }

  @Test("nothing is lost: what is not in the text was recorded as changed or as furniture", arguments: seeds)
  func nothingLost(seed: UInt64) {
    let damaged = gazette(seed: seed)
    let repaired = repair(damaged)
    var isThere = [Bool](repeating: false, count: damaged.source.count)
    for offset in RepairOutcome(repaired, of: damaged.source).sourceOffsets where offset >= 0 {
      isThere[Int(offset)] = true
    }
    let lines = LineRanges(damaged.source).map { $0 }
    for line in repaired.furniture { for offset in lines[line.line - 1] { isThere[offset] = true } }
    for edit in repaired.edits {
      let start = lines[edit.position.line - 1].lowerBound + edit.position.column - 1
      for offset in start..<start + edit.before.unicodeScalars.count { isThere[offset] = true }
    }
    #expect(damaged.source.indices.allSatisfy { isThere[$0] || damaged.source[$0].isSpace })
  }

  @Test("a source without shifted characters keeps all that look like them", arguments: seeds)
  func lookalikes(seed: UInt64) {
    let damaged = gazette(seed: seed)
    guard !damaged.damages.contains(where: \.kind.isFounder) else { return }
    #expect(!repair(damaged).edits.contains { $0.rule == .founderShift })
  }

  /// Shares of the damage that repair undoes at least.
  ///
  /// Here is the place for what a rule has to reach; each row is below what it was measured to reach on these seeds.
  private static let leastShares: [(kind: DamageClass, share: Double)] = [
    (.lineBreak, 0.99), (.numberBreak, 0.97), (.pageCut, 0.85),
    (.runningHead, 0.98), (.pageNumber, 0.94), (.linkAddress, 0.9), (.contentsLine, 0.98), (.coverLine, 0.96),
    (.lateHead, 0.2), (.innerNotice, 0.3),
    (.stretched, 0.98), (.paddedName, 0.97), (.straySpace, 0.9), (.stretchedDigits, 0.95), (.titleWrap, 0.95),
    (.numberSpacing, 0.99),
    (.founderDigits, 0.96), (.founderRoman, 0.95), (.founderCircled, 0.6), (.founderLetters, 0.95),
    (.founderPunctuation, 0.9),
    (.markdown, 0.97), (.bullet, 0.95), (.linkBrackets, 0.95), (.latex, 0.95), (.halfWidth, 0.96),
    (.englishAnd, 0.95), (.traditional, 0.95), (.asciiRoman, 0.95), (.tripleDash, 0.95), (.repeatedCharacter, 0.7),
  ]

  @Test("each class of damage is undone as often as it was when it was measured last")
  func shares() {
    var tally = RepairTally()
    for seed in Self.seeds {
      let damaged = gazette(seed: seed)
      tally += RepairMeasure.tally(damaged, RepairOutcome(repair(damaged), of: damaged.source))
    }
    for row in Self.leastShares {
      let score = tally.classes[row.kind] ?? Score()
      #expect(score.total > 0 && score.share >= row.share, "\(row.kind.rawValue): \(score.right) of \(score.total)")
    }
    #expect(tally.numbers.share >= 0.97, "numbers: \(tally.numbers.right) of \(tally.numbers.total)")
    #expect(tally.dates.share >= 0.97, "dates: \(tally.dates.right) of \(tally.dates.total)")
    #expect(tally.falseRepairs.changed == 0, "changed: \(tally.falselyRepaired)")
    #expect(tally.breaks.share >= 0.99, "paragraph ends: \(tally.breaks.right) of \(tally.breaks.total)")
  }
}
