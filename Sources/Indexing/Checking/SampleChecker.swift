// Some documents, done again from what is stored of them.

internal import Archive
internal import Foundation
internal import Ingestion
internal import Xapian

/// Compares documents' terms with their text, and their spans with the originals they came from.
struct SampleChecker {
  /// The database of the documents.
  let documents: String
  /// The database of their sources.
  let sources: String

  func check(_ sample: [DocID], _ report: inout CheckReport) throws(IndexingError) {
    guard !sample.isEmpty else { return }
    let scratch = NSTemporaryDirectory() + "suoyin-check-\(UUID().uuidString)"
    defer { try? Files.remove(scratch) }
    let database = try withSealed(documents) { () throws(XapianError) in try Database(path: documents) }
    let again = try withIndex(scratch) { () throws(XapianError) in
      try WritableDatabase(path: scratch, mode: .create, unsynced: true)
    }
    let encoder = try DocumentEncoder()
    let originals = try withSealed(sources) { () throws(XapianError) in try Database(path: sources) }
    // Documents stand in the order of their sources, whose lines may be millions.
    var read: (source: SourceID, lines: [String]?)?
    for document in sample {
      let bytes = try withSealed(documents) { () throws(XapianError) in try database.storedBytes(of: document) }
      // What cannot be read was reported already.
      guard let stored = try? StoredDocument(bytes) else { continue }
      report.sampledCount += 1
      try Files.requireRoom(8 * stored.textBytes.count + 1 << 18, at: scratch)
      try encoder.add(stored, bytes, to: again)
      let (has, should) = try withIndex(scratch) { () throws(XapianError) in
        try again.commit()
        return (try database.terms(of: document), try again.terms(of: try again.lastDocID))
      }
      if has != should { report.add("\(stored.id): its terms are not those of its text (\(difference(has, should)))") }
      if read?.source != stored.source { read = (stored.source, try lines(of: stored.source, in: originals)) }
      if let lines = read?.lines, let fault = spanFault(of: stored, lines) { report.add("\(stored.id): \(fault)") }
    }
    try withIndex(scratch) { () throws(XapianError) in try again.close() }
  }

  private func difference(_ has: [DocumentTerm], _ should: [DocumentTerm]) -> String {
    let count = zip(has, should).prefix { $0 == $1 }.count
    let first = (count < should.count ? should : has)[count].term
    return
      "\(has.count) and \(should.count) terms, the first that differs is “\(String(decoding: first, as: UTF8.self))”"
  }

  /// The lines of an original; nil where there is none, which was reported already, or it has none of its own.
  private func lines(of source: SourceID, in database: Database) throws(IndexingError) -> [String]? {
    let found = try withSealed(sources) { () throws(XapianError) -> (record: [UInt8], original: [UInt8])? in
      guard let record = try database.firstDocument(having: Schema.term(recordOf: source)),
        let original = try database.firstDocument(having: Schema.term(originalOf: source))
      else { return nil }
      return (try database.data(of: record), try database.data(of: original))
    }
    guard let found else { return nil }
    return try SourceRecords.decode(found.record, sources).lines(of: found.original)
  }

  /// Whether each place that the text names is there in the original.
  private func spanFault(of document: StoredDocument, _ lines: [String]) -> String? {
    guard let segments = try? document.spans().segments else { return nil }
    for segment in segments {
      let (line, column) = (Int(segment.line), Int(segment.column))
      // The place behind a line's last character is one: an inserted paragraph's end stands there.
      guard line <= lines.count, column <= lines[line - 1].unicodeScalars.count + 1 else {
        return "line \(line), column \(column) is not in its source"
      }
    }
    return nil
  }
}
