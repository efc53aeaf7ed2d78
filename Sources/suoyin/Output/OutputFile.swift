// Files that a command is told to write.

internal import Foundation
internal import Ingestion

/// Writes whole files, so that nobody reads half a one.
enum OutputFile {
  /// - Throws: ``CommandFailure`` that names the file.
  static func write(_ text: String, to path: String) throws {
    do {
      try replace(canonicalPath(path) ?? path, by: Array(text.utf8))
    } catch {
      throw CommandFailure(
        .noIndex,
        "cannot write \(path): \(String(cString: strerror(error.code.rawValue))) (the index is not concerned: make room, "
          + "or name another file)")
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

  /// A device or a pipe takes the bytes as they come; a file is replaced when all of them are on the disk.
  private static func replace(_ path: String, by bytes: [UInt8]) throws(POSIXError) {
    var status = stat()
    let isStream = stat(path, &status) == 0 && ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
    guard !isStream else { return try write(bytes, to: path) }
    let temporary = "\(path).\(getpid()).new"
    do throws(POSIXError) {
      try write(bytes, to: temporary)
      guard rename(temporary, path) == 0 else { throw lastError }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  private static func write(_ bytes: [UInt8], to path: String) throws(POSIXError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw lastError }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw lastError }
      written += count
    }
  }

  private static var lastError: POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}
