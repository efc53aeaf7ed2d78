// Files that a command is told to write.

internal import Foundation

/// Writes whole files, so that nobody reads half a one.
enum OutputFile {
  /// - Throws: ``CommandFailure`` that names the file.
  static func write(_ text: String, to path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw CommandFailure(.bug, "cannot write \(path): \(error.localizedDescription)")
    }
  }
}
