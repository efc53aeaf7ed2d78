// Puts lines back into the order in which they were written.

/// Restores the reading order of pages whose columns and heads extraction gave in another one.
///
/// Law: the result holds every line once.
struct ReadingOrder {
  private let scalars: [Unicode.Scalar]
  private let lines: [SourceLine]

  init(_ scalars: [Unicode.Scalar], _ lines: [SourceLine]) {
    self.scalars = scalars
    self.lines = lines
  }

  /// The lines in reading order.
  func restored() -> [SourceLine] {
    let mended = TornHeads.order(scalars, lines).map { order in order.map { lines[$0] } } ?? lines
    let order = order(of: mended)
    if order.count <= 1 { return mended }
    var restored: [SourceLine] = []
    restored.reserveCapacity(mended.count)
    for range in order { restored += mended[range] }
    return restored
  }

  /// By itself, so that what is known of lines is gone before they are copied.
  private func order(of lines: [SourceLine]) -> [Range<Int>] {
    var sorter = StrandSorter(scalars, lines)
    return sorter.sorted()
  }
}
