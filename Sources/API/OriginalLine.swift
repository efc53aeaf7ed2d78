// What a source said before it was repaired.

/// A line of a source as it was when it was read.
public struct OriginalLine: Hashable, Sendable, Codable {
  /// Counted from 1.
  public var line: Int
  /// The line without its end.
  public var text: String

  /// A line.
  public init(line: Int, text: String) {
    self.line = line
    self.text = text
  }
}
