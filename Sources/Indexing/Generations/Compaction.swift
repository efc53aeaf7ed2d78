// Many small databases into one.

internal import Xapian

/// Compacts databases in groups, so that their number is bounded by no limit on open files.
struct Compaction {
  /// A Xapian database keeps up to six files open and a process may often open only 1,024. Each further round copies
  /// everything once more.
  static let maximumInputs = 128

  /// A directory for the results between.
  let scratch: String

  /// Merges databases into a new one; documents keep the order of the inputs.
  ///
  /// - Parameter inputs: none gives an empty database.
  func merge(_ inputs: [String], into destination: String) throws(IndexingError) {
    var level = inputs
    var round = 0
    while level.count > Compaction.maximumInputs {
      var next: [String] = []
      for start in stride(from: 0, to: level.count, by: Compaction.maximumInputs) {
        let group = Array(level[start..<min(start + Compaction.maximumInputs, level.count)])
        let path = "\(scratch)/merge-\(round)-\(next.count)-" + (destination.split(separator: "/").last ?? "")
        try compact(group, into: path)
        // A run that is killed here must not leave half a segment for the next to take over.
        for input in group where input.hasPrefix(scratch) { try Files.removeAtOnce(input) }
        next.append(path)
      }
      level = next
      round += 1
    }
    try compact(level, into: destination)
  }

  private func compact(_ inputs: [String], into destination: String) throws(IndexingError) {
    try withIndex(destination) { () throws(XapianError) in
      if inputs.isEmpty {
        try WritableDatabase(path: destination, mode: .create).close()
      } else {
        try Database.compact(inputs, into: destination)
      }
    }
  }
}
