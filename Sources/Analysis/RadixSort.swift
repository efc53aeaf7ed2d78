// Sorts packed integers by some of their bits.

/// Least-significant-digit radix sort: of the units of a text there are many and their bits are few, so that it takes
/// a quarter of the time of the standard sort (measured on statutes). Stable.
enum RadixSort {
  private static let digitBits = 11

  /// Sorts by some bits. What stands below them must be in order already: then the whole keys are.
  ///
  /// - Parameter scratch: room to work in, kept by the caller from text to text.
  static func sort(_ keys: inout [UInt64], bits: Range<Int>, scratch: inout [UInt64]) {
    guard keys.count > 64 else { return keys.sort() }
    if scratch.count < keys.count { scratch = [UInt64](repeating: 0, count: keys.count * 2) }
    for shift in stride(from: bits.lowerBound, to: bits.upperBound, by: digitBits) {
      pass(keys, into: &scratch, shift: UInt64(shift), mask: (1 << UInt64(min(digitBits, bits.upperBound - shift))) - 1)
      for index in keys.indices { keys[index] = scratch[index] }
    }
  }

  private static func pass(_ keys: [UInt64], into sorted: inout [UInt64], shift: UInt64, mask: UInt64) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 1 << digitBits) { starts in
      starts.initialize(repeating: 0)
      for key in keys { starts[Int(key >> shift & mask)] += 1 }
      var start = 0
      for digit in starts.indices {
        let count = starts[digit]
        starts[digit] = start
        start += count
      }
      sorted.withUnsafeMutableBufferPointer { sorted in
        for key in keys {
          let digit = Int(key >> shift & mask)
          sorted[starts[digit]] = key
          starts[digit] += 1
        }
      }
    }
  }
}
