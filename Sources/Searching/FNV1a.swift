// What tells two things apart by 64 bits.

/// FNV-1a (Fowler, Noll, Vo), 64 bits, over units of any width: the same in every process.
struct FNV1a {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ unit: some UnsignedInteger) { value = (value ^ UInt64(unit)) &* 0x100_0000_01b3 }
}
