// The entries of one directory, in a fixed order.

import Glibc

/// The names in a directory, hidden ones left out, sorted by their bytes so that no file system's order shows.
struct DirectoryListing {
  /// Names that are valid UTF-8.
  var names: [String] = []
  /// Names that are not, with U+FFFD for what is wrong in them.
  var unreadableNames: [String] = []

  /// - Returns: `nil`, with `errno` set, when the directory cannot be read.
  init?(path: String) {
    guard let directory = opendir(path) else { return nil }
    defer { closedir(directory) }
    var found: [[UInt8]] = []
    errno = 0
    while let entry = readdir(directory) {
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { [UInt8]($0.prefix { $0 != 0 }) }
      if bytes.first != UInt8(ascii: ".") { found.append(bytes) }
      errno = 0
    }
    guard errno == 0 else { return nil }
    for bytes in found.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      if let name = String(validating: bytes, as: UTF8.self) {
        names.append(name)
      } else {
        unreadableNames.append(String(decoding: bytes, as: UTF8.self))
      }
    }
  }
}
