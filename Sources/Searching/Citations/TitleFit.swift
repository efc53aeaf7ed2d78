// Whether the title by which a text cites a document is that of a document of the index.

internal import Analysis
internal import Archive
internal import Indexing
internal import Xapian

/// How the title of a document fits a cited one; the closest first.
///
/// A title is issuer, 关于…的 and kind (GB/T 9704-2012, 7.3.1), so that what stands before 关于 are names of offices. Titles
/// are compared by their runs, folded, and without the state's name.
enum TitleFit: Int, Comparable {
  /// Both are the same.
  case same
  /// Both are the same from 关于 on, and one of the two has no issuer before it.
  case withoutIssuer
  /// The document is a notice that issues what is cited.
  case issuing

  /// - Returns: nil where the two are titles of different documents, or the cited one is too short to tell.
  init?(_ cited: String, _ title: String, _ analyzer: Analyzer) {
    let (wanted, own) = (TitleFit.key(cited, analyzer), TitleFit.key(title, analyzer))
    guard TitleFit.isTelling(cited, wanted) || TitleFit.isTelling(title, own) else { return nil }
    if wanted == own {
      self = .same
    } else if TitleFit.isIssuer(before: wanted, in: own) || TitleFit.isIssuer(before: own, in: wanted) {
      self = .withoutIssuer
    } else if TitleFit.key(CitedTitle.issued(title), analyzer) == wanted {
      self = .issuing
    } else {
      return nil
    }
  }

  static func < (left: TitleFit, right: TitleFit) -> Bool { left.rawValue < right.rawValue }

  /// A title as it is compared.
  static func key(_ title: String, _ analyzer: Analyzer) -> String {
    let folded = analyzer.fold(String(CitedTitle.withoutState(title)))
    return folded.runs.map { folded.string($0.bytes) }.joined()
  }

  /// Whether a title is long enough to name a document: 实施方案 is the title of many, and so short only laws' are.
  private static func isTelling(_ title: String, _ key: String) -> Bool {
    key.unicodeScalars.count >= Ranking.shortestTitleEnd || title.hasPrefix(CitedTitle.state)
  }

  private static func isIssuer(before ending: String, in title: String) -> Bool {
    guard ending.hasPrefix(subject), title.hasSuffix(ending) else { return false }
    return !title.dropLast(ending.count).contains(subject)
  }

  private static let subject = "关于"

  /// What every text holds that cites a title in one of the ways that fit: its subject and kind, without the state's
  /// name, its issuers, and what makes a notice of it. Nil for a title too short to tell.
  static func core(of title: String, _ analyzer: Analyzer) -> String? {
    let issued = CitedTitle.issued(title)
    guard isTelling(title, key(issued, analyzer)) else { return nil }
    let core = CitedTitle.withoutState(issued)
    return core.firstRange(of: subject).map { String(core[$0.lowerBound...]) } ?? String(core)
  }

  /// Documents whose title may fit a cited one; ``init(_:_:_:)`` decides.
  static func candidates(_ cited: String, _ analyzer: Analyzer, _ terms: FieldTerms) -> Query {
    let bare = String(CitedTitle.withoutState(cited))
    let tail = bare.firstRange(of: subject).map { String(bare[$0.lowerBound...]) }
    let whole = [bare, tail].compactMap { $0.flatMap(terms.titleTerm) }.map { Query.term($0) }
    guard isTelling(cited, key(cited, analyzer)) else { return .or(whole) }
    let ends = [bare, "关于印发\(bare)的通知", "关于印发《\(bare)》的通知"].map {
      TitleEndQuery.query(PlannedPhrase(analyzer.fold($0), analyzer))
    }
    return .or(whole + ends)
  }
}
