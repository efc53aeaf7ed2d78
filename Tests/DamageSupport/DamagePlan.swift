// How much of which damage a source gets.

internal import TestSupport

/// A rate for every class of damage.
///
/// A rate is the probability of the damage at each opportunity, and the classes' own files say what one is: a source
/// for pages and frames, a document, a line, a character.
public struct DamagePlan: Sendable {
  private var rates: [DamageClass: Double]

  /// A plan; classes without a rate do not occur.
  public init(_ rates: [DamageClass: Double]) { self.rates = rates }

  /// The rate of a class, from 0 to 1.
  public func rate(_ kind: DamageClass) -> Double { rates[kind] ?? 0 }

  /// This plan with nothing but some of its classes.
  public func only(_ kinds: Set<DamageClass>) -> DamagePlan { DamagePlan(rates.filter { kinds.contains($0.key) }) }

  /// All classes together, about as often as the samples in Corpus have them.
  ///
  /// A guess in each place: rates that would be too low to measure a class on a few hundred thousand characters were
  /// raised.
  public static let usual = DamagePlan([
    .lineBreak: 0.65, .numberBreak: 0.75, .pageCut: 0.9,
    .runningHead: 0.7, .pageNumber: 0.7, .linkAddress: 0.2, .contentsLine: 0.4, .coverLine: 0.5,
    .lateHead: 0.2, .innerNotice: 0.2, .crosswise: 0.1,
    .stretched: 0.3, .paddedName: 0.6, .straySpace: 0.0005, .stretchedDigits: 0.1, .titleWrap: 0.5,
    .numberSpacing: 0.5,
    .founderDigits: 0.5, .founderRoman: 0.5, .founderCircled: 0.5, .founderLetters: 0.3, .founderPunctuation: 0.1,
    .markdown: 0.3, .bullet: 0.5, .linkBrackets: 0.5, .latex: 0.3, .halfWidth: 0.05, .englishAnd: 0.03,
    .traditional: 0.005, .asciiRoman: 0.3, .tripleDash: 0.7, .repeatedCharacter: 0.2,
  ])
}

/// The dice of one source, and the damage done so far.
struct DamageRun {
  let plan: DamagePlan
  var random: SeededGenerator
  /// Each damage and the clean code points that it touched; empty where something was put in.
  private(set) var damages: [(kind: DamageClass, clean: Range<Int>)] = []

  init(plan: DamagePlan, seed: UInt64) {
    self.plan = plan
    random = SeededGenerator(seed: seed)
  }

  /// Whether a damage happens at an opportunity.
  mutating func happens(_ kind: DamageClass) -> Bool { chance(plan.rate(kind)) }

  /// Whether something of this probability happens.
  mutating func chance(_ probability: Double) -> Bool {
    guard probability > 0 else { return false }
    return Double(random.next() >> 11) * 0x1p-53 < probability
  }

  mutating func number(in range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  /// One of the elements; there must be some.
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(in: 0...elements.count - 1)] }

  /// Notes a damage.
  ///
  /// - Returns: its number, for the glyphs that bear it.
  mutating func record(_ kind: DamageClass, _ clean: Range<Int>) -> Int32 {
    damages.append((kind, clean))
    return Int32(damages.count - 1)
  }
}
