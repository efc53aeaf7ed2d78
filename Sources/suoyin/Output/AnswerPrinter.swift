// Answers for people: blocks of title, fields, passages and place, with the matches marked.

internal import API

/// Makes text of the answer to a search.
struct AnswerPrinter {
  private static let indent = 3

  let layout: LineLayout
  /// How many passages a hit shows.
  let passageLimit: Int
  let grouping: Grouping
  /// In which order hits come.
  let order: HitOrder
  /// The title of a document that is no hit but a parent of one.
  let title: (_ id: String) throws -> String?

  /// The answer: what it is worth, facets, hits, and where it goes on.
  func text(_ answer: SearchAnswer) throws -> String {
    var parts = [summary(answer)]
    if answer.timedOut { parts.append(note("ended by the deadline: these are the best of what was examined by then")) }
    parts += answer.notices.map { note($0.message) }
    parts += answer.suggestions.map { layout.lines(StyledText(line($0)), hanging: 2) }
    for name in answer.facets.keys.sorted() {
      parts.append("\n" + FacetChart(name: name, counts: answer.facets[name]!, layout: layout).text)
    }
    parts += try blocks(answer)
    if let next = answer.next { parts.append("\n" + layout.lines(StyledText("more: add --cursor \(next)"))) }
    return parts.joined(separator: "\n")
  }

  private func note(_ message: String) -> String { layout.lines(StyledText("note: \(message)"), hanging: 2) }

  private func line(_ suggestion: Suggestion) -> String {
    let documents = suggestion.count == 1 ? "1 document" : "\(suggestion.count) documents"
    return "for \(suggestion.run) perhaps: \(suggestion.text) (\(documents))"
  }

  private func summary(_ answer: SearchAnswer) -> String {
    let about = answer.total.exact ? "" : "about "
    let time = "\(answer.tookMicroseconds / 1000).\(answer.tookMicroseconds / 100 % 10) ms"
    func documents(_ count: Int) -> String { count == 1 ? "1 document matches" : "\(count) documents match" }
    // Every other order lists the exact matches alone.
    let counts =
      order == .relevance
      ? "\(documents(answer.total.loose)), \(answer.total.strict) exactly" : "\(documents(answer.total.strict)) exactly"
    return layout.lines(StyledText("\(about)\(counts) (\(time))"), hanging: 2)
  }

  private func blocks(_ answer: SearchAnswer) throws -> [String] {
    // A page may begin behind the exact matches.
    var isBehindExact = answer.total.strict > 0 && !answer.hits.contains(where: \.strict)
    func blocks(_ hits: [(rank: Int, hit: Hit)]) -> [String] {
      hits.flatMap { rank, hit in
        let border = isBehindExact && !hit.strict ? [border] : []
        isBehindExact = hit.strict
        return border + [block(hit, rank: rank)]
      }
    }
    guard grouping != .none else { return blocks(answer.hits.enumerated().map { ($0 + 1, $1) }) }
    return try HitGroup.groups(answer.hits, by: grouping).flatMap { group in
      let heading = group.isOneDocument ? [] : [try self.heading(group)]
      return heading + blocks(group.hits)
    }
  }

  /// What stands between the last exact match and the first loose one.
  private var border: String { "\n" + layout.lines(StyledText("— these share words with the query —", .dim)) }

  private func heading(_ group: HitGroup) throws -> String {
    var heading = StyledText("== ")
    if grouping == .parent,
      let title = try group.hits.first(where: { $0.hit.id == group.key })?.hit.title ?? title(group.key)
    {
      heading = heading + StyledText(title, .strong) + StyledText("  ")
    }
    let count = group.hits.count == 1 ? "1 hit" : "\(group.hits.count) hits"
    return "\n" + layout.lines(heading + StyledText(group.key, .place) + StyledText("  (\(count))"), hanging: 3)
  }

  private func block(_ hit: Hit, rank: Int) -> String {
    let title = StyledText(hit.title ?? hit.id, highlights: hit.title == nil ? [] : hit.titleHighlights, .strong)
    var lines = ["", layout.lines(StyledText("\(rank). ") + title, hanging: AnswerPrinter.indent)]
    let issuers = hit.issuers.isEmpty ? nil : hit.issuers.joined(separator: "、")
    let known = [hit.number, issuers, hit.date, hit.kind, hit.region].compactMap(\.self)
    if !known.isEmpty { lines.append(indented(StyledText(known.joined(separator: " · ")))) }
    let passages = shown(hit)
    lines += passages.map {
      passage(
        $0, number: passages.count > 1 ? $0.line : nil, width: passages.map { String($0.line).count }.max() ?? 0)
    }
    lines += place(hit, line: passages.first?.line ?? hit.line)
    return lines.joined(separator: "\n")
  }

  /// Where it stands, and the id where that is not the title: on one line if there is room, for ids are copied.
  private func place(_ hit: Hit, line: Int) -> [String] {
    let place = StyledText("\(hit.source):\(line)", .place)
    guard hit.title != nil else { return [indented(place)] }
    let both = place + StyledText("  \(hit.id)")
    let fits = layout.width.map { AnswerPrinter.indent + both.columnCount <= $0 } ?? true
    return fits ? [indented(both)] : [indented(place), indented(StyledText(hit.id))]
  }

  /// The passages that tell more than title and number above them. Who asked for the number has it: where that is the
  /// best passage, another one only holds a part of it.
  private func shown(_ hit: Hit) -> [Passage] {
    if let number = hit.number, hit.passages.first?.text == number { return [] }
    return Array(hit.passages.filter { $0.text != hit.title && $0.text != hit.number }.prefix(passageLimit))
  }

  /// A passage; where there are several each behind its source line.
  private func passage(_ passage: Passage, number: Int?, width: Int) -> String {
    let text =
      StyledText(passage.cutStart ? "…" : "") + StyledText(passage.text, highlights: passage.highlights)
      + StyledText(passage.cutEnd ? "…" : "")
    guard let number else { return indented(text) }
    let label = String(repeating: " ", count: width - String(number).count) + "\(number): "
    return layout.lines(
      StyledText(label, .place) + text, indent: AnswerPrinter.indent, hanging: AnswerPrinter.indent + label.count)
  }

  private func indented(_ text: StyledText) -> String { layout.lines(text, indent: AnswerPrinter.indent) }
}
