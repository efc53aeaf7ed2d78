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

/// Folds code points one to one: width, case, traditional to simplified.
///
/// One to one, so that offsets into the folded text are offsets into the text itself. Folding is for comparing only;
/// nothing folded is ever shown. The table is built once a process, from Unicode's data and ICU's
/// Traditional-Simplified transform.
struct CodePointTable: Sendable {
  private let basicPlane: [CodePoint]
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
      let narrow = try CodePointTable.normalizingWidth(scalar)
      let lower = CodePointTable.lowercasing(narrow)
      let folded = simplified[lower.value].flatMap(Unicode.Scalar.init) ?? lower
      table[Int(value)] = CodePoint(value: folded.value, class: CodePointTable.classify(folded))
    }
    basicPlane = table
    simplifiedBeyond = simplified.filter { $0.key >= 0x10000 }
  }

  subscript(value: UInt32) -> CodePoint {
    if value < 0x10000 { return basicPlane[Int(value)] }
    let folded = simplifiedBeyond[value] ?? value
    guard let scalar = Unicode.Scalar(folded) else { return CodePoint(value: 0xFFFD, class: .other) }
    return CodePoint(value: folded, class: CodePointTable.classify(scalar))
  }

  /// The forms that differ from another character in width or encoding only: full-width and half-width forms,
  /// compatibility ideographs, and the radicals that PDF fonts map to in place of characters.
  private static func normalizingWidth(_ scalar: Unicode.Scalar) throws(ICUError) -> Unicode.Scalar {
    switch scalar.value {
    case 0x2E80...0x2FDF, 0x3000, 0xF900...0xFAFF, 0xFF00...0xFFEF:
      let normal = try Normalizer.nfkc(String(scalar)).unicodeScalars
      return normal.count == 1 ? normal.first! : scalar
    default: return scalar
    }
  }

  private static func lowercasing(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.value >= 0x2E80, scalar.value < 0xA640 { return scalar }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first! : scalar
  }

  private static func classify(_ scalar: Unicode.Scalar) -> CodePointClass {
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
