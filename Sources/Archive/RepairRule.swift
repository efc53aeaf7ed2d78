// The names of the rules that repair: what a recorded change says of its reason.

/// A rule of repair. Names appear in reports and stay as they are; codes are stored in indexes and are never used
/// again.
public enum RepairRule: String, Hashable, Sendable, Codable, CaseIterable {
  /// A character shifted by Founder's font code is what it was: `圆园圆源` → `2024`.
  case founderShift = "founder-shift"
  /// A word, title or signature stretched to a width closes up: `统 一 形 象` → `统一形象`.
  case stretchedSpacing = "stretched-spacing"
  /// A name padded to the width of others closes up: `张  帅` → `张帅`.
  case paddedName = "padded-name"
  /// The line end of a title, left as a space, goes.
  case titleWrap = "title-wrap"
  /// The space that typesetting puts between Han and digits or Latin letters goes: `2024 年` → `2024年`.
  case digitSpacing = "digit-spacing"
  /// A half-width sign inside Chinese is the full-width one: `(一)` → `（一）`.
  case halfWidthSign = "half-width-sign"
  /// A Roman numeral spelled in ASCII letters is one sign: `II级` → `Ⅱ级`.
  case romanNumeral = "roman-numeral"
  /// A letter that recognition put for a digit: `2O24年` → `2024年`, `二OO九年` → `二〇〇九年`.
  case letterForDigit = "letter-for-digit"
  /// A mark in its shape for vertical writing is the usual one: `︵` → `（`.
  case verticalForm = "vertical-form"
  /// A dash of three is one of two: `———` → `——`.
  case dash
  /// Signs of Markdown go: `**一、总则**` → `一、总则`.
  case markdown
  /// LaTeX is what it stands for: `$35\%$` → `35%`.
  case latex
  /// An English word that recognition put for a Chinese one: `and` → `和`.
  case englishWord = "english-word"
  /// A traditional character inside simplified text.
  case traditionalSlip = "traditional-slip"
  /// A sign that belongs to nothing.
  case straySign = "stray-sign"
  /// A character printed again at the beginning of the next page.
  case repeatedAtBreak = "repeated-at-break"
  /// A phrase printed twice in a row.
  case repeatedPhrase = "repeated-phrase"

  /// What stands for it in an index.
  public var code: UInt8 {
    switch self {
    case .founderShift: 1
    case .stretchedSpacing: 2
    case .paddedName: 3
    case .titleWrap: 4
    case .digitSpacing: 5
    case .halfWidthSign: 6
    case .romanNumeral: 7
    case .dash: 8
    case .markdown: 9
    case .latex: 10
    case .englishWord: 11
    case .traditionalSlip: 12
    case .straySign: 13
    case .repeatedAtBreak: 14
    case .repeatedPhrase: 15
    case .letterForDigit: 16
    case .verticalForm: 17
    }
  }

  /// The rule with a code; `nil` when none has it.
  public init?(code: UInt8) {
    guard let rule = RepairRule.allCases.first(where: { $0.code == code }) else { return nil }
    self = rule
  }
}
