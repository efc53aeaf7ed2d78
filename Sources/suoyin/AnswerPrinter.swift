// Answers for people: blocks of title, fields, source and passage, with the matches marked.

internal import API

/// Prints the answer to a search as text.
struct AnswerPrinter {
  /// Whether matches are coloured; otherwise they stand in 【】.
  let isColoured: Bool

  func print(_ answer: SearchAnswer) {
    Swift.print(summary(answer))
    if answer.timedOut { Swift.print("note: ended by the deadline: these are the best of what was examined by then") }
    for notice in answer.notices { Swift.print("note: \(Terminal.printable(notice.message))") }
    for suggestion in answer.suggestions { Swift.print(line(suggestion)) }
    for name in answer.facets.keys.sorted() { Swift.print(facet(name, answer.facets[name]!)) }
    for (index, hit) in answer.hits.enumerated() { Swift.print(block(hit, rank: index + 1)) }
    if let next = answer.next { Swift.print("\nmore: add --cursor \(next)") }
  }

  private func line(_ suggestion: Suggestion) -> String {
    let documents = suggestion.count == 1 ? "1 document" : "\(suggestion.count) documents"
    return "for \(Terminal.oneLine(suggestion.run)) perhaps: \(Terminal.oneLine(suggestion.text)) (\(documents))"
  }

  /// The values of a field with how many exact matches have them.
  private func facet(_ name: String, _ counts: [FacetCount]) -> String {
    let width = String(counts.first?.count ?? 0).count
    let lines = counts.map { count in
      let number = String(count.count)
      return "  " + String(repeating: " ", count: width - number.count) + number + "  " + Terminal.oneLine(count.value)
    }
    return ([name] + lines).joined(separator: "\n")
  }

  private func summary(_ answer: SearchAnswer) -> String {
    let about = answer.total.exact ? "" : "about "
    let time = "\(answer.tookMicroseconds / 1000).\(answer.tookMicroseconds / 100 % 10) ms"
    let loose = answer.total.loose == 1 ? "1 document matches" : "\(answer.total.loose) documents match"
    return "\(about)\(loose), \(answer.total.strict) exactly (\(time))"
  }

  private func block(_ hit: Hit, rank: Int) -> String {
    var lines = ["", "\(rank). " + strong(Terminal.oneLine(hit.title ?? hit.id))]
    let known = [hit.number, hit.issuers.isEmpty ? nil : hit.issuers.joined(separator: "、"), hit.date, hit.kind]
      .compactMap(\.self)
    if !known.isEmpty { lines.append("   " + Terminal.printable(known.joined(separator: " · "))) }
    let id = hit.title == nil ? "" : "  " + Terminal.oneLine(hit.id)
    lines.append("   " + Terminal.oneLine(hit.source) + ":\(hit.line)" + id)
    for passage in hit.passages { lines.append("   " + marked(passage)) }
    return lines.joined(separator: "\n")
  }

  /// A passage with its matches marked. The marks are put in after control characters are taken out.
  private func marked(_ passage: Passage) -> String {
    let scalars = Array(Terminal.printable(passage.text).unicodeScalars)
    var text = ""
    var offset = 0
    for highlight in passage.highlights {
      text.unicodeScalars.append(contentsOf: scalars[offset..<highlight[0]])
      text += mark(String(String.UnicodeScalarView(scalars[highlight[0]..<highlight[1]])))
      offset = highlight[1]
    }
    text.unicodeScalars.append(contentsOf: scalars[offset...])
    return text
  }

  private func mark(_ text: String) -> String { isColoured ? "\u{1B}[1;31m\(text)\u{1B}[0m" : "【\(text)】" }

  private func strong(_ text: String) -> String { isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
}
