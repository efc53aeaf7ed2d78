// How Han characters sound: what finds the character that was meant behind one that sounds the same.

import CICU

/// The pinyin of common Han characters, without tones, and which of them sound the same.
///
/// It knows the 6,763 characters of GB 2312: simplified ones, as folding leaves them, and all that ordinary writing
/// needs. All of U+4E00 to U+9FFF would take 0.2 s more. A character has one reading here, the one that
/// ICU's Han-Latin gives it when it stands alone: 行 is xing, never hang.
public struct PinyinTable: Sendable {
  /// The table, built when it is first asked for, or the reason why ICU could not give it.
  ///
  /// ICU takes 0.15 s to read its rules, once a process, and 0.1 s for the characters (CPU time on two slow cores).
  public static let shared = Result<PinyinTable, ICUError> { () throws(ICUError) in try PinyinTable() }

  private let syllables: [Unicode.Scalar: String]
  private let characters: [String: [Unicode.Scalar]]

  private init() throws(ICUError) {
    let common = try PinyinTable.commonCharacters()
    var syllables: [Unicode.Scalar: String] = [:]
    var characters: [String: [Unicode.Scalar]] = [:]
    for (character, syllable) in zip(common, try PinyinTable.syllables(of: common)) where !syllable.isEmpty {
      syllables[character] = syllable
      characters[syllable, default: []].append(character)
    }
    self.syllables = syllables
    self.characters = characters
  }

  /// The syllable of a character in ASCII, with v for ü: 路 is lu, 律 is lv. Nil for what the table does not know.
  public func pinyin(of character: Unicode.Scalar) -> String? { syllables[character] }

  /// The other characters with the same syllable in any tone, by code point.
  public func homophones(of character: Unicode.Scalar) -> [Unicode.Scalar] {
    guard let syllable = syllables[character] else { return [] }
    return characters[syllable, default: []].filter { $0 != character }
  }

  /// The syllables of characters, each as if it stood alone; empty where ICU knows none.
  ///
  /// - Throws: `dataMissing` if ICU was built without transforms, `outOfMemory`.
  public static func syllables(of characters: [Unicode.Scalar]) throws(ICUError) -> [String] {
    let count = try ICUError.length(characters.count, "reading pinyin")
    var lines: UnsafeMutablePointer<UInt8>?
    var length: Int32 = 0
    try ICUError.check(
      cicu_pinyin(characters.map(\.value), count, &lines, &length), "reading the Han-Latin transform")
    defer { cicu_free(lines) }
    return UnsafeBufferPointer(start: lines, count: Int(length))
      .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).prefix(characters.count)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// The characters of GB 2312, by code point.
  private static func commonCharacters() throws(ICUError) -> [Unicode.Scalar] {
    var characters: UnsafeMutablePointer<UInt32>?
    var count: Int32 = 0
    try ICUError.check(cicu_common_han(&characters, &count), "reading the characters of GB 2312")
    defer { cicu_free(characters) }
    return UnsafeBufferPointer(start: characters, count: Int(count)).compactMap(Unicode.Scalar.init)
  }
}
