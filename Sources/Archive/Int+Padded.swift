// Numbers with zeros in front.

extension Int {
  /// The number in decimal notation, with zeros in front up to a number of digits; for numbers that are not negative.
  package func padded(to digitCount: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, digitCount - digits.utf8.count)) + digits
  }
}
