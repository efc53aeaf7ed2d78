// The work of a run in portions, each of which becomes segments of its own.

internal import Archive
internal import Ingestion

/// How large a segment may grow before it is flushed. Large flushes cost: 14 MB of statutes took 5.2 CPU seconds in
/// segments of 250 kB, 5.6 of 500 kB, 6.2 of 1 MB and 7.3 of 2 MB; many small ones cost files and merges.
package enum SegmentSize {
  /// Text, in bytes.
  package static let maximumBytes = 500_000
  /// Documents.
  package static let maximumDocuments = 500

  /// Whether a segment takes no more documents.
  static func isFull(_ byteCount: Int, _ documentCount: Int) -> Bool {
    byteCount >= maximumBytes || documentCount >= maximumDocuments
  }
}

/// Files that one worker takes at a time.
struct Batch: Sendable {
  let entries: [Candidate]
  /// What the files hold together.
  let byteCount: Int
  /// A digest of everything that the batch's segments depend on.
  let key: String

  /// Cuts candidates into portions, in order, so that the same candidates always give the same segments.
  ///
  /// - Parameter setting: what tells apart runs that make different segments of the same files.
  static func cut(_ candidates: [Candidate], setting: String) -> [Batch] {
    var batches: [Batch] = []
    var entries: [Candidate] = []
    var byteCount = 0
    func close() {
      if !entries.isEmpty { batches.append(Batch(entries, setting: setting)) }
      entries = []
      byteCount = 0
    }
    for candidate in candidates {
      let isFull =
        byteCount + candidate.file.byteCount > SegmentSize.maximumBytes || entries.count >= SegmentSize.maximumDocuments
      if isFull { close() }
      entries.append(candidate)
      byteCount += candidate.file.byteCount
    }
    close()
    return batches
  }

  /// Whether it is one file that holds more than a worker's share of all: then all workers take part in it, or one would
  /// still be at it when the others have nothing left to do.
  ///
  /// - Parameter total: what the files of all batches hold together.
  func isShared(jobCount: Int, total: Int) -> Bool {
    entries.count == 1 && byteCount >= Batch.sharedBytes && byteCount * jobCount > total
  }

  /// A file that gives fewer segments than this holds is soon done by one worker. A guess.
  private static let sharedBytes = 4 * SegmentSize.maximumBytes

  private init(_ entries: [Candidate], setting: String) {
    self.entries = entries
    byteCount = entries.reduce(0) { $0 + $1.file.byteCount }
    var writer = ByteWriter()
    writer.write(counted: setting.utf8)
    for entry in entries {
      let file = entry.file
      for text in [file.path, file.root, file.sidecar?.path ?? "", entry.cause.rawValue] {
        writer.write(counted: text.utf8)
      }
      for (size, time) in [
        (file.byteCount, file.modifiedNanoseconds),
        (file.sidecar?.byteCount ?? 0, file.sidecar?.modifiedNanoseconds ?? 0),
      ] {
        writer.write(unsigned: UInt64(size))
        writer.write(signed: time)
      }
      writer.write(counted: entry.known.map(SourceRecords.encode) ?? [])
    }
    key = SourceReader.sha256(writer.bytes)
  }
}
