// Damage that is left in a text, as programs see it.

/// A stretch of a repaired text that cannot be read, or that repair left as it was.
public struct DamageAnswer: Hashable, Sendable, Codable {
  /// What it is: `unreadable` or `unrepaired`, the values of the field `damage`.
  public var damage: String
  /// The source line on which it begins, counted from 1.
  public var line: Int
  /// Where it begins in the repaired text, in the unit that was asked for, counted from 0.
  public var offset: Int
  /// What stands there.
  public var text: String

  /// A stretch.
  public init(damage: String, line: Int, offset: Int, text: String) {
    self.damage = damage
    self.line = line
    self.offset = offset
    self.text = text
  }
}
