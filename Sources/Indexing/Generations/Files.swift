// What sealing a generation needs of the file system: durable writes, links and copies.

internal import Foundation

/// File operations that either last or throw.
package enum Files {
  /// Makes a directory and those above it.
  static func makeDirectory(_ path: String) throws(IndexingError) {
    guard mkdir(path, 0o777) != 0 else { return }
    var number = errno
    let parent = (path as NSString).deletingLastPathComponent
    if number == ENOENT, !parent.isEmpty, parent != path {
      try makeDirectory(parent)
      guard mkdir(path, 0o777) != 0 else { return }
      number = errno
    }
    var status = stat()
    if number == EEXIST, stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return }
    throw .system("make the directory", path, errno: number)
  }

  /// Removes a file or a whole directory, if it is there.
  static func remove(_ path: String) throws(IndexingError) {
    guard FileManager.default.fileExists(atPath: path) else { return }
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? POSIXError
      throw .system("remove", path, errno: cause?.code.rawValue ?? EIO)
    }
  }

  /// Removes a directory so that nobody finds half of it under its name, even after a crash of this process.
  static func removeAtOnce(_ path: String) throws(IndexingError) {
    // A removal that was interrupted may have left one, and nothing can be renamed onto that.
    try remove(path + gone)
    guard Foundation.rename(path, path + gone) == 0 else { throw .system("rename", path, errno: errno) }
    try remove(path + gone)
  }

  /// How the name ends of what is being removed.
  private static let gone = ".gone"

  /// Removes what interrupted removals have left of the entries of a directory.
  static func finishRemoving(in directory: String) throws(IndexingError) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? [] where name.hasSuffix(gone) {
      try remove(directory + "/" + name)
    }
  }

  /// Replaces a file's content so that a reader sees the old one or the new one, even after a crash.
  ///
  /// - Parameter suffix: makes the name of the file that is written first; one that is there is replaced.
  package static func writeAtomically(
    _ bytes: some Sequence<UInt8>, to path: String, suffix: String = ".new"
  ) throws(IndexingError) {
    let temporary = path + suffix
    unlink(temporary)
    do throws(IndexingError) {
      try write(bytes, to: temporary)
      try sync(temporary)
      try rename(temporary, to: path)
    } catch {
      unlink(temporary)
      throw error
    }
  }

  /// Writes a file, in place of one that is there.
  package static func write(_ bytes: some Sequence<UInt8>, to path: String) throws(IndexingError) {
    let content = Array(bytes)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .system("write", path, errno: errno) }
    defer { close(descriptor) }
    var written = 0
    while written < content.count {
      let count = content[written...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .system("write", path, errno: errno) }
      written += count
    }
  }

  /// Makes sure that there is room for what is about to be written.
  ///
  /// Xapian (seen in 1.4.22) writes values in a destructor, and ends the process where that fails.
  static func requireRoom(_ byteCount: Int, at path: String) throws(IndexingError) {
    var status = statvfs()
    // Some file systems do not say how large they are.
    guard statvfs(path, &status) == 0, status.f_blocks > 0 else { return }
    let free = Int(geteuid() == 0 ? status.f_bfree : status.f_bavail) * Int(status.f_frsize)
    if free < byteCount { throw .system("write \(byteCount >> 10) kB to", path, errno: ENOSPC) }
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
      link(old, new) == 0 || copyFile(old, new)
    }
  }

  /// Copies all files of one directory into another.
  static func copyTree(_ source: String, to destination: String) throws(IndexingError) {
    try walk(source, to: destination, copyFile)
  }

  /// - Returns: false with `errno` set, which says what `FileManager` would not.
  private static func copyFile(_ old: String, _ new: String) -> Bool {
    let from = open(old, O_RDONLY | O_CLOEXEC)
    guard from >= 0 else { return false }
    defer { restoringErrno { close(from) } }
    let to = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard to >= 0 else { return false }
    defer { restoringErrno { close(to) } }
    while true {
      let count = sendfile(to, from, nil, 1 << 20)
      if count == 0 { return true }
      if count < 0, errno != EINTR { return false }
    }
  }

  private static func restoringErrno(_ body: () -> Void) {
    let number = errno
    body()
    errno = number
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
    guard let paths = FileManager.default.enumerator(atPath: source), access(source, R_OK) == 0 else {
      throw .system("read", source, errno: errno)
    }
    try makeDirectory(destination)
    for path in paths {
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
