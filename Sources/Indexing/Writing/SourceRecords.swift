// The index's memory of its sources: records and original bytes, in a database of their own.

internal import Archive
internal import Foundation
internal import Xapian

extension Source {
  /// Whether a document of it was left out because its id was taken: the id may be free by now.
  var lacksDocuments: Bool { diagnostics.contains { $0.code == .takenID } }
}

/// Reads and writes records of sources.
enum SourceRecords {
  /// Adds a source's record.
  static func add(_ source: Source, to database: WritableDatabase) throws(IndexingError) {
    var buffer = DocumentBuffer()
    buffer.append(Schema.term(recordOf: source.id), wdf: 0)
    buffer.setData(encode(source))
    _ = try withIndex(database.paths[0]) { () throws(XapianError) in try database.add(buffer) }
  }

  /// Adds a source's bytes.
  static func add(original bytes: [UInt8], of id: SourceID, to database: WritableDatabase) throws(IndexingError) {
    var buffer = DocumentBuffer()
    buffer.append(Schema.term(originalOf: id), wdf: 0)
    buffer.setData(bytes)
    _ = try withIndex(database.paths[0]) { () throws(XapianError) in try database.add(buffer) }
  }

  /// All records of a database, by id.
  static func all(in path: String) throws(IndexingError) -> [SourceID: Source] {
    let records = try withSealed(path) { () throws(XapianError) in
      let database = try Database(path: path)
      var records: [[UInt8]] = []
      var terms: [String] = []
      try database.forEachTerm(prefix: Schema.recordPrefix) { term, _ in
        terms.append(String(decoding: term, as: UTF8.self))
        return true
      }
      for term in terms {
        if let document = try database.firstDocument(having: term) { records.append(try database.data(of: document)) }
      }
      return records
    }
    var sources: [SourceID: Source] = [:]
    for bytes in records {
      let source = try decode(bytes, path)
      sources[source.id] = source
    }
    return sources
  }

  /// A record's bytes: signature and place in binary form, so that ten thousand of them are read at once in no time;
  /// diagnostics, which most sources have none of, as JSON.
  static func encode(_ source: Source) -> [UInt8] {
    var writer = ByteWriter()
    for text in [source.id.collection, source.id.path, source.root] { writer.write(counted: text.utf8) }
    write(source.signature, to: &writer)
    // Members in an order of their own, so that the same record always has the same bytes.
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let diagnostics = source.diagnostics.isEmpty ? Data() : try! encoder.encode(source.diagnostics)
    writer.write(counted: diagnostics)
    writer.write(counted: (source.encoding ?? "").utf8)
    writer.write(counted: source.reading.utf8)
    if let sidecar = source.sidecar { write(sidecar, to: &writer) }
    return writer.bytes
  }

  private static func write(_ signature: SourceSignature, to writer: inout ByteWriter) {
    writer.write(counted: signature.sha256.utf8)
    writer.write(unsigned: UInt64(signature.byteCount))
    writer.write(signed: signature.modifiedNanoseconds)
  }

  private static func readSignature(_ reader: inout ByteReader) throws(CorruptBytes) -> SourceSignature {
    let sha256 = try reader.readString()
    guard let byteCount = Int(exactly: try reader.readUnsigned()) else { throw CorruptBytes() }
    return SourceSignature(byteCount: byteCount, modifiedNanoseconds: try reader.readSigned(), sha256: sha256)
  }

  /// Reads what ``encode(_:)`` wrote.
  static func decode(_ bytes: [UInt8], _ path: String) throws(IndexingError) -> Source {
    do {
      var reader = ByteReader(bytes)
      let (collection, sourcePath) = (try reader.readString(), try reader.readString())
      guard SourceID.isValidCollection(collection), !sourcePath.isEmpty, !sourcePath.hasPrefix("/") else {
        throw CorruptBytes()
      }
      let root = try reader.readString()
      let signature = try readSignature(&reader)
      let json = Data(try reader.readCounted())
      let diagnostics = json.isEmpty ? [] : try JSONDecoder().decode([Diagnostic].self, from: json)
      let (encoding, reading) = (try reader.readString(), try reader.readString())
      let sidecar = reader.isAtEnd ? nil : try readSignature(&reader)
      return Source(
        id: SourceID(collection: collection, path: sourcePath), root: root, signature: signature,
        diagnostics: diagnostics, encoding: encoding.isEmpty ? nil : encoding, reading: reading,
        sidecar: sidecar)
    } catch {
      throw IndexingError(
        .damaged, "a source's record in \(path) is damaged", hint: "remove the index directory and index again")
    }
  }
}
