// Opens the generation that answers, and reads documents and sources of it.

public import Archive
internal import Foundation
internal import Ingestion
public import Xapian

/// One sealed generation, open for reading.
///
/// One per thread. What it reads never changes: a new generation is seen by opening a new reader.
public final class IndexReader {
  /// What the generation says of itself.
  public let manifest: Manifest
  /// All collections' documents as one database.
  public let database: Database
  /// The index directory, absolute.
  public let directory: String
  let layout: GenerationLayout

  /// Opens the current generation.
  ///
  /// - Throws: `missing` where there is no index, `incompatible` where this code cannot read it, `damaged`.
  public convenience init(directory: String) throws(IndexingError) {
    let index = IndexLayout(directory: directory)
    try self.init(index, generation: IndexReader.currentName(index))
  }

  /// A reader of another generation of the same index, or nil where that is gone.
  ///
  /// - Throws: as ``init(directory:)``.
  public func generation(named name: String) throws(IndexingError) -> IndexReader? {
    let index = IndexLayout(directory: directory)
    guard index.generationNames().contains(name) else { return nil }
    do throws(IndexingError) { return try IndexReader(index, generation: name) } catch {
      // It went while it was opened.
      if !index.generationNames().contains(name) { return nil }
      throw error
    }
  }

  private init(_ index: IndexLayout, generation name: String) throws(IndexingError) {
    let generation = index.generation(name)
    let manifest = try Manifest(at: generation.manifest)
    guard !manifest.collections.isEmpty else {
      throw IndexingError(
        .damaged, "\(generation.manifest) names no collection", hint: "put a backup in its place, or index again")
    }
    self.directory = index.directory
    self.manifest = manifest
    layout = generation
    database = try withSealed(generation.directory) { () throws(XapianError) in
      try Database(paths: manifest.collections.map { generation.documents($0.name) })
    }
  }

  private static func currentName(_ layout: IndexLayout) throws(IndexingError) -> String {
    guard let name = try layout.readCurrent() else {
      throw IndexingError(
        .missing, "there is no index in \(layout.directory)",
        hint: "make one with: suoyin index PATH --index \(layout.directory)")
    }
    return name
  }

  /// The stored form of a document that a search found.
  public func stored(_ document: DocID) throws(IndexingError) -> StoredDocument {
    let bytes = try withSealed(layout.directory) { () throws(XapianError) in try database.storedBytes(of: document) }
    do throws(CorruptBytes) { return try StoredDocument(bytes) } catch {
      throw error.error(document, in: layout.directory)
    }
  }

  /// Where the values are that make a stored document together with its data, for measuring what reading them takes.
  package static var storedSlots: [UInt32] { [StoredBytes.headSlot, StoredBytes.textSlot] }

  /// What a hit shows of a document that a search found.
  public func head(_ document: DocID) throws(IndexingError) -> StoredHead {
    let bytes = try withSealed(layout.directory) { () throws(XapianError) in try database.storedHead(of: document) }
    do throws(CorruptBytes) { return try StoredHead(bytes) } catch { throw error.error(document, in: layout.directory) }
  }

  /// The document with an id, or nil.
  public func document(_ id: DocumentID) throws(IndexingError) -> StoredDocument? {
    let found = try withSealed(layout.directory) { () throws(XapianError) in
      try database.firstDocument(having: Schema.term(document: id))
    }
    return try found.map { (document) throws(IndexingError) in try stored(document) }
  }

  /// The most attachments that are named of one document. A guess; gazettes have some ten.
  static let maximumAttachments = 1_000

  /// The documents whose parent a document is, in the order of the index; of very many the first.
  public func attachments(of parent: DocumentID) throws(IndexingError) -> [DocumentID] {
    let found = try withSealed(layout.directory) { () throws(XapianError) in
      try database.documents(having: Schema.term(parent.description, in: .parent))
    }
    var ids: [DocumentID] = []
    for document in found.prefix(IndexReader.maximumAttachments) { ids.append(try head(document).id) }
    return ids
  }

  /// The record of a source, or nil.
  public func source(_ id: SourceID) throws(IndexingError) -> Source? {
    guard let bytes = try data(of: Schema.term(recordOf: id), collection: id.collection) else { return nil }
    return try SourceRecords.decode(bytes, layout.sources(id.collection))
  }

  /// The bytes a source had when it was read, or nil.
  public func original(_ id: SourceID) throws(IndexingError) -> [UInt8]? {
    try data(of: Schema.term(originalOf: id), collection: id.collection)
  }

  /// The lines of a source as it was when it was read, or nil where they are not known: a PDF would have to be taken
  /// apart by another program first, which may take a minute.
  public func originalLines(of source: Source) throws(IndexingError) -> [String]? {
    try original(source.id).flatMap { source.lines(of: $0) }
  }

  /// Whether a source's file still holds the bytes that were read; nil where it is gone or cannot be read.
  public func isUnchanged(_ source: Source) -> Bool? {
    let signature = source.signature
    let file = SourceFile(
      id: source.id, root: source.root, path: source.absolutePath, byteCount: signature.byteCount,
      modifiedNanoseconds: signature.modifiedNanoseconds)
    do throws(SourceProblem) {
      return try SourceReader.read(file, maximumBytes: signature.byteCount).signature.sha256 == signature.sha256
    } catch {
      // A larger file is another one; it need not be read.
      return error.diagnostic.code == .tooLarge ? false : nil
    }
  }

  private func data(of term: String, collection: String) throws(IndexingError) -> [UInt8]? {
    guard manifest.collections.contains(where: { $0.name == collection }) else { return nil }
    let path = layout.sources(collection)
    return try withSealed(path) { () throws(XapianError) in
      let database = try Database(path: path)
      return try database.firstDocument(having: term).map { (document) throws(XapianError) in
        try database.data(of: document)
      }
    }
  }

  /// What the generation takes on disk, in bytes.
  public var byteCount: Int { Files.byteCount(below: layout.directory) }
}

extension Source {
  /// The lines of its bytes; nil where another program would have to take them apart.
  func lines(of bytes: [UInt8]) -> [String]? {
    guard let format = SourceFormat(path: id.path), format != .pdf else { return nil }
    var options = ReadingOptions()
    options.encoding = encoding
    options.isLossy = true
    return Ingestor(reading: options).lines(of: bytes, format: format)
  }
}
