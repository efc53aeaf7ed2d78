// A directory for one test.

public import Foundation

/// A new, empty directory that goes away with this object.
public final class TemporaryDirectory: Sendable {
  /// Its absolute path, links resolved.
  public let path: String

  /// Makes a directory below the system's temporary one.
  public init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "suoyin-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.resolvingSymlinksInPath().path(percentEncoded: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file below the directory, making the directories that lead to it.
  ///
  /// - Returns: the file's absolute path.
  @discardableResult
  public func write(_ text: String, to relativePath: String) throws -> String {
    try write(Data(text.utf8), to: relativePath)
  }

  /// The same with bytes.
  @discardableResult
  public func write(_ data: Data, to relativePath: String) throws -> String {
    let url = URL(filePath: path).appending(path: relativePath)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
    return url.path(percentEncoded: false)
  }

  /// Makes a symbolic link below the directory.
  public func link(_ relativePath: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path + "/" + relativePath, withDestinationPath: target)
  }
}
