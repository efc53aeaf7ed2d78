// What is wrong with a source, and where: damaged text is reported, never thrown.

/// One finding about a source: a closed code, a place and a remedy.
public struct Diagnostic: Hashable, Sendable, Codable {
  /// What kind of finding it is; codes are compared, messages never.
  public enum Code: String, Sendable, Codable, CaseIterable {
    /// The bytes are not text in the expected encoding; the source is skipped.
    case undecodable
    /// Two encodings are as likely; the source is skipped.
    case ambiguousEncoding
    /// The file is no text at all; it is skipped.
    case binary
    /// Bytes that could not be decoded were read as U+FFFD, as the user wished.
    case replaced
    /// A comment or tag of a page never ends; what stands behind it is left out.
    case unterminated
    /// The file is broken in its own format; it is skipped.
    case damagedFile
    /// The file needs a password; it is skipped.
    case encrypted
    /// A PDF holds pictures of pages only; it is skipped.
    case noTextLayer
    /// The program that reads the format is not installed; the source is skipped.
    case missingTool
    /// The program that reads the format took too long; the source is skipped.
    case timedOut
    /// The source is larger than the limit; it is skipped.
    case tooLarge
    /// The source holds no text at all.
    case empty
    /// The file could not be read, or changed while it was read; it is skipped.
    case unreadable
    /// A JSON Lines record is not valid or lacks a field; the record is skipped.
    case invalidRecord
    /// A field of a record or sidecar has a value that it cannot have; the field is left out.
    case invalidField
    /// A sidecar cannot be read or could belong to several sources; the sources are indexed without it.
    case invalidSidecar
    /// A document id occurs a second time in its source; the later document is skipped.
    case duplicateID
    /// A document id belongs to another source's document; the later document is skipped, until the id is free.
    case takenID
    /// The file is of a format that cannot be read; it is skipped.
    case unsupportedFormat
    /// The same identity stands for two different files; neither is overwritten, the later one is skipped.
    case collision
  }

  /// The kind of finding.
  public let code: Code
  /// One sentence for people, without place or remedy.
  public let message: String
  /// Source line, counted from 1, where it has one.
  public let line: Int?
  /// Offset into the source's bytes, counted from 0, where it has one.
  public let byteOffset: Int?
  /// What the user can do about it.
  public let hint: String?

  /// A finding.
  public init(_ code: Code, _ message: String, line: Int? = nil, byteOffset: Int? = nil, hint: String? = nil) {
    self.code = code
    self.message = message
    self.line = line
    self.byteOffset = byteOffset
    self.hint = hint
  }
}
