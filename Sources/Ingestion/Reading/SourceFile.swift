// What discovery finds: files to read, and what stands in the way.

public import Archive

/// A file found at or below a root.
public struct SourceFile: Hashable, Sendable {
  /// Who it is.
  public let id: SourceID
  /// The canonical absolute path of the root directory (of the file's directory when the root is a file).
  public let root: String
  /// The absolute path: ``root`` and the id's path below it.
  public let path: String
  /// Size in bytes when it was found.
  public let byteCount: Int
  /// Modification time in nanoseconds since 1970 when it was found.
  public let modifiedNanoseconds: Int64
  /// The file beside it that says more about its documents, where there is one.
  public let sidecar: SidecarFile?

  /// A file that was found.
  public init(
    id: SourceID, root: String, path: String, byteCount: Int, modifiedNanoseconds: Int64, sidecar: SidecarFile? = nil
  ) {
    self.id = id
    self.root = root
    self.path = path
    self.byteCount = byteCount
    self.modifiedNanoseconds = modifiedNanoseconds
    self.sidecar = sidecar
  }
}

/// A path that cannot become a source, and why; one of them never stops the rest.
public struct SourceProblem: Error, Hashable, Sendable, Codable {
  /// The path as far as it is known, absolute unless it does not exist.
  public let path: String
  /// The source it would be, where that much is known.
  public let id: SourceID?
  /// What is wrong and what can be done.
  public let diagnostic: Diagnostic

  /// A problem with a path.
  public init(path: String, id: SourceID?, diagnostic: Diagnostic) {
    self.path = path
    self.id = id
    self.diagnostic = diagnostic
  }
}
