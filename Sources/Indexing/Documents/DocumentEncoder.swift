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
    try fill(document.id, document.source, document.metadata, document.text)
    try write(StoredBytes(document), to: database)
  }

  /// Adds a stored document as it is, with terms of this analyser.
  func add(
    _ document: StoredDocument, _ stored: StoredBytes, to database: WritableDatabase
  ) throws(IndexingError) {
    let metadata: Metadata
    do { metadata = try document.metadata() } catch {
      throw IndexingError(
        .damaged, "the fields of \(document.id) are damaged", hint: "remove the index and index again")
    }
    try fill(document.id, document.source, metadata, document.text)
    try write(stored, to: database)
  }

  private func write(_ stored: StoredBytes, to database: WritableDatabase) throws(IndexingError) {
    stored.fill(&buffer)
    _ = try withIndex(database.paths[0]) { () throws(XapianError) in try database.add(buffer) }
  }

  /// Empties the buffer and fills it with a document's terms and values.
  private func fill(
    _ id: DocumentID, _ source: SourceID, _ metadata: Metadata, _ text: String
  ) throws(IndexingError) {
    buffer.reset()
    for key in [
      Schema.term(document: id), Schema.term(documentsOf: source), Schema.term(collection: source.collection),
    ] + fieldTerms.terms(of: metadata) + Set(TextDamage.stretches(in: text).map(\.damage)).map(FieldTerms.term) {
      buffer.append(key, wdf: 0)
    }
    let order = OrderValues(
      metadata, collection: source.collection, codePointCount: text.unicodeScalars.count, analyzer)
    for (slot, bytes) in order.values { buffer.setValue(slot.rawValue, bytes) }
    do {
      try addTerms(of: text, title: metadata.title)
    } catch {
      throw IndexingError(.bug, "cannot analyse \(id): \(error.message)")
    }
  }

  private func addTerms(of text: String, title: String?) throws(ICUError) {
    // A title that another document or a sidecar states is found like one that stands in the text.
    let unprinted = title.flatMap { text.contains($0) ? nil : "\n" + $0 } ?? ""
    try addTerms(of: text + unprinted, in: .text)
    if let title { try addTerms(of: title, in: .title) }
  }

  private func addTerms(of text: String, in field: Field) throws(ICUError) {
    try analyzer.forEachTerm(of: analyzer.fold(text), in: field) { term, frequency, positions in
      buffer.append(term, wdf: frequency, positions: positions)
    }
  }
}
