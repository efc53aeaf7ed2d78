// The truth about generated damage is the truth.

import DamageSupport
import TestSupport
import Testing

@Suite("generated damage")
struct DamageTruthTests {
  /// A gazette of a few invented documents.
  static func documents(seed: UInt64) -> [CleanDocument] {
    var random = SeededGenerator(seed: seed)
    return (0..<4).flatMap { index in
      NoticeWriter().documents(
        title: "青溪县河道管理办法之\(index + 1)", paragraphs: Texts.paragraphs(count: 12, &random), random: &random)
    }
  }

  @Test("undoing the recorded damage gives back the clean text", arguments: 0..<40 as Range<UInt64>)
  func undone(seed: UInt64) {
    let damaged = DamageGenerator().damage(Self.documents(seed: seed), seed: seed)
    #expect(damaged.undone() == damaged.clean.scalars)
  }

  /// Classes that need another one to occur, or bring it with them: a date is cut before its 年 even where no number is
  /// cut.
  private static let companions: [DamageClass: DamageClass] = [
    .lineBreak: .numberBreak, .numberBreak: .lineBreak, .repeatedCharacter: .pageCut,
  ]

  @Test("each class alone occurs and is undone", arguments: DamageClass.allCases)
  func undoneAlone(kind: DamageClass) {
    var kinds: Set = [kind]
    if kind != .lineBreak, let companion = Self.companions[kind] { kinds.insert(companion) }
    let generator = DamageGenerator(DamagePlan(Dictionary(uniqueKeysWithValues: kinds.map { ($0, 1) })))
    var found: Set<DamageClass> = []
    for seed in 0..<6 as Range<UInt64> {
      let damaged = generator.damage(Self.documents(seed: seed), seed: seed)
      #expect(damaged.undone() == damaged.clean.scalars)
      found.formUnion(damaged.damages.map(\.kind))
    }
    #expect(found.contains(kind) && found.subtracting(kinds).allSatisfy { $0 == Self.companions[kind] })
  }

  @Test("every class occurs")
  func everyClass() {
    var seen: Set<DamageClass> = []
    for seed in 0..<40 as Range<UInt64> {
      let damaged = DamageGenerator().damage(Self.documents(seed: seed), seed: seed)
      seen.formUnion(damaged.damages.map(\.kind))
    }
    #expect(Set(DamageClass.allCases).subtracting(seen).isEmpty)
  }

  @Test("the same seed gives the same source, another seed another")
  func determinism() {
    let documents = Self.documents(seed: 1)
    let first = DamageGenerator().damage(documents, seed: 5)
    let again = DamageGenerator().damage(documents, seed: 5)
    #expect(first.source == again.source && first.damages == again.damages)
    #expect(first.source != DamageGenerator().damage(documents, seed: 6).source)
  }

  @Test("a plan without classes gives a paragraph a line", arguments: 0..<5 as Range<UInt64>)
  func undamaged(seed: UInt64) {
    let damaged = DamageGenerator(DamagePlan([:])).damage(Self.documents(seed: seed), seed: seed)
    #expect(damaged.damages.isEmpty)
    #expect(damaged.text.split(separator: "\n").joined(separator: "\n") == String(damaged.clean.scalars))
  }

  @Test("every unchanged code point of the source is the clean one that it names", arguments: 0..<20 as Range<UInt64>)
  func origins(seed: UInt64) {
    let damaged = DamageGenerator().damage(Self.documents(seed: seed), seed: seed)
    var isChanged = [Bool](repeating: false, count: damaged.source.count)
    for change in damaged.changes { for offset in change.source { isChanged[offset] = true } }
    let wrong = damaged.source.indices.filter {
      let origin = Int(damaged.origins[$0])
      return isChanged[$0] ? false : origin < 0 || damaged.clean.scalars[origin] != damaged.source[$0]
    }
    #expect(wrong.isEmpty)
  }

  @Test("the shift is that of the samples")
  func founder() {
    let plan = DamagePlan([.founderDigits: 1, .founderRoman: 1, .founderCircled: 1])
    let document = CleanDocument([CleanParagraph(.body, "2013.4689%起，Ⅰ级、Ⅳ级①⑩人员于园区")])
    let sources = Set((0..<20 as Range<UInt64>).map { DamageGenerator(plan).damage([document], seed: $0).text })
    #expect(sources == ["2013.4689%起，Ⅰ级、Ⅳ级①⑩人员于园区\n\n", "圆园员猿援源远愿怨豫起，玉级、郁级淤逾人员于园区\n\n"])
  }
}

extension String {
  fileprivate init(_ scalars: [Unicode.Scalar]) { self = String(String.UnicodeScalarView(scalars)) }
}
