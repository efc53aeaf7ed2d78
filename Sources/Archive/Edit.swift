// One recorded change to the text of a source.

/// What a rule of repair changed, where, and how sure it was.
///
/// Law (replay): the source's characters in the order of the paragraphs, with each edit's ``before`` at ``position``
/// replaced by ``after``, are the repaired text.
public struct Edit: Hashable, Sendable {
  /// The rule that made it.
  public let rule: RepairRule
  /// Where ``before`` begins in the source.
  public let position: SourcePosition
  /// What the source says, all of it on one line; empty where something was put in.
  public let before: String
  /// What the repaired text says instead.
  public let after: String
  /// How sure the rule is, from 0 to 1: the share of such places that were right where it was measured.
  public let confidence: Float
  /// Where ``after`` begins in the repaired text, in code points counted from 0.
  public let textOffset: Int

  /// A recorded change.
  public init(
    rule: RepairRule, position: SourcePosition, before: String, after: String, confidence: Float, textOffset: Int
  ) {
    self.rule = rule
    self.position = position
    self.before = before
    self.after = after
    self.confidence = confidence
    self.textOffset = textOffset
  }
}
