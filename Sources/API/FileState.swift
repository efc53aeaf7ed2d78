// What has become of a source's file.

/// Whether a source's file still holds the bytes that were read.
public enum FileState: String, Hashable, Sendable, Codable {
  /// It does.
  case unchanged
  /// It holds others; the index has the bytes that were read.
  case changed
  /// It is gone or cannot be read; the index has the bytes that were read.
  case gone
}
