// Exported documents in the forms of other programs.

internal import API
internal import Analysis
internal import ICU

/// Writes documents in one of the forms of `suoyin export`.
struct ExportLines {
  private let format: ExportCommand.Format
  private let analyzer: Analyzer

  init(_ format: ExportCommand.Format) throws(ICUError) {
    self.format = format
    analyzer = try Analyzer()
  }

  /// What stands before the first document.
  var header: String {
    guard format == .csv else { return "" }
    return CSV.line([
      "id", "title", "number", "issuers", "region", "date", "effective", "expires", "kind", "parent", "publication",
      "issue", "inferred", "source", "line",
    ])
  }

  /// The lines of a document, with their ends.
  func text(of document: ExportedDocument) throws(ICUError) -> String {
    switch format {
    case .jsonl: document.json() + "\n"
    case .csv: CSV.line(ExportLines.cells(document))
    case .bulk:
      BulkAction(index: .init(id: document.id)).json() + "\n" + (try BulkDocument(document, analyzer).json()) + "\n"
    }
  }

  private static func cells(_ document: ExportedDocument) -> [String] {
    let fields = document.fields
    let texts: [String?] = [
      document.id, fields.title, fields.number, fields.issuers.joined(separator: "、"), fields.region, fields.date,
      fields.effective, fields.expires, fields.kind, fields.parent, fields.publication, fields.issue,
      fields.inferred.joined(separator: " "), document.source, document.line.map(String.init),
    ]
    return texts.map { $0 ?? "" }
  }
}

/// The line before a document: index it under its id, instead of what is there.
private struct BulkAction: Encodable {
  struct Target: Encodable {
    let id: String

    enum CodingKeys: String, CodingKey { case id = "_id" }
  }

  let index: Target
}

/// A document with its tokens.
private struct BulkDocument: Encodable {
  private let document: ExportedDocument
  private let text: AnalyzedTokens
  private let title: AnalyzedTokens

  init(_ document: ExportedDocument, _ analyzer: Analyzer) throws(ICUError) {
    self.document = document
    text = try analyzer.tokens(of: analyzer.fold(document.text ?? ""))
    title = try analyzer.tokens(of: analyzer.fold(document.title ?? ""))
  }

  private enum CodingKeys: String, CodingKey {
    case words, bigrams, values
    case titleWords = "title_words"
    case titleBigrams = "title_bigrams"
  }

  func encode(to encoder: any Encoder) throws {
    try document.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(text.words, forKey: .words)
    try container.encode(text.bigrams, forKey: .bigrams)
    try container.encode(text.values, forKey: .values)
    try container.encode(title.words, forKey: .titleWords)
    try container.encode(title.bigrams, forKey: .titleBigrams)
  }
}
