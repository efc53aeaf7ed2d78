// One number for everything an index answers from.

internal import Archive
internal import Ingestion
internal import Xapian

extension IndexReader {
  /// A digest of all documents, with fields, texts, spans, terms, weights and positions, and of all records of sources.
  /// Indexes with the same content have the same, whatever runs made them, in whatever order.
  public func digest() throws(IndexingError) -> String {
    var parts: [String] = []
    for collection in manifest.collections {
      parts += try digests(of: collection.name)
    }
    return SourceReader.sha256(Array(parts.sorted().joined(separator: "\n").utf8))
  }

  private func digests(of collection: String) throws(IndexingError) -> [String] {
    let path = layout.documents(collection)
    var parts = try withSealed(path) { () throws(XapianError) in
      let database = try Database(path: path)
      var parts: [String] = []
      for document in try database.documents(having: "") {
        var writer = ByteWriter()
        let stored = try database.storedBytes(of: document)
        for part in [stored.head, stored.record, stored.text] { writer.write(counted: part) }
        for term in try database.terms(of: document) {
          writer.write(counted: term.term)
          writer.write(unsigned: UInt64(term.wdf))
          for position in term.positions { writer.write(unsigned: UInt64(position)) }
        }
        parts.append("document " + SourceReader.sha256(writer.bytes))
      }
      return parts
    }
    for source in try SourceRecords.all(in: layout.sources(collection)).values {
      parts.append("source " + SourceReader.sha256(SourceRecords.encode(source)))
    }
    return parts
  }
}
