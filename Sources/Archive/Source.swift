// A source as the archive knows it: identity, where it was read, what it held.

/// What tells whether a source changed since it was read.
public struct SourceSignature: Hashable, Sendable, Codable {
  /// File size in bytes.
  public let byteCount: Int
  /// Modification time in nanoseconds since 1970.
  public let modifiedNanoseconds: Int64
  /// SHA-256 of the bytes, lower-case hexadecimal.
  public let sha256: String

  /// A signature of a file's state and content.
  public init(byteCount: Int, modifiedNanoseconds: Int64, sha256: String) {
    self.byteCount = byteCount
    self.modifiedNanoseconds = modifiedNanoseconds
    self.sha256 = sha256
  }
}

/// One indexed source, without its bytes.
public struct Source: Hashable, Sendable, Codable {
  /// Who it is.
  public let id: SourceID
  /// The absolute path of the directory that was indexed (of the file's directory when the root was a file).
  public let root: String
  /// Its state when it was read.
  public let signature: SourceSignature
  /// What was found wrong with it.
  public let diagnostics: [Diagnostic]
  /// The encoding it was read in; `nil` where another program decoded it (PDF), and where the index is of a version
  /// that read UTF-8 alone.
  public let encoding: String?
  /// What tells the options apart with which it was read; empty when nothing was said.
  public let reading: String
  /// The state of its sidecar when that was read; `nil` where there was none, or it could not be read.
  public let sidecar: SourceSignature?

  /// A source as it was read.
  public init(
    id: SourceID, root: String, signature: SourceSignature, diagnostics: [Diagnostic], encoding: String? = nil,
    reading: String = "", sidecar: SourceSignature? = nil
  ) {
    self.id = id
    self.root = root
    self.signature = signature
    self.diagnostics = diagnostics
    self.encoding = encoding
    self.reading = reading
    self.sidecar = sidecar
  }

  /// Where the file was when it was read.
  public var absolutePath: String { root.hasSuffix("/") ? root + id.path : root + "/" + id.path }
}
