// Code points as UTF-8 into memory at hand.

/// Writes code points as UTF-8 into memory that has room for them.
struct UTF8Writer {
  private let target: UnsafeMutableBufferPointer<UInt8>
  /// How many bytes were written.
  private(set) var byteCount = 0

  /// - Parameter target: uninitialized.
  init(_ target: UnsafeMutableBufferPointer<UInt8>) { self.target = target }

  /// How many bytes code points take.
  static func byteCount(of scalars: some Sequence<Unicode.Scalar>) -> Int {
    var count = 0
    for scalar in scalars {
      // Sums of comparisons take many code points at a time, branches do not.
      let value = scalar.value
      count &+= 1 &+ (value >= 0x80 ? 1 : 0) &+ (value >= 0x800 ? 1 : 0) &+ (value >= 0x10000 ? 1 : 0)
    }
    return count
  }

  /// Writes code points.
  mutating func append(_ scalars: some Sequence<Unicode.Scalar>) {
    for scalar in scalars { append(scalar) }
  }

  /// Writes one code point.
  mutating func append(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value >= 0x800, value < 0x10000 {
      // Nearly all of a Chinese text.
      put(value, 12, 0xE0, at: 0)
      put(value >> 6 & 0x3F, 0, 0x80, at: 1)
      put(value & 0x3F, 0, 0x80, at: 2)
      byteCount += 3
    } else if value < 0x80 {
      put(value, 0, 0, at: 0)
      byteCount += 1
    } else if value < 0x800 {
      put(value, 6, 0xC0, at: 0)
      put(value & 0x3F, 0, 0x80, at: 1)
      byteCount += 2
    } else {
      put(value, 18, 0xF0, at: 0)
      put(value >> 12 & 0x3F, 0, 0x80, at: 1)
      put(value >> 6 & 0x3F, 0, 0x80, at: 2)
      put(value & 0x3F, 0, 0x80, at: 3)
      byteCount += 4
    }
  }

  private func put(_ value: UInt32, _ shift: UInt32, _ lead: UInt32, at place: Int) {
    precondition(byteCount + place < target.count, "there is room for all that is written")
    target.initializeElement(at: byteCount + place, to: UInt8(truncatingIfNeeded: lead | value >> shift))
  }
}
