// What a source says of the divisions it comes from: which stand inside which, and which it speaks of most.

/// The divisions that a source names, counted once for all of its documents.
struct RegionEvidence {
  /// How often a division stands right before another: 云泽市临湖区.
  private var parents: [Division: [Division: Int]] = [:]
  /// How often a division's government is named.
  private var governments: [Division: Int] = [:]
  /// How often a division's offices stand alone on a paragraph, as in signatures.
  private var signatures: [Division: Int] = [:]

  /// A longer paragraph is no signature: a guess.
  private static let longestSignature = 24

  /// - Parameter paragraphs: the source's repaired text and its furniture.
  init(_ paragraphs: some Sequence<[Unicode.Scalar]>) {
    for paragraph in paragraphs { add(paragraph) }
  }

  private mutating func add(_ paragraph: [Unicode.Scalar]) {
    var isBoundary = true
    var index = 0
    while index < paragraph.count {
      defer { index += 1 }
      guard paragraph[index].isHan else {
        isBoundary = true
        continue
      }
      // Where a name begins can be told at the beginning of a stretch; names of the table anywhere.
      guard
        isBoundary || RegionEvidence.places.contains(paragraph[index - 1])
          || Division.known(in: paragraph[index...]) != nil
      else { continue }
      isBoundary = false
      let (divisions, end) = Division.leading(in: paragraph[index...])
      guard let last = divisions.last else { continue }
      for (above, below) in zip(divisions, divisions.dropFirst()) {
        parents[below, default: [:]][above, default: 0] += 1
      }
      if paragraph[end...].starts(with: RegionEvidence.government),
        index == 0 || RegionEvidence.openings.contains(paragraph[index - 1])
      {
        governments[last, default: 0] += 1
      }
      if index == 0, paragraph.count <= RegionEvidence.longestSignature,
        paragraph.last.map(RegionEvidence.officeEndings.contains) ?? false
      {
        signatures[last, default: 0] += 1
      }
    }
  }

  /// The division in which the source says that another lies.
  func parent(of division: Division) -> Division? {
    RegionEvidence.first(parents[division] ?? [:])
  }

  /// The only division of a level whose government the source names, or nearly the only one.
  func only(_ level: Division.Level) -> Division? {
    let counts = governments.filter { $0.key.level == level }
    guard let first = RegionEvidence.first(counts) else { return nil }
    // Three in four: a guess; neighbours are named now and then.
    return counts[first]! * 4 >= counts.values.reduce(0, +) * 3 ? first : nil
  }

  /// The division whose offices sign most; where two sign alike, the lower.
  var signing: Division? { RegionEvidence.first(signatures) }

  private static func first(_ counts: [Division: Int]) -> Division? {
    counts.max { one, other in
      (one.value, one.key.level.rawValue, other.key.name) < (other.value, other.key.level.rawValue, one.key.name)
    }?.key
  }

  private static let government = "人民政府".unicodeScalars
  private static let officeEndings = Set("府厅局委室院会".unicodeScalars)
  /// Signs behind which a government's name begins; behind a comma verbs do: ，并报市人民政府.
  private static let openings = Set("《〈“（(、 \u{3000}".unicodeScalars)
  /// Characters behind which a place's name begins within a sentence.
  private static let places = ScalarSet("在于由经是和与及省市".unicodeScalars)
}
