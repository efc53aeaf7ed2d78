// A document to what Xapian stores of it: terms, positions, data.

internal import Analysis
internal import Archive
internal import ICU
internal import Xapian

/// Analyses documents and fills the writer's buffer; one per thread.
final class DocumentEncoder {
  private let analyzer: Analyzer
  private let fieldTerms: FieldTerms
  private var buffer = DocumentBuffer()

  init() throws(IndexingError) {
    do { analyzer = try Analyzer() } catch { throw IndexingError(.bug, "ICU: \(error.message)") }
    fieldTerms = FieldTerms(analyzer)
  }

  /// Adds a document to a database.
  func add(_ document: Document, to database: WritableDatabase) throws(IndexingError) {
    buffer.reset()
    do {
      try addTerms(of: document)
    } catch {
      throw IndexingError(.bug, "cannot analyse \(document.id): \(error.message)")
    }
    let (record, text) = StoredDocument.encode(document)
    buffer.setData(record)
    if !text.isEmpty { buffer.setValue(StoredDocument.textSlot, text) }
    _ = try withIndex(database.paths[0]) { () throws(XapianError) in try database.add(buffer) }
  }

  private func addTerms(of document: Document) throws(ICUError) {
    for key in [
      Schema.term(document: document.id), Schema.term(documentsOf: document.source),
      Schema.term(collection: document.source.collection),
    ] + fieldTerms.terms(of: document.metadata) {
      buffer.append(key, wdf: 0)
    }
    let title = document.metadata.title
    // A title that another document or a sidecar states is found like one that stands in the text.
    let unprinted = title.flatMap { document.text.contains($0) ? nil : "\n" + $0 } ?? ""
    try addTerms(of: document.text + unprinted, in: .text)
    if let title { try addTerms(of: title, in: .title) }
  }

  private func addTerms(of text: String, in field: Field) throws(ICUError) {
    try analyzer.forEachTerm(of: analyzer.fold(text), in: field) { term, frequency, positions in
      buffer.append(term, wdf: frequency, positions: positions)
    }
  }
}
