// The small databases of one batch: documents, and records with originals.

internal import Archive
internal import Ingestion
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
    if SegmentSize.isFull(self.byteCount, documentCount) { try close() }
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

extension DocumentSegments {
  /// Adds documents, in order.
  mutating func add(_ documents: ArraySlice<Document>, by encoder: DocumentEncoder) throws(IndexingError) {
    for document in documents {
      try add(byteCount: document.text.utf8.count) { (segment) throws(IndexingError) in
        try encoder.add(document, to: segment)
      }
    }
  }

  /// Adds documents in segments of their own, several of which are written at a time.
  ///
  /// - Parameter wrote: called with what a segment holds when it is written, on the thread that wrote it.
  mutating func add(
    _ documents: [Document], jobCount: Int, _ wrote: @escaping @Sendable (ArraySlice<Document>) -> Void
  ) throws(IndexingError) {
    try close()
    let (directory, name, writerCount) = (directory, name, writerCount)
    let parts = Array(DocumentSegments.cut(documents).enumerated())
    let written = try Workers.map(parts, jobCount: jobCount) { () throws(IndexingError) in
      let encoder = try DocumentEncoder()
      return { (part) throws(IndexingError) in
        var segments = DocumentSegments(
          directory: directory, name: "\(name)-\(part.offset)", writerCount: writerCount)
        try segments.add(part.element, by: encoder)
        try segments.close()
        wrote(part.element)
        return segments.paths
      }
    }
    paths += written.flatMap(\.self)
  }

  /// Cuts documents where a segment would be full.
  private static func cut(_ documents: [Document]) -> [ArraySlice<Document>] {
    var parts: [ArraySlice<Document>] = []
    var (start, byteCount) = (0, 0)
    for (index, document) in documents.enumerated() {
      if SegmentSize.isFull(byteCount, index - start) {
        parts.append(documents[start..<index])
        (start, byteCount) = (index, 0)
      }
      byteCount += document.text.utf8.count
    }
    return start < documents.count ? parts + [documents[start...]] : parts
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
