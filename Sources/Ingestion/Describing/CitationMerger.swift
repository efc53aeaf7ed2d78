// The mentions of a document as its citations: each document that it names once.

import Archive

/// Joins the mentions of the same document.
struct CitationMerger {
  /// The document's own number.
  private let own: String?
  /// The document's own title, as compared.
  private let title: String?
  private(set) var citations: [Citation] = []
  /// By the names of a document, which of ``citations`` have them: what is issued often has the title of what it replaces.
  private var places: [String: [Int]] = [:]
  /// Titles by their short names, as compared.
  private var titles: [String: String] = [:]

  init(own: String?, title: String?) {
    self.own = own
    self.title = title
  }

  /// Titles are compared without white space and marks; laws are cited with and without their state's name.
  static func key(_ title: String) -> String {
    var view = String.UnicodeScalarView()
    let title = CitedTitle.withoutState(title).unicodeScalars
    view.append(contentsOf: title.lazy.filter { !$0.isSpace && !"《》〈〉".unicodeScalars.contains($0) })
    return String(view)
  }

  mutating func add(_ mention: Mention, line: Int) {
    let number = mention.number?.description
    if let number, number == own { return }
    let whole = mention.title.map(CitationMerger.key)
    if number == nil, whole == nil || whole == title && !Self.ends(mention.relation) { return }
    let full = whole.flatMap { titles[$0] } ?? mention.title
    if let short = mention.shortName { titles[CitationMerger.key(short)] = full }
    let name = full.map(CitedTitle.issued)
    let names = [number, whole, full.map(Self.key), name.map(Self.key), mention.shortName.map(Self.key)]
      .compactMap { $0 }
    let issue = mention.relation == .issue ? name.map(Self.issueKeys) : nil
    let known = place(of: names + [issue?.other].compactMap { $0 }, number, mention.relation)
    guard known != nil || number != nil || mention.relation != nil || mention.isAnnounced else { return }
    let place = known ?? citations.count
    for key in names + [issue?.own].compactMap({ $0 }) where places[key]?.contains(place) != true {
      places[key, default: []].append(place)
    }
    if known == nil {
      citations.append(Citation(number: number, title: name, relation: mention.relation, line: line))
    } else {
      citations[place] = merged(citations[place], number, name, mention.relation, line)
    }
  }

  /// The first of the citations known by one of some names that is of the same document.
  private func place(of names: [String], _ number: String?, _ relation: Citation.Relation?) -> Int? {
    for name in names {
      if let place = places[name]?.first(where: { isSame(citations[$0], number, relation) }) { return place }
    }
    return nil
  }

  /// Whether a relation ends the force of the document.
  private static func ends(_ relation: Citation.Relation?) -> Bool { relation == .repeal || relation == .lapse }

  /// The key of an issued title, and that of the same one with, or else without, a remark at its end: a notice called
  /// 关于印发《方案》的通知 issues 《方案（2024年）》.
  private static func issueKeys(_ name: String) -> (own: String, other: String) {
    let key = key(name)
    guard key.last == "）", let open = key.lastIndex(of: "（") else { return ("=" + key, "+" + key) }
    return ("+" + key[..<open], "=" + key[..<open])
  }

  /// A number tells documents of the same title apart, and so does it that one is issued and the other repealed.
  private func isSame(_ citation: Citation, _ number: String?, _ relation: Citation.Relation?) -> Bool {
    if let number, let known = citation.number { return number == known }
    let ends = (Self.ends(citation.relation), Self.ends(relation))
    return !(ends.0 && relation == .issue || citation.relation == .issue && ends.1)
  }

  private func merged(
    _ old: Citation, _ number: String?, _ title: String?, _ relation: Citation.Relation?, _ line: Int
  ) -> Citation {
    let saysMore = CitationWords.outweighs(relation, old.relation)
    let isLonger = title != nil && old.title.map { title!.hasPrefix($0) } ?? true
    return Citation(
      number: old.number ?? number, title: isLonger ? title : old.title,
      relation: saysMore ? relation : old.relation,
      line: saysMore || old.number == nil && number != nil ? line : old.line)
  }
}
