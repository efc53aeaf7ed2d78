// Tags of stored records, and how values are written under them.

internal import Archive

/// What a stored document has beside its fields. Numbers are never used again; fields count up from 1, these down.
enum RecordTag {
  static let spans: UInt8 = 0
  static let edits: UInt8 = 255
  static let lines: UInt8 = 254
  static let citations: UInt8 = 253
  static let inferred: UInt8 = 252
  /// Once for each field.
  static let unknown: UInt8 = 251
  /// The first line of the text in its source.
  static let firstLine: UInt8 = 250
}

extension ByteWriter {
  mutating func write(_ text: String, as tag: UInt8) {
    write(unsigned: UInt64(tag))
    write(counted: text.utf8)
  }

  mutating func write(_ bytes: [UInt8], as tag: UInt8) {
    write(unsigned: UInt64(tag))
    write(counted: bytes)
  }
}

extension ArraySlice<UInt8> {
  /// The bytes as text; bytes that are not UTF-8 mean damage.
  func string() throws(CorruptBytes) -> String {
    guard let text = String(validating: self, as: UTF8.self) else { throw CorruptBytes() }
    return text
  }
}
