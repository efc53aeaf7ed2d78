// The small databases of one batch: documents, and records with originals.

internal import Xapian

/// Segments of documents: a new one is begun when the last is full.
struct DocumentSegments {
  let directory: String
  /// What the names of the segments begin with.
  let name: String
  /// How many others are being written at the same time.
  let writerCount: Int
  private(set) var paths: [String] = []
  private var database: WritableDatabase?
  private var byteCount = 0
  private var documentCount = 0

  init(directory: String, name: String, writerCount: Int) {
    self.directory = directory
    self.name = name
    self.writerCount = writerCount
  }

  /// Adds a document.
  ///
  /// - Parameters:
  ///   - byteCount: the length of its text.
  ///   - write: adds it to the segment it gets.
  mutating func add(
    byteCount: Int, _ write: (WritableDatabase) throws(IndexingError) -> Void
  ) throws(IndexingError) {
    if self.byteCount >= SegmentSize.maximumBytes || documentCount >= SegmentSize.maximumDocuments { try close() }
    if database == nil {
      let path = "\(directory)/\(name)-\(paths.count)"
      database = try withIndex(path) { () throws(XapianError) in
        try WritableDatabase(path: path, mode: .create, unsynced: true)
      }
      paths.append(path)
    }
    try write(database!)
    self.byteCount += byteCount
    documentCount += 1
  }

  mutating func close() throws(IndexingError) {
    guard let open = database else { return }
    try Files.requireRoom(roomForOne * writerCount, at: directory)
    try withIndex(open.paths[0]) { () throws(XapianError) in try open.close() }
    database = nil
    byteCount = 0
    documentCount = 0
  }

  /// More than a segment takes: 1.9 bytes for each byte of long documents, with 1.4 kB for each of 93 bytes.
  private var roomForOne: Int { 4 * byteCount + 4_096 * documentCount + 262_144 }
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
