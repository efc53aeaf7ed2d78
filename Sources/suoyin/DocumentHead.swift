// What is known of a document, as lines above its text.

internal import API

/// Prints a document's fields, one a line, names aligned.
struct DocumentHead {
  /// A value that nobody typed can be a page long; more of it is in the JSON. A guess.
  private static let maximumLength = 200

  private var rows: [(name: String, value: String)] = []

  init(_ document: DocumentAnswer) {
    rows.append(("id", document.id))
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
      let stretches = document.sourceLines.map { $0.first == $0.last ? "\($0[0])" : "\($0[0])–\($0[1])" }
      rows.append(("lines", stretches.joined(separator: ", ")))
    }
    rows.append(("sha256", document.sha256))
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

  /// The lines, without control characters.
  var text: String {
    let clean = rows.map { (name: Terminal.oneLine($0.name), value: Terminal.oneLine($0.value)) }
    let width = clean.map { Terminal.columnCount($0.name) }.max() ?? 0
    return clean.map { Terminal.padded($0.name, to: width + 2) + $0.value }.joined(separator: "\n")
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
