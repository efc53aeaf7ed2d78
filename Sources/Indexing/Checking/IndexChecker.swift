// Whether an index holds what it says it holds.

internal import Archive
internal import Foundation
internal import Ingestion
internal import Xapian

/// Checks the generation that answers: the engine's tables, the manifest's counts, every record, span and original, and
/// the terms of some documents against their text.
///
/// It reads only, and goes on meanwhile whatever else does.
public struct IndexChecker {
  private let layout: IndexLayout
  private let sampleCount: Int

  /// - Parameters:
  ///   - directory: the index.
  ///   - sampleCount: how many documents are analysed anew, in each collection.
  public init(directory: String, sampleCount: Int) {
    layout = IndexLayout(directory: directory)
    self.sampleCount = sampleCount
  }

  /// Checks everything; faults are in the report.
  ///
  /// - Parameter withDigest: whether to make a digest, too.
  /// - Throws: `missing`, `incompatible`, and `damaged` where not even the manifest can be read.
  public func run(withDigest: Bool = false) throws(IndexingError) -> CheckReport {
    while true {
      let reader = try IndexReader(directory: layout.directory)
      var report = try check(reader)
      // A generation that expired meanwhile has no faults but that.
      guard report.faultCount == 0 || access(reader.layout.manifest, F_OK) == 0 else { continue }
      if withDigest, report.faultCount == 0 { report.digest = try reader.digest() }
      return report
    }
  }

  private func check(_ reader: IndexReader) throws(IndexingError) -> CheckReport {
    let manifest = reader.manifest
    var report = CheckReport(generation: manifest.generation)
    for collection in manifest.collections {
      report.collectionCount += 1
      do throws(IndexingError) {
        try check(collection, reader.layout, &report)
      } catch {
        report.add(error.message)
      }
    }
    return report
  }

  private func check(
    _ collection: Manifest.Collection, _ generation: GenerationLayout, _ report: inout CheckReport
  ) throws(IndexingError) {
    let (documents, sources) = (generation.documents(collection.name), generation.sources(collection.name))
    for path in [documents, sources] {
      guard isWritable(path) else {
        report.omissions.append("\(path): the engine checks its tables only where it might write to them")
        continue
      }
      let (errorCount, words) = try withSealed(path) { () throws(XapianError) in try Database.check(path) }
      if errorCount > 0 { report.add("\(path): \(errorCount) errors in the engine's tables: \(words.suffix(200))") }
    }
    let records = try SourceRecords.all(in: sources)
    if records.count != collection.sources {
      report.add("\(sources): \(records.count) sources; the manifest says \(collection.sources)")
    }
    try checkOriginals(records, sources, &report)
    let found = try checkDocuments(documents, records, &report)
    if found.count != collection.documents {
      report.add("\(documents): \(found.count) documents; the manifest says \(collection.documents)")
    }
    try SampleChecker(documents: documents, sources: sources).check(sample(of: found), &report)
  }

  private func isWritable(_ path: String) -> Bool {
    (FileManager.default.enumerator(atPath: path) ?? .init()).allSatisfy { access("\(path)/\($0)", W_OK) == 0 }
  }

  /// Evenly spaced, from a place that is another each time.
  private func sample(of documents: [DocID]) -> [DocID] {
    guard sampleCount > 0, !documents.isEmpty else { return [] }
    let step = max(1, documents.count / sampleCount)
    let start = Int.random(in: 0..<step)
    return stride(from: start, to: documents.count, by: step).prefix(sampleCount).map { documents[$0] }
  }

  private func checkOriginals(
    _ records: [SourceID: Source], _ path: String, _ report: inout CheckReport
  ) throws(IndexingError) {
    let database = try withSealed(path) { () throws(XapianError) in try Database(path: path) }
    for (id, source) in records.sorted(by: { $0.key < $1.key }) {
      report.sourceCount += 1
      let bytes = try withSealed(path) { () throws(XapianError) -> [UInt8]? in
        guard let found = try database.firstDocument(having: Schema.term(originalOf: id)) else { return nil }
        return try database.data(of: found)
      }
      if let bytes {
        guard SourceReader.sha256(bytes) != source.signature.sha256 else { continue }
        report.add("\(id): the original is not what was read: its SHA-256 is another")
      } else {
        report.add("\(id): the original is missing")
      }
    }
  }

  /// - Returns: the documents, in order.
  private func checkDocuments(
    _ path: String, _ records: [SourceID: Source], _ report: inout CheckReport
  ) throws(IndexingError) -> [DocID] {
    let database = try withSealed(path) { () throws(XapianError) in try Database(path: path) }
    let all = try withSealed(path) { () throws(XapianError) in try database.documents(having: "") }
    for document in all {
      report.documentCount += 1
      let bytes = try withSealed(path) { () throws(XapianError) in try database.storedBytes(of: document) }
      guard let stored = try? StoredDocument(bytes) else {
        report.add("\(path): document \(document) cannot be read")
        continue
      }
      if let fault = stored.fault { report.add("\(stored.id): \(fault)") }
      if records[stored.source] == nil { report.add("\(stored.id): there is no record of its source \(stored.source)") }
      let term = Schema.term(document: stored.id)
      let holders = try withSealed(path) { () throws(XapianError) in try database.documents(having: term) }
      if holders != [document] { report.add("\(stored.id): \(holders.count) documents are found by its id") }
    }
    return all
  }
}

extension StoredDocument {
  /// What is wrong with what is stored beside the text; nil where nothing is.
  fileprivate var fault: String? {
    guard let text = String(validating: textBytes, as: UTF8.self) else { return "the text is not UTF-8" }
    let length = text.unicodeScalars.count
    do throws(CorruptBytes) {
      _ = try metadata()
      let segments = try spans().segments
      if segments.first.map({ Int($0.line) }) != head.line { return "its first line is not that of its text" }
      if segments.isEmpty != text.isEmpty { return "the text has no way back to its source" }
      if let last = segments.last, last.textOffset > length { return "spans reach beyond the text" }
      let edits = try edits()
      if edits.contains(where: { $0.textOffset > length }) { return "repairs lie beyond the text" }
      return nil
    } catch {
      return "fields, spans or repairs cannot be read"
    }
  }
}
