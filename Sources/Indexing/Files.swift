// What sealing a generation needs of the file system: durable writes, links and copies.

internal import Foundation

/// File operations that either last or throw.
enum Files {
  /// Makes a directory and those above it.
  static func makeDirectory(_ path: String) throws(IndexingError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw IndexingError(.unwritable, "cannot make the directory \(path): \(error.localizedDescription)")
    }
  }

  /// Removes a file or a whole directory, if it is there.
  static func remove(_ path: String) throws(IndexingError) {
    guard FileManager.default.fileExists(atPath: path) else { return }
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw IndexingError(.unwritable, "cannot remove \(path): \(error.localizedDescription)")
    }
  }

  /// Replaces a file's content so that a reader sees the old one or the new one, even after a crash.
  static func writeAtomically(_ bytes: some Sequence<UInt8>, to path: String) throws(IndexingError) {
    let temporary = path + ".new"
    let content = Array(bytes)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .system("write", temporary, errno: errno) }
    var written = 0
    while written < content.count {
      let count = content[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let number = errno
        close(descriptor)
        throw .system("write", temporary, errno: number)
      }
      written += count
    }
    let synced = fsync(descriptor)
    let number = errno
    close(descriptor)
    guard synced == 0 else { throw .system("write", temporary, errno: number) }
    try rename(temporary, to: path)
  }

  /// Renames and makes the new name last.
  static func rename(_ old: String, to new: String) throws(IndexingError) {
    guard Foundation.rename(old, new) == 0 else { throw .system("rename \(old) to", new, errno: errno) }
    try sync((new as NSString).deletingLastPathComponent)
  }

  /// Makes a file's content or a directory's names last.
  static func sync(_ path: String) throws(IndexingError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system("open", path, errno: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .system("sync", path, errno: errno) }
  }

  /// Makes all files below a directory last, and the directories themselves.
  static func syncTree(_ directory: String) throws(IndexingError) {
    for path in FileManager.default.enumerator(atPath: directory) ?? .init() {
      try sync(directory + "/" + (path as! String))
    }
    try sync(directory)
  }

  /// Puts links to all files of one directory into another: a copy that costs nothing, of files never written again.
  static func linkTree(_ source: String, to destination: String) throws(IndexingError) {
    // Not every file system has links, and none has endlessly many.
    try walk(source, to: destination) { old, new in
      link(old, new) == 0 || (try? FileManager.default.copyItem(atPath: old, toPath: new)) != nil
    }
  }

  /// Copies all files of one directory into another.
  static func copyTree(_ source: String, to destination: String) throws(IndexingError) {
    try walk(source, to: destination) { old, new in
      (try? FileManager.default.copyItem(atPath: old, toPath: new)) != nil
    }
  }

  /// How many bytes the files below a directory take.
  static func byteCount(below directory: String) -> Int {
    var total = 0
    for path in FileManager.default.enumerator(atPath: directory) ?? .init() {
      var status = stat()
      if lstat(directory + "/" + (path as! String), &status) == 0, status.st_mode & S_IFMT == S_IFREG {
        total += Int(status.st_size)
      }
    }
    return total
  }

  private static func walk(
    _ source: String, to destination: String, _ transfer: (String, String) -> Bool
  ) throws(IndexingError) {
    try makeDirectory(destination)
    for path in FileManager.default.enumerator(atPath: source) ?? .init() {
      let (old, new) = (source + "/" + (path as! String), destination + "/" + (path as! String))
      var status = stat()
      guard lstat(old, &status) == 0 else { throw .system("read", old, errno: errno) }
      if status.st_mode & S_IFMT == S_IFDIR {
        try makeDirectory(new)
      } else if !transfer(old, new) {
        throw .system("copy \(old) to", new, errno: errno)
      }
    }
  }
}
