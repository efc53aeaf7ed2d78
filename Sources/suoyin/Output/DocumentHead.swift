// What is known of a document, as lines above its text.

internal import API
internal import Archive

/// Prints a document's fields, one a line, names aligned.
struct DocumentHead {
  /// A value that nobody typed can be a page long; more of it is in the JSON. A guess.
  private static let maximumLength = 200

  /// Where values go on below themselves: as far as the longest name of a field reaches; a record may have longer ones.
  private static let maximumIndent = 13

  /// Of more lines with damage the first ones are named. A guess: three lines of a terminal.
  private static let maximumDamage = 30

  private var rows: [(name: String, value: String)] = []

  /// - Parameter isBrief: whether it only tells which document it is.
  init(_ document: DocumentAnswer, isBrief: Bool = false) {
    rows.append(("id", document.id))
    if isBrief {
      if let title = document.title { rows.append(("title", title)) }
      rows.append(("source", document.path))
      return
    }
    addFields(document)
    for (index, cited) in document.cites.enumerated() {
      rows.append((index == 0 ? "cites" : "", DocumentHead.line(cited)))
    }
    for (index, id) in document.attachments.enumerated() { rows.append((index == 0 ? "attachments" : "", id)) }
    for (name, value) in document.other.sorted(by: { $0.key < $1.key }) {
      rows.append((name, DocumentHead.abridged(value)))
    }
    rows.append(("source", document.path))
    if !document.sourceLines.isEmpty {
      rows.append(("lines", DocumentHead.stretches(document.sourceLines)))
    }
    rows.append(("sha256", document.sha256))
    for damage in TextDamage.allCases.map(\.rawValue) {
      let lines = document.damage.filter { $0.damage == damage }.map(\.line)
      guard !lines.isEmpty else { continue }
      let named = lines.uniqued()
      let shown =
        named.prefix(DocumentHead.maximumDamage).map { "\($0)" }
        + (named.count > DocumentHead.maximumDamage ? ["…"] : [])
      let places = lines.count == 1 ? "1 place" : "\(lines.count) places"
      rows.append((damage, "\(places), on line\(named.count == 1 ? "" : "s") \(shown.joined(separator: ", "))"))
    }
  }

  private mutating func addFields(_ document: DocumentAnswer) {
    let fields = document.fields
    let values: [(name: String, value: String?)] = [
      ("title", fields.title), ("number", fields.number),
      ("issuers", fields.issuers.isEmpty ? nil : fields.issuers.joined(separator: "、")), ("region", fields.region),
      ("date", fields.date), ("effective", fields.effective), ("expires", fields.expires), ("kind", fields.kind),
      ("parent", fields.parent), ("publication", fields.publication), ("issue", fields.issue),
    ]
    for (name, value) in values {
      guard let value else { continue }
      rows.append((name, value + (fields.inferred.contains(name) ? " (inferred)" : "")))
    }
  }

  /// The lines, without control characters. A value that is wrapped goes on below itself.
  func text(_ layout: LineLayout) -> String {
    let clean = rows.map { (name: Terminal.oneLine($0.name), value: $0.value) }
    let width = (clean.map { Terminal.columnCount($0.name) }.max() ?? 0) + 2
    let hanging = min(width, DocumentHead.maximumIndent)
    return clean.map { row in
      layout.lines(StyledText(Terminal.padded(row.name, to: width), .strong) + StyledText(row.value), hanging: hanging)
    }.joined(separator: "\n")
  }

  /// Stretches of source lines as people read them.
  static func stretches(_ lines: [[Int]]) -> String {
    lines.map { $0.first == $0.last ? "\($0[0])" : "\($0[0])–\($0[1])" }.joined(separator: ", ")
  }

  private static func line(_ cited: CitationAnswer) -> String {
    let parts = [cited.relation, cited.number, cited.title.map { "《\($0)》" }, "(line \(cited.line))"]
    return parts.compactMap(\.self).joined(separator: " ")
  }

  private static func abridged(_ value: JSONValue) -> String {
    let text = if case .string(let text) = value { text } else { value.json() }
    guard text.unicodeScalars.count > maximumLength else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(maximumLength))) + "…"
  }
}
