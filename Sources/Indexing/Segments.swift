// The small databases of one batch: documents, and records with originals.

internal import Archive
internal import Xapian

/// The segments of documents of one batch: a new one is begun when the last is full.
struct DocumentSegments {
  let directory: String
  let batch: Int
  private(set) var paths: [String] = []
  private var database: WritableDatabase?
  private var byteCount = 0
  private var documentCount = 0

  init(directory: String, batch: Int) {
    self.directory = directory
    self.batch = batch
  }

  mutating func add(_ document: Document, _ encoder: DocumentEncoder) throws(IndexingError) {
    if byteCount >= SegmentSize.maximumBytes || documentCount >= SegmentSize.maximumDocuments { try close() }
    if database == nil {
      let path = "\(directory)/\(batch)-documents-\(paths.count)"
      database = try withIndex(path) { () throws(XapianError) in
        try WritableDatabase(path: path, mode: .create, unsynced: true)
      }
      paths.append(path)
    }
    try encoder.add(document, to: database!)
    byteCount += document.text.utf8.count
    documentCount += 1
  }

  mutating func close() throws(IndexingError) {
    guard let open = database else { return }
    try withIndex(open.paths[0]) { () throws(XapianError) in try open.close() }
    database = nil
    byteCount = 0
    documentCount = 0
  }
}

/// The records and originals of one batch: a database that is only made when there is something to record.
struct RecordSegment {
  let path: String
  private var database: WritableDatabase?

  init(path: String) { self.path = path }

  mutating func open() throws(IndexingError) -> WritableDatabase {
    if let database { return database }
    let opened = try withIndex(path) { () throws(XapianError) in
      try WritableDatabase(path: path, mode: .create, unsynced: true)
    }
    database = opened
    return opened
  }

  /// - Returns: the path, where anything was recorded.
  mutating func close() throws(IndexingError) -> String? {
    guard let open = database else { return nil }
    try withIndex(path) { () throws(XapianError) in try open.close() }
    database = nil
    return path
  }
}
