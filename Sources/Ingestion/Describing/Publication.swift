// What a source is a copy of, as its running heads and its cover say.

import Archive

/// What is known of a publication; what no line of its source shows is absent.
public struct Publication: Hashable, Sendable {
  /// Its title: 威海市文登区人民政府公报.
  public internal(set) var title: String?
  /// Which issue, in one spelling: 2023年第4期, else as printed: 2024年第一季度.
  public internal(set) var issue: String?
  /// The region whose offices publish it, from the largest division to the smallest.
  public internal(set) var region: [String] = []
}

extension Publication {
  /// Reads a source's furniture; what no line shows is absent.
  ///
  /// Heads repeat, so that what most lines say counts; a cover may print the title in full once (云泽市临湖区人民政府公报).
  init(_ furniture: [FurnitureLine]) {
    var titles = Votes()
    var issues = Votes()
    var periods = Votes()
    var years = Votes()
    for line in furniture where line.kind == .runningHead || line.kind == .cover {
      let head = PublicationHead(line.text)
      if let title = head.title { titles.add(title) }
      if let issue = head.issue { issues.add((head.year.map { "\($0)年" } ?? "") + issue) }
      if let period = head.period { periods.add(period) }
      if let year = head.year { years.add("\(year)年") }
    }
    title = titles.first
    issue = issues.first.map { $0.hasPrefix("第") ? (years.first ?? "") + $0 : $0 } ?? periods.first
  }
}

/// Counts what lines say; of what is said alike often, the first counts.
private struct Votes {
  private var counts: [String: Int] = [:]
  private var order: [String] = []

  mutating func add(_ value: String) {
    if counts[value] == nil { order.append(value) }
    counts[value, default: 0] += 1
  }

  var first: String? {
    let most = counts.values.max()
    return order.first { counts[$0] == most }
  }
}
