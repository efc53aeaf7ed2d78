// The measures count what is right as right and what is wrong as wrong.

import DamageSupport
import Testing

@Suite("measures of repair")
struct MeasureTests {
  /// Repairs that give each source line as it is, furniture and all.
  private func untouched(_ damaged: DamagedSource) -> RepairOutcome {
    RepairOutcome(scalars: damaged.source, sourceOffsets: damaged.source.indices.map { Int32($0) })
  }

  /// The repair that the truth gives: the clean text, with the places that the source has of it.
  private func perfect(_ damaged: DamagedSource) -> RepairOutcome {
    var sources = [Int32](repeating: -1, count: damaged.clean.scalars.count)
    for (source, clean) in damaged.origins.enumerated() where clean >= 0 { sources[Int(clean)] = Int32(source) }
    return RepairOutcome(scalars: damaged.clean.scalars, sourceOffsets: sources)
  }

  @Test("the perfect repair gets full marks", arguments: 0..<12 as Range<UInt64>)
  func perfect(seed: UInt64) {
    let damaged = DamageGenerator().damage(DamageTruthTests.documents(seed: seed), seed: seed)
    let tally = RepairMeasure.tally(damaged, perfect(damaged))
    for (kind, score) in tally.classes {
      #expect(score.right == score.total, "\(kind): \(tally.misses[kind]?.first.map(String.init(describing:)) ?? "")")
    }
    #expect(tally.numbers.share == 1 && tally.dates.share == 1 && tally.breaks.share == 1)
    #expect(tally.lookalikes.share == 1)
  }

  @Test("no repair at all undoes nothing", arguments: 0..<12 as Range<UInt64>)
  func nothing(seed: UInt64) {
    let damaged = DamageGenerator().damage(DamageTruthTests.documents(seed: seed), seed: seed)
    let tally = RepairMeasure.tally(damaged, untouched(damaged))
    for (kind, score) in tally.classes { #expect(score.right == 0, "\(kind)") }
    #expect(tally.numbers.right == 0 && tally.breaks.share == 1)
  }

  @Test("what changes where nothing was damaged is a false repair")
  func falseRepair() {
    let document = CleanDocument([CleanParagraph(.body, "园区内的人员应当登记。")])
    let damaged = DamageGenerator(DamagePlan([:])).damage([document], seed: 1)
    func falseRepairs(_ text: String, _ sources: [Int32]) -> FalseRepairs {
      let outcome = RepairOutcome(scalars: Array(text.unicodeScalars), sourceOffsets: sources)
      return RepairMeasure.tally(damaged, outcome).falseRepairs
    }
    #expect(falseRepairs("园区内的人员应当登记。", Array(0...10)).count == 0)
    #expect(falseRepairs("0区内的人1应当登记。", Array(0...10)).changed == 2)
    #expect(falseRepairs("园区内的人应当登记。", Array(0...4) + Array(6...10)).lost == 1)
    #expect(falseRepairs("园区内的人员 应当登记。", Array(0...5) + [-1] + Array(6...10)).parted == 1)
  }
}
