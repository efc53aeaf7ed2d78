// Files that a command is told to write.

internal import Foundation
internal import Indexing
internal import Ingestion

/// Writes whole files, so that nobody reads half a one.
enum OutputFile {
  /// A device or a pipe takes the bytes as they come; a file is replaced when all of them are on the disk.
  ///
  /// - Throws: ``CommandFailure`` that names the file.
  static func write(_ text: String, to path: String) throws {
    do {
      if isStream(path) {
        try Files.write(text.utf8, to: path)
      } else {
        try Files.writeAtomically(text.utf8, to: target(path).path, suffix: ".\(getpid()).new")
      }
    } catch {
      throw CommandFailure(
        .noIndex, "\(error.message) (the index is not concerned: make room, or name another file)")
    }
  }

  /// Refuses a path that cannot be written before hours of work have gone by.
  static func probe(_ path: String) throws {
    let written = isStream(path) ? path : target(path).deletingLastPathComponent().path
    guard access(written, W_OK) == 0 else {
      throw CommandFailure(
        .usage, "cannot write \(path): \(String(cString: strerror(errno))) (name a file in a directory that is there)")
    }
  }

  /// The file that is replaced: what a link leads to, not the link.
  private static func target(_ path: String) -> URL { URL(fileURLWithPath: canonicalPath(path) ?? path) }

  private static func isStream(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }
}
