// Files that a command is told to write.

internal import Foundation

/// Writes whole files, so that nobody reads half a one.
enum OutputFile {
  /// - Throws: ``CommandFailure`` that names the file.
  static func write(_ text: String, to path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw CommandFailure(.usage, "cannot write \(path): \(error.localizedDescription)")
    }
  }

  /// Refuses a path that cannot be written before hours of work have gone by.
  static func probe(_ path: String) throws {
    let directory = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard access(directory, W_OK) == 0 else {
      throw CommandFailure(
        .usage, "cannot write \(path): \(String(cString: strerror(errno))) (name a file in a directory that is there)")
    }
  }
}
