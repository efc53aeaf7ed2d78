// The index's word on who serves it: the lock file beside `current`.

internal import API
internal import Foundation
internal import Indexing
internal import Logging

/// A daemon's claim on an index, by which the command finds it.
enum IndexEntry {
  /// The index directory, absolute and without links, once it is known that it holds an index.
  static func resolve(_ directory: String) throws(ServiceError) -> String {
    do { _ = try IndexReader(directory: directory) } catch { throw ServiceError(error) }
    return URL(fileURLWithPath: directory).resolvingSymlinksInPath().path
  }

  /// Writes who serves the index and where.
  ///
  /// - Returns: nil where the directory cannot be written, as with a copy that is only read: the daemon then has to be
  ///   named by its socket.
  /// - Throws: `taken` where another daemon serves the index.
  static func take(_ options: ServiceOptions, _ logger: Logger) throws(ServiceError) -> LockFile? {
    do throws(ServiceError) {
      switch try LockFile.take(options.index + "/" + DaemonRecord.fileName) {
      case .taken(let file):
        try file.write(DaemonRecord(pid: getpid(), socket: options.socket, index: options.index).json() + "\n")
        return file
      case .held(let contents):
        let record = try? JSONDecoder().decode(DaemonRecord.self, from: Data(contents.utf8))
        throw ServiceError(
          .taken, "the index \(options.index) is served by process \(record.map { String($0.pid) } ?? "unknown")",
          hint: record.map { "it answers on \($0.socket)" })
      }
    } catch {
      guard error.code == .system else { throw error }
      logger.warning("only --socket leads here", metadata: ["reason": "\(error.message)"])
      return nil
    }
  }
}
