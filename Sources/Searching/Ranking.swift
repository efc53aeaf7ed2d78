// The numbers ranking rests on.

/// Weights and parameters of ranking, as measured in the prototype (DESIGN.md section 5) unless said otherwise.
enum Ranking {
  /// BM25's saturation.
  static let k1 = 0.9
  /// BM25's length normalisation.
  static let b = 0.75
  /// The shortest a document counts as, relative to the mean: Xapian's default.
  static let minimumLength = 0.5

  /// Weights of the units of a text.
  static let word = 0.5
  static let bigram = 1.0
  static let character = 0.3
  /// Weight of a bigram of the title; more than 0.15 pulled documents up by their title alone.
  static let titleBigram = 0.15

  /// How much more a run's bigrams count where the run stands as it was typed.
  static let phraseBonus = 6.0

  /// What lifts every strict match above every loose one. A score is a sum of some hundred BM25 weights, each below
  /// ln(documents) × weight × bonus; no archive reaches this.
  static let strictLift = 100_000.0
}
