// The region of documents: from the largest division down to the one whose offices issued them.

import Archive

/// Tells the region of a source's documents and of its publication.
///
/// What an issuer's name does not say is taken, in this order, from what stands together in the source
/// (云泽市临湖区), from ``DivisionTable``, from the publication's title and from the number's sign (鲁政发); at last from
/// the only government of the level that the source names.
struct RegionReader {
  /// A region and whether the document prints all of it.
  struct Region: Equatable {
    /// From the largest division to the smallest.
    var path: [String] = []
    /// Whether a division was inferred that the document does not name.
    var isInferred = false
  }

  private let evidence: RegionEvidence
  /// The divisions in the publication's title.
  private let published: [Division]

  /// Reads a source once.
  ///
  /// - Parameters:
  ///   - paragraphs: its repaired text and the texts of its furniture.
  ///   - publication: the publication's title.
  init(_ paragraphs: some Sequence<[Unicode.Scalar]>, publication: String?) {
    evidence = RegionEvidence(paragraphs)
    published = Division.leading(in: Array((publication ?? "").unicodeScalars)[...]).divisions
  }

  /// The region whose offices issued a document; empty for national ones.
  ///
  /// - Parameters:
  ///   - issuers: as the document names them.
  ///   - number: its number, whose sign tells the province of 省政府办公厅.
  ///   - text: its text, in which a division counts as printed.
  func region(issuers: [String], number: DocumentNumber?, text: [Unicode.Scalar]) -> Region {
    guard let issuer = issuers.first.map({ Issuer($0) }) else {
      return inferred(province(of: number).map { [$0] } ?? [], text)
    }
    if let last = issuer.divisions.last {
      return inferred(path(to: last, named: issuer.divisions, number), text)
    }
    guard let level = issuer.level else {
      return issuer.isNational ? Region() : inferred(province(of: number).map { [$0] } ?? [], text)
    }
    // 省政府办公厅 leaves its province's name to the sign and the rest of the source.
    let signed = level == .province ? province(of: number) : nil
    guard let division = signed ?? known(level) else { return Region() }
    return inferred(path(to: division, named: [division], nil), text)
  }

  /// The region that the publication is of.
  ///
  /// - Parameter cover: the texts of its cover, which name its editors.
  func publicationRegion(cover: [String]) -> [String] {
    let editors = cover.lazy.map { Division.leading(in: Array($0.unicodeScalars)[...]).divisions }
    let named = published.isEmpty ? editors.first { !$0.isEmpty } ?? evidence.signing.map { [$0] } ?? [] : published
    guard let last = named.last else { return [] }
    return path(to: last, named: named, nil).map(\.name)
  }

  /// A division of the level that the source as a whole is of.
  private func known(_ level: Division.Level) -> Division? {
    if let own = published.first(where: { $0.level == level }) { return own }
    if let last = published.last, last.level > level {
      return path(to: last, named: published, nil).first { $0.level == level }
    }
    return evidence.only(level)
  }

  private func province(of number: DocumentNumber?) -> Division? {
    number?.sign.unicodeScalars.first.flatMap(DivisionTable.province).map { Division(name: $0, level: .province) }
  }

  /// The divisions from the province down.
  private func path(to division: Division, named: [Division], _ number: DocumentNumber?) -> [Division] {
    var path = named
    // A path has three levels.
    while let first = path.first, first.level != .province, path.count < 3 {
      guard let above = above(first, number), !path.contains(above) else { break }
      path.insert(above, at: 0)
    }
    return path
  }

  private func above(_ division: Division, _ number: DocumentNumber?) -> Division? {
    if let parent = evidence.parent(of: division) { return parent }
    if let place = published.firstIndex(of: division), place > 0 { return published[place - 1] }
    if let province = DivisionTable.province(of: division.name) { return Division(name: province, level: .province) }
    if let last = published.last, isAbove(last, division) { return last }
    if division.level == .prefecture, let province = province(of: number), !signs(division, number) { return province }
    if division.level == .county, let prefecture = evidence.only(.prefecture) { return prefecture }
    return evidence.only(.province)
  }

  /// Whether a publication's division is the one right above another. A 市 that the table lacks beside one that it holds
  /// is a county-level city.
  private func isAbove(_ last: Division, _ division: Division) -> Bool {
    if last.level == .prefecture, division.level == .prefecture {
      return DivisionTable.isPrefecture(last.name) && division != last
    }
    return last.level.rawValue == division.level.rawValue - 1
  }

  /// Whether a number's sign begins with the division's own name: 云政发 is 云泽市's and tells nothing of 云南省.
  private func signs(_ division: Division, _ number: DocumentNumber?) -> Bool {
    number?.sign.unicodeScalars.first == division.name.unicodeScalars.first
  }

  private func inferred(_ path: [Division], _ text: [Unicode.Scalar]) -> Region {
    let isPrinted = path.allSatisfy { RegionReader.holds(text, Array($0.name.unicodeScalars)) }
    return Region(path: path.map(\.name), isInferred: !isPrinted)
  }

  private static func holds(_ text: [Unicode.Scalar], _ name: [Unicode.Scalar]) -> Bool {
    text.indices.contains { text[$0] == name[0] && text[$0...].starts(with: name) }
  }
}

/// An issuer's name, as far as it tells a region.
private struct Issuer {
  /// The divisions its name begins with, or those behind a national body's: 国家税务总局山东省税务局.
  let divisions: [Division]
  /// The level of an office that leaves its division's name out: 省财政厅.
  let level: Division.Level?
  /// Whether it is a body of the whole country.
  let isNational: Bool

  init(_ name: String) {
    var glyphs = Array(name.unicodeScalars.lazy.filter { !$0.isSpace })[...]
    for party in Issuer.parties where glyphs.starts(with: party) { glyphs = glyphs.dropFirst(party.count) }
    let national = Issuer.nationalOpenings.first { glyphs.starts(with: $0) }
    let leading = national == nil ? Division.leading(in: glyphs).divisions : []
    // Inside of other words only the table's names can be told: 共青团威海市委.
    let inner = glyphs.indices.lazy.map { glyphs[$0...] }.first { Division.known(in: $0) != nil }
    divisions = leading.isEmpty ? inner.map { Division.leading(in: $0).divisions } ?? [] : leading
    isNational = national != nil || glyphs.last == "部" || glyphs.last == "署" || glyphs.contains("部")
    level =
      switch glyphs.first {
      case "省": .province
      case "市": glyphs.starts(with: "市场".unicodeScalars) ? nil : .prefecture
      case "区", "县", "旗": .county
      default: glyphs.starts(with: "自治区".unicodeScalars) ? .province : nil
      }
  }

  private static let parties = ["中共", "中国共产党"].map { Array($0.unicodeScalars) }
  private static let nationalOpenings = [
    "国务院", "国家", "中央", "中华", "全国", "最高人民", "中国", "海关总署", "审计署",
  ].map { Array($0.unicodeScalars) }
}
