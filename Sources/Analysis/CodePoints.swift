// What analysis knows of every code point: what it folds to, and whether it belongs to a run.

import Archive
internal import ICU

/// The class of a code point, after folding.
public enum CodePointClass: UInt8, Sendable {
  /// Punctuation, space, symbols, controls: ends a run.
  case other = 0
  /// A Han character; 〇 is one.
  case han = 1
  /// A letter of any other script.
  case letter = 2
  /// A decimal digit.
  case digit = 3

  /// Whether the code point belongs to a run (DESIGN: an unbroken stretch of Han characters, letters and digits).
  public var isRun: Bool { self != .other }
}

/// A folded code point and its class in one word.
struct CodePoint: Hashable, Sendable {
  private let packed: UInt32

  init(value: UInt32, class codePointClass: CodePointClass) {
    packed = value | UInt32(codePointClass.rawValue) << 24
  }

  var value: UInt32 { packed & 0x1F_FFFF }
  var codePointClass: CodePointClass { CodePointClass(rawValue: UInt8(truncatingIfNeeded: packed >> 24))! }
  var isHan: Bool { packed >> 24 == UInt32(CodePointClass.han.rawValue) }
  var isRun: Bool { packed >> 24 != 0 }
}

/// Folds code points one to one: width, case, traditional to simplified, white space within a line.
///
/// One to one, so that offsets into the folded text are offsets into the text itself. Folding is for comparing only;
/// nothing folded is ever shown. The table is built once a process, from Unicode's data and ICU's
/// Traditional-Simplified transform.
struct CodePointTable: Sendable {
  private let basicPlane: [CodePoint]
  private let basicPlaneUTF8: [PackedUTF8]
  private let simplifiedBeyond: [UInt32: UInt32]

  /// The table, or the reason why ICU could not give it.
  static let shared = Result<CodePointTable, ICUError> { () throws(ICUError) in try CodePointTable() }

  private init() throws(ICUError) {
    let pairs = try TraditionalToSimplified.singleCodePointPairs()
    // ICU maps 苧 and 苎 to each other: what some character is simplified to stays as it is, so that folding ends.
    let targets = Set(pairs.map(\.to))
    var simplified: [UInt32: UInt32] = [:]
    for pair in pairs where !targets.contains(pair.from) { simplified[pair.from] = pair.to }
    var table = [CodePoint](repeating: CodePoint(value: 0xFFFD, class: .other), count: 0x10000)
    for value in UInt32(0)..<0x10000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let narrow = CodePointTable.isSpace(scalar) ? " " : try CodePointTable.normalizingWidth(scalar)
      let lower = CodePointTable.lowercasing(narrow)
      let folded = simplified[lower.value].flatMap(Unicode.Scalar.init) ?? lower
      table[Int(value)] = CodePoint(value: folded.value, class: CodePointTable.classify(folded))
    }
    basicPlane = table
    basicPlaneUTF8 = table.map { PackedUTF8($0.value) }
    simplifiedBeyond = simplified.filter { $0.key >= 0x10000 }
  }

  subscript(value: UInt32) -> CodePoint {
    if value < 0x10000 { return basicPlane[Int(value)] }
    let folded = simplifiedBeyond[value] ?? value
    guard let scalar = Unicode.Scalar(folded) else { return CodePoint(value: 0xFFFD, class: .other) }
    return CodePoint(value: folded, class: CodePointTable.classify(scalar))
  }

  /// Folds UTF-8 to UTF-8; bytes that are not UTF-8 stay as they are.
  func fold(utf8 text: [UInt8]) -> [UInt8] {
    // Two bytes become at most three (Ⱥ), three at most four; four are written at once, however many count.
    Array(unsafeUninitializedCapacity: text.count + text.count / 2 + 4) { folded, count in
      basicPlaneUTF8.withUnsafeBufferPointer { table in
        text.withUnsafeBufferPointer { text in
          guard let target = folded.baseAddress.map(UnsafeMutableRawPointer.init) else { return }
          var read = 0
          while read < text.count {
            let lead = text[read]
            let length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
            guard read + length <= text.count, lead < 0x80 || length > 1 else {
              folded[count] = lead
              (read, count) = (read + 1, count + 1)
              continue
            }
            let value = decode(text, read, length)
            let packed = value < 0x10000 ? table[Int(value)] : PackedUTF8(self[value].value)
            target.storeBytes(of: packed.bytes.littleEndian, toByteOffset: count, as: UInt32.self)
            count += packed.count
            read += length
          }
        }
      }
    }
  }

  /// The forms that differ from another character in width or encoding only: full-width and half-width forms,
  /// compatibility ideographs, the radicals that PDF fonts map to in place of characters, and the points in the middle of
  /// a line that are typed for that in names.
  private static func normalizingWidth(_ scalar: Unicode.Scalar) throws(ICUError) -> Unicode.Scalar {
    switch scalar.value {
    case 0x2022, 0x2027, 0x2219, 0x22C5, 0x30FB, 0xFF65: return "·"
    case 0x2E80...0x2FDF, 0x3000, 0xF900...0xFAFF, 0xFF00...0xFFEF:
      let normal = try Normalizer.nfkc(String(scalar)).unicodeScalars
      return normal.count == 1 ? normal.first! : scalar
    default: return scalar
    }
  }

  /// White space that ends no line: tabs and spaces of all widths are one to whoever quotes a text.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: false
    default: scalar.properties.isWhitespace
    }
  }

  private static func lowercasing(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.value >= 0x2E80, scalar.value < 0xA640 { return scalar }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first! : scalar
  }

  /// The class of a folded code point.
  static func classify(_ scalar: Unicode.Scalar) -> CodePointClass {
    switch scalar.value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x323AF: return .han
    case 0xAC00...0xD7A3: return .letter
    default: break
    }
    let properties = scalar.properties
    if properties.isIdeographic { return .han }
    if properties.generalCategory == .decimalNumber { return .digit }
    return properties.isAlphabetic ? .letter : .other
  }
}

/// The code point that `length` bytes from an offset stand for; U+FFFD for none.
@inline(__always)
private func decode(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int) -> UInt32 {
  func tail(_ offset: Int) -> UInt32 { UInt32(text[start + offset] & 0x3F) }
  let value: UInt32
  switch length {
  case 1: value = UInt32(text[start])
  case 2: value = UInt32(text[start] & 0x1F) << 6 | tail(1)
  case 3: value = UInt32(text[start] & 0x0F) << 12 | tail(1) << 6 | tail(2)
  default: value = UInt32(text[start] & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3)
  }
  return value <= 0x10FFFF ? value : 0xFFFD
}

/// A code point's UTF-8, as it lies in memory from the lowest byte on.
private struct PackedUTF8: Sendable {
  let bytes: UInt32

  init(_ value: UInt32) {
    var bytes: [UInt8] = []
    bytes.append(codePoint: value)
    self.bytes = bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// How many bytes they are, by the first.
  @inline(__always)
  var count: Int {
    let lead = bytes & 0xFF
    return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }
}
