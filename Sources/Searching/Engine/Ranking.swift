// The numbers ranking rests on.

internal import Indexing
internal import Xapian

/// Weights and parameters of ranking.
///
/// They began as those of the prototype (DESIGN.md section 5) and were measured again here, nDCG@10 on 1,500
/// encyclopaedia questions: words at half a bigram's weight 0.9717, at the same 0.9731; the bonus of 6 for each run
/// 0.9679, of 1 0.9717, because the runs of a question are an accident of its punctuation. `b` between 0.4 and 0.75
/// makes no difference there; on labelled gazettes a lower one finds long notices by their titles.
enum Ranking {
  /// BM25's saturation.
  static let k1 = 0.9
  /// BM25's length normalisation.
  static let b = 0.6
  /// The shortest a document counts as, relative to the mean: Xapian's default.
  static let minimumLength = 0.5

  /// Weights of the units of a text.
  static let word = 1.0
  /// What a word of two Han characters adds to its bigram, whose term it shares. Measured as above and on 173 queries over
  /// labelled gazettes: 1.0 gives 0.9742 and 0.9533, 0.4 gives 0.9746 and 0.9544.
  static let pairWord = 0.4
  static let bigram = 1.0
  static let character = 0.3
  /// Weight of a bigram of the title; more than 0.15 pulled documents up by their title alone.
  static let titleBigram = 0.15

  /// How much more the bigrams of a run count where it stands as it was typed.
  static let runBonus = 1.0
  /// How much more all bigrams count where every run of the query stands as it was typed.
  static let strictBonus = 6.0

  /// The most words and bigrams that rank: of a longer query the rarest of each stretch. A paragraph of 1,300 characters took two seconds
  /// over 3,474 statutes with all of them; a question has some twenty.
  static let maximumUnits = 128

  /// The most runs of which each is looked for as a whole: of more, only what all of them are together. A guess: setting
  /// up 512 runs with all that lifts them took 90 ms.
  static let maximumRuns = 64
  /// The most terms that only add rank; more add nothing. A guess.
  static let maximumExtras = 512

  /// What lifts every strict match above every loose one. A score is a sum of some thousand BM25 weights, each below
  /// ln(documents) × weight × bonus; no archive reaches this.
  static let strictLift = 100_000.0

  /// What lifts the document that has a number above all that name it: more than any strict match has.
  static let numberLift = 1_000_000.0

  /// What lifts documents whose title is the whole query: above all others, and several numbers in it do not reach this.
  static let titleLift = 64_000_000.0
  /// What lifts documents whose title ends with the query above others that hold it: 农村生活污水处理办法 means the measures of
  /// a district before the notice that issues them, and before all that name them.
  static let titleEndLift = 50_000.0
  /// The shortest query that may mean a title by its end: shorter ones are words such as 实施意见. A guess.
  static let shortestTitleEnd = 7
  /// What a code point more of text counts among these; no text counts for more than a tenth of ``strictLift``.
  static let fullness = 0.1
  /// The same among documents whose title holds the query somewhere: a tie-break.
  static let heldFullness = 0.001
  static let fullnessSlot = OrderSlot.fullness.rawValue

  /// Weight of a date, quantity or the like that stands in a run beside other text.
  static let value = 1.0

  /// Ranks by these numbers.
  static func apply(to enquire: Enquire) throws(XapianError) {
    try enquire.setBM25(k1: k1, k2: 0, k3: 1, b: b, minimumNormalizedLength: minimumLength)
  }

  /// Whether a score is that of a strict match.
  static func isStrict(_ weight: Double) -> Bool {
    // A document has one number, but a query can name several of them.
    weight.truncatingRemainder(dividingBy: numberLift) >= strictLift
  }
}
