// Encodings by the names people give them, and the converter that reads each.

import ICU

/// An encoding of text.
struct TextEncoding: Hashable, Sendable {
  /// What it is called in messages and records.
  let name: String
  /// The converter of ICU that reads it.
  let converter: String
  /// Bytes of its shortest character.
  let unitByteCount: Int

  static let utf8 = TextEncoding("UTF-8")
  static let utf16LittleEndian = TextEncoding("UTF-16LE", unitByteCount: 2)
  static let utf16BigEndian = TextEncoding("UTF-16BE", unitByteCount: 2)
  static let utf32LittleEndian = TextEncoding("UTF-32LE", unitByteCount: 4)
  static let utf32BigEndian = TextEncoding("UTF-32BE", unitByteCount: 4)
  /// Reads GB 2312 and GBK as well, which are parts of it.
  static let gb18030 = TextEncoding("GB18030")
  /// Read with the characters of Hong Kong, as browsers do (WHATWG Encoding): ICU's own Big5 turns whatever Big5 does
  /// not define into private characters, so that nothing would ever be found wrong.
  static let big5 = TextEncoding("Big5", converter: "Big5-HKSCS")

  private init(_ name: String, converter: String? = nil, unitByteCount: Int = 1) {
    self.name = name
    self.converter = converter ?? name
    self.unitByteCount = unitByteCount
  }

  /// The encoding that a label names, in any spelling.
  ///
  /// As in browsers, the labels of GB 2312 and GBK mean all of GB18030: files so labelled hold characters of all three.
  ///
  /// - Returns: `nil` when ICU knows no such name.
  init?(named label: String) {
    let key = label.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    if let known = TextEncoding.labels[key] {
      self = known
    } else {
      guard (try? CharsetConverter(charset: label)) != nil else { return nil }
      self.init(label.uppercased(), converter: label)
    }
  }

  private static let labels: [String: TextEncoding] = [
    "utf8": utf8, "utf16le": utf16LittleEndian, "utf16be": utf16BigEndian, "utf32le": utf32LittleEndian,
    "utf32be": utf32BigEndian, "gb18030": gb18030, "gbk": gb18030, "xgbk": gb18030, "gb2312": gb18030,
    "euccn": gb18030, "cp936": gb18030, "windows936": gb18030, "big5": big5, "xbig5": big5, "cnbig5": big5,
    "big5hkscs": big5, "cp950": big5, "windows950": big5,
  ]
}

extension TextEncoding {
  /// The encoding that a byte order mark in front names; FF FE 00 00 is taken for UTF-32, since no text begins with NUL.
  init?(byteOrderMarkOf bytes: [UInt8]) {
    let marks: [([UInt8], TextEncoding)] = [
      ([0xEF, 0xBB, 0xBF], .utf8), ([0xFF, 0xFE, 0, 0], .utf32LittleEndian), ([0, 0, 0xFE, 0xFF], .utf32BigEndian),
      ([0xFF, 0xFE], .utf16LittleEndian), ([0xFE, 0xFF], .utf16BigEndian),
    ]
    guard let mark = marks.first(where: { bytes.starts(with: $0.0) }) else { return nil }
    self = mark.1
  }
}
