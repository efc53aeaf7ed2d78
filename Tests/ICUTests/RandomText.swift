// Random input that is the same in every run.

import TestSupport

extension SeededGenerator {
  /// What is hard to cut or to convert, mixed: Han of all planes, kana with marks, emoji, flags, digits, controls.
  mutating func text(codePointCount: Int) -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<codePointCount { scalars.append(scalar()) }
    return String(scalars)
  }

  private mutating func scalar() -> Unicode.Scalar {
    let ranges: [ClosedRange<UInt32>] = [
      0x4E00...0x9FFF, 0x4E00...0x4FFF, 0x20000...0x323AF, 0xF900...0xFAD9, 0x2F800...0x2FA1D, 0x3041...0x30FF,
      0xFF01...0xFF9F, 0x300...0x36F, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F64F, 0x200B...0x200F, 0x20...0x7E, 0...0xFF,
      0xAC00...0xD7A3, 0xE01...0xE5B, 0x3000...0x303F, 0xE000...0x10FFFF,
    ]
    return Unicode.Scalar(UInt32.random(in: ranges.randomElement(using: &self)!, using: &self))!
  }

  /// Bytes of which about half belong to valid UTF-8: whole characters, their beginnings and any bytes.
  mutating func damagedUTF8(pieceCount: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<pieceCount {
      let character = Array(text(codePointCount: 1).utf8)
      switch UInt8.random(in: 0..<4, using: &self) {
      case 0: bytes.append(.random(in: 0...255, using: &self))
      case 1: bytes += character.prefix(Int.random(in: 1...4, using: &self))
      default: bytes += character
      }
    }
    return bytes
  }
}
