// What the folding of traditional characters is built from.

import CICU

/// ICU's Traditional-Simplified transform, restricted to single code points.
public enum TraditionalToSimplified {
  /// Each Han code point that the transform maps to exactly one other code point, increasing by `from`.
  ///
  /// ICU's rules for longer words play no part. It takes 17 ms the first time, 2 ms afterwards; keep the result.
  ///
  /// No `from` occurs twice, but some `to` are mapped again: with ICU 72 苧 and 苎 are mapped to each other and 薴 to
  /// 苧. Whoever wants each character folded to one that folds to itself must choose among such.
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
