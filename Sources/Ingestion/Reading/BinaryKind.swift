// Files that are no text, whatever their name says.

/// Recognises what is not text.
enum BinaryKind {
  /// A text of a few bytes may hold a stray one (guess).
  private static let leastControlCount = 4
  /// The share of control characters above which bytes are no text: text has none but tabs and line ends, random
  /// bytes have a tenth (guess).
  private static let controlShare = 0.05
  /// How far is looked (guess).
  private static let sampleByteCount = 1 << 16

  /// What file formats begin with, as `file` knows them.
  private static let marks: [(bytes: [UInt8], name: String)] = [
    (Array("%PDF-".utf8), "a PDF file"), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG picture"),
    ([0xFF, 0xD8, 0xFF], "a JPEG picture"), (Array("GIF8".utf8), "a GIF picture"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program (ELF)"), ([0x50, 0x4B, 0x03, 0x04], "a ZIP file, as .docx and .xlsx are"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Office file, as .doc and .xls are"),
    ([0x1F, 0x8B, 0x08], "a gzip file"), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z file"),
    (Array("Rar!\u{1A}\u{7}".utf8), "a RAR file"), (Array("SQLite format 3\0".utf8), "a SQLite database"),
  ]

  /// The name of the format that the bytes begin like.
  static func marked(_ bytes: [UInt8]) -> String? { marks.first { bytes.starts(with: $0.bytes) }?.name }

  /// Whether so many bytes are control characters that it cannot be text of one byte a letter.
  static func hasControls(_ bytes: [UInt8]) -> Bool {
    let sample = bytes.prefix(sampleByteCount)
    let count = sample.count { $0 < 0x20 && !(0x09...0x0D).contains($0) && $0 != 0x1B }
    return count >= leastControlCount && Double(count) > controlShare * Double(sample.count)
  }
}
