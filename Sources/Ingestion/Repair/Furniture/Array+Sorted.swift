// Looks things up in sorted lists.

extension [Int] {
  /// How many numbers of a sorted list lie in a range.
  func count(in range: ClosedRange<Int>) -> Int {
    firstIndex(from: range.upperBound + 1) - firstIndex(from: range.lowerBound)
  }

  /// The first place in a sorted list from which on numbers are as great as one.
  private func firstIndex(from number: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] >= number { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
