// Lists without repetitions.

extension Sequence where Element: Hashable {
  /// Each element where it comes first.
  @inlinable
  package func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
