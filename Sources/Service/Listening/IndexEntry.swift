// The index's word on who serves it: the lock file beside `current`.

internal import API
internal import Foundation
internal import Indexing
internal import Logging

/// A daemon's claim on an index, by which the command finds it.
enum IndexEntry {
  /// Opens an index: its directory, absolute and without links, and what its current generation says of itself.
  static func open(_ directory: String) throws(ServiceError) -> (path: String, manifest: Manifest) {
    let manifest: Manifest
    do { manifest = try IndexReader(directory: directory).manifest } catch { throw ServiceError(error) }
    return (URL(fileURLWithPath: directory).resolvingSymlinksInPath().path, manifest)
  }

  /// Looks whether a daemon serves the index, without taking its entry.
  ///
  /// - Throws: `taken` where the process that the entry names listens on the socket that it names.
  static func refuseServed(_ index: String) throws(ServiceError) {
    guard let bytes = FileManager.default.contents(atPath: index + "/" + DaemonRecord.fileName),
      let record = try? JSONDecoder().decode(DaemonRecord.self, from: bytes), record.index == index,
      case .made(let pid)? = try? ListeningSocket.connection(to: record.socket), pid == record.pid
    else { return }
    throw taken(index, record)
  }

  private static func taken(_ index: String, _ record: DaemonRecord?) -> ServiceError {
    ServiceError(
      .taken, "the index \(index) is served by process \(record.map { String($0.pid) } ?? "unknown")",
      hint: record.map { "it answers on \($0.socket)" })
  }

  /// Writes who serves the index and where.
  ///
  /// - Returns: nil where the directory cannot be written, as with a copy that is only read: the daemon then has to be
  ///   named by its socket.
  /// - Throws: `taken` where another daemon serves the index.
  static func take(_ options: ServiceOptions, _ logger: Logger) throws(ServiceError) -> LockFile? {
    do throws(ServiceError) {
      let path = options.index + "/" + DaemonRecord.fileName
      switch LockFile.take(path) {
      case .taken(let file):
        let record = DaemonRecord(pid: getpid(), socket: options.socket, index: options.index)
        guard file.write(record.json() + "\n") else { throw .system("write", path, errno: errno) }
        return file
      case .held(let contents):
        let record = try? JSONDecoder().decode(DaemonRecord.self, from: Data(contents.utf8))
        throw taken(options.index, record)
      case .failed(let operation, let number): throw .system(operation, path, errno: number)
      }
    } catch {
      guard error.code == .system else { throw error }
      logger.warning("only --socket leads here", metadata: ["reason": "\(error.message)"])
      return nil
    }
  }
}
