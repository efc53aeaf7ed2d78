// Counts of documents by the values of a field.

internal import API
internal import Archive
internal import Indexing
internal import Xapian

/// The facets that a search asks for.
struct Facets {
  /// The most values that are given of one facet: of more the most frequent. A guess.
  static let maximumValues = 1_000

  /// A way to count documents.
  enum Facet: String, CaseIterable {
    case issuers, region, kind, year, collection, publication

    /// The facet that a user means, by its name or the field's Chinese one.
    init?(named name: String) {
      if name == Facet.year.rawValue || name == "年份" {
        self = .year
      } else {
        guard let field = Field(named: name), let facet = Facet(rawValue: field.name) else { return nil }
        self = facet
      }
    }

    /// Where its values lie.
    var slot: OrderSlot {
      switch self {
      case .issuers: .issuers
      case .region: .region
      case .kind: .kind
      case .year: .date
      case .collection: .collection
      case .publication: .publication
      }
    }

    /// The values that one stored value counts for: each issuer, a region and all above it, a date's year.
    func values(of stored: String) -> [String] {
      switch self {
      case .issuers: stored.unicodeScalars.split(separator: OrderSlot.separator).map { String($0) }
      case .year: [String(stored.prefix(4))]
      case .kind, .collection, .publication: [stored]
      case .region: Facet.paths(stored.split(separator: "/"))
      }
    }

    /// Each division with all above it.
    private static func paths(_ divisions: [Substring]) -> [String] {
      divisions.indices.map { divisions[...$0].joined(separator: "/") }
    }
  }

  let facets: [Facet]

  /// - Throws: `invalidRequest` for a name that no facet has.
  init(_ names: [String]) throws(SearchError) {
    var facets: [Facet] = []
    for name in names {
      guard let facet = Facet(named: name) else {
        throw SearchError(
          .invalidRequest, "there is no facet “\(name.prefix(80))”",
          hint: "there are: \(Facet.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      facets.append(facet)
    }
    self.facets = facets.uniqued()
  }

  /// What the answer says: by name, the most frequent value first, equal ones in the order of their code points.
  func counts(_ found: [OrderSlot: [MatchSet.FacetCount]]) -> [String: [FacetCount]] {
    var answer: [String: [FacetCount]] = [:]
    for facet in facets {
      var counts: [String: Int] = [:]
      for stored in found[facet.slot] ?? [] {
        for value in facet.values(of: String(decoding: stored.value, as: UTF8.self)) {
          counts[value, default: 0] += stored.count
        }
      }
      let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      answer[facet.rawValue] = sorted.prefix(Facets.maximumValues).map { FacetCount(value: $0.key, count: $0.value) }
    }
    return answer
  }
}
