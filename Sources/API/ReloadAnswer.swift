// What a reload tells.

/// That a daemon has opened its index anew.
public struct ReloadAnswer: Hashable, Sendable, Codable {
  /// The generation that answers from now on.
  public var generation: String

  /// An answer.
  public init(generation: String) { self.generation = generation }
}
