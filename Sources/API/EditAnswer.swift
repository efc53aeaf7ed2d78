// What repair changed, as programs see it.

/// One recorded change to the text of a source. Lines and columns count from 1, columns in code points, offsets in the unit that was asked for.
public struct EditAnswer: Hashable, Sendable, Codable {
  /// The rule that made it, such as `founder-shift`.
  public var rule: String
  /// The source line it was made on.
  public var line: Int
  /// The column on which ``before`` begins.
  public var column: Int
  /// What the source says.
  public var before: String
  /// What the repaired text says instead.
  public var after: String
  /// How sure the rule is, 0 to 1.
  public var confidence: Double
  /// Where ``after`` begins in the repaired text, counted from 0.
  public var offset: Int

  /// A change.
  public init(
    rule: String, line: Int, column: Int, before: String, after: String, confidence: Double, offset: Int
  ) {
    self.rule = rule
    self.line = line
    self.column = column
    self.before = before
    self.after = after
    self.confidence = confidence
    self.offset = offset
  }
}
