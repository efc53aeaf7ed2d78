// The pieces of a score, each with a name: a document's score is the sum of what its pieces give.

internal import Xapian

/// One piece of a ranked query.
struct ScorePart {
  /// What a piece is for; the raw values are shown.
  enum Kind: String {
    case word
    case bigram
    case character
    case titleBigram = "bigram of the title"
    case value
    /// The whole run, where it stands as it was typed.
    case run
    /// What a run's units count more where it stands as it was typed.
    case runBonus = "run bonus"
    /// Everything, where all of it stands as it was typed.
    case strict
    case strictBonus = "strict bonus"
    case strictLift = "lift of strict matches"
    case numberLift = "lift of the number's own document"
    case titleLift = "lift of the exact title"
    case titleEndLift = "lift of a title that ends so"
    case fullness = "fullness of the text"
    /// What has to match beside the ranked words.
    case condition
  }

  let kind: Kind
  /// What of the query it stands for; empty for the whole.
  let text: String
  /// The term it is, where it is no more than that.
  var term: String?
  let query: Query

  init(_ kind: Kind, _ text: String = "", term: String, scale: Double = 1) {
    self.kind = kind
    self.text = text
    self.term = term
    query = scale == 1 ? .term(term) : .scaled(.term(term), by: scale)
  }

  init(_ kind: Kind, _ text: String, _ query: Query) {
    self.kind = kind
    self.text = text
    self.query = query
  }

  /// A piece that stands for the whole query.
  init(_ kind: Kind, _ query: Query) { self.init(kind, "", query) }

  /// The same piece, for fewer documents.
  func with(_ query: Query) -> ScorePart {
    var part = ScorePart(kind, text, query)
    part.term = term
    return part
  }
}
