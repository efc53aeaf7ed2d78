// What the folding of traditional characters is built from.

import CICU

/// ICU's Traditional-Simplified transform, restricted to single code points.
public enum TraditionalToSimplified {
  /// Each Han code point that the transform maps to exactly one other code point, increasing by `from`.
  ///
  /// ICU's rules for longer words play no part. One pass over all of Han; call it once and keep the result.
  ///
  /// - Throws: `dataMissing` if ICU was built without transforms, `outOfMemory`.
  public static func singleCodePointPairs() throws(ICUError) -> [(from: UInt32, to: UInt32)] {
    var pairs: UnsafeMutablePointer<UInt32>?
    var count: Int32 = 0
    try ICUError.check(cicu_simplified_pairs(&pairs, &count), "reading the Traditional-Simplified transform")
    defer { cicu_free(pairs) }
    let numbers = UnsafeBufferPointer(start: pairs, count: 2 * Int(count))
    return stride(from: 0, to: numbers.count, by: 2).map { (from: numbers[$0], to: numbers[$0 + 1]) }
  }
}
