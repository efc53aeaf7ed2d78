// What may have been meant by a part of a query that the index hardly knows.

/// Another spelling of a part of a query. It is shown to the asker, never applied.
public struct Suggestion: Hashable, Sendable, Codable {
  /// The part of the query that may be misspelt: folded (width, case, simplified characters), of one script.
  public var run: String
  /// What may be meant by it.
  public var text: String
  /// How many documents hold ``text`` exactly; an estimate beyond 10,000.
  public var count: Int

  /// A suggestion.
  public init(run: String, text: String, count: Int) {
    self.run = run
    self.text = text
    self.count = count
  }
}
