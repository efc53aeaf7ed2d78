// The distribution of many measurements.

/// Measurements in order of size.
struct Percentiles {
  private let sorted: [Double]

  /// - Parameter values: at least one.
  init(_ values: [Double]) {
    precondition(!values.isEmpty, "nothing was measured")
    sorted = values.sorted()
  }

  /// The smallest value that at least this share of all values does not exceed (the nearest-rank method, which never
  /// invents a value between two).
  ///
  /// - Parameter share: 0 to 1.
  subscript(share: Double) -> Double {
    let rank = Int((share * Double(sorted.count)).rounded(.up))
    return sorted[min(max(rank, 1), sorted.count) - 1]
  }

  var median: Double { self[0.5] }
}
