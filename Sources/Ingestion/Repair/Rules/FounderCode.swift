// The arithmetic of Founder's font codes.

import ICU

/// What Founder's composition system made of the signs in the first rows of GB 2312: fonts without Unicode tables put
/// 0x31 to the lead byte, so that rows A1–A3 came out as D2–D4. That is all there is to know; the characters follow
/// from the code (GB 2312-1980).
enum FounderCode {
  /// For each Han character that a shift can make, the sign it was.
  static let signs: [Unicode.Scalar: Unicode.Scalar] = {
    let signs = rows(0xA1...0xA3)
    let shifted = rows(0xD2...0xD4)
    let table = zip(shifted, signs).filter { $0.0.isHan && !(0xE000...0xF8FF).contains($0.1.value) }
    // The one sign beyond the formula: the point between digits, from a font of figures (seen in periodicals).
    return Dictionary(table + [("郾", "．")], uniquingKeysWith: { first, _ in first })
  }()

  /// The sign that a character was, if a shift can make it.
  static func sign(of shifted: Unicode.Scalar) -> Unicode.Scalar? {
    // A dictionary would take longer than everything that is asked next.
    guard shifted.value < 0x10000, table[Int(shifted.value)] != 0 else { return nil }
    return Unicode.Scalar(table[Int(shifted.value)])
  }

  /// The signs by code point; 0 where there is none.
  private static let table: [UInt16] = {
    var table = [UInt16](repeating: 0, count: 0x10000)
    for (shifted, sign) in signs where shifted.value < 0x10000 && sign.value < 0x10000 {
      table[Int(shifted.value)] = UInt16(sign.value)
    }
    return table
  }()

  /// The Han characters of GB 2312; empty if ICU has no table of it.
  static let han: Set<Unicode.Scalar> = Set(rows(0xB0...0xF7).filter(\.isHan))

  /// Rows of 94 characters each, in the order of their codes.
  private static func rows(_ leads: ClosedRange<UInt8>) -> [Unicode.Scalar] {
    let bytes = leads.flatMap { lead in (UInt8(0xA1)...0xFE).flatMap { [lead, $0] } }
    guard let converter = try? CharsetConverter(charset: "GB18030") else { return [] }
    let text = bytes.withUnsafeBufferPointer { try? converter.decode($0).text } ?? ""
    let scalars = Array(text.unicodeScalars)
    return scalars.count == bytes.count / 2 ? scalars : []
  }
}
