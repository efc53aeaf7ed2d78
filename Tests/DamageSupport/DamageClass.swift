// The kinds of damage that extraction and OCR do to official documents, as far as they can be undone.

/// One kind of damage; what each looks like is told where it is made.
public enum DamageClass: String, CaseIterable, Sendable {
  /// A line's end where the page was full.
  case lineBreak = "line-break"
  /// The same inside a number, a date or a document number.
  case numberBreak = "number-break"
  /// A paragraph of a scanned text cut at a page's end.
  case pageCut = "page-cut"

  case runningHead = "running-head"
  case pageNumber = "page-number"
  case linkAddress = "link-address"
  case contentsLine = "contents-line"
  case coverLine = "cover-line"

  /// Number, title and salutation stand below the beginning of their body.
  case lateHead = "late-head"
  /// A notice stands inside the document that it hands on.
  case innerNotice = "inner-notice"
  /// Two documents alternate.
  case crosswise = "crosswise"

  case stretched = "stretched"
  case paddedName = "padded-name"
  case straySpace = "stray-space"
  case stretchedDigits = "stretched-digits"
  case titleWrap = "title-wrap"
  case numberSpacing = "number-spacing"

  case founderDigits = "founder-digits"
  case founderRoman = "founder-roman"
  case founderCircled = "founder-circled"
  case founderLetters = "founder-letters"
  case founderPunctuation = "founder-punctuation"

  case markdown = "markdown"
  case bullet = "bullet"
  case linkBrackets = "link-brackets"
  case latex = "latex"
  case halfWidth = "half-width"
  case englishAnd = "english-and"
  case traditional = "traditional"
  case asciiRoman = "ascii-roman"
  case tripleDash = "triple-dash"
  case repeatedCharacter = "repeated-character"
}

extension DamageClass {
  /// Line ends inside a paragraph.
  public var isBreak: Bool { self == .lineBreak || self == .numberBreak || self == .pageCut }

  /// Lines that are no text.
  public var isFurniture: Bool {
    switch self {
    case .runningHead, .pageNumber, .linkAddress, .contentsLine, .coverLine: true
    default: false
    }
  }

  /// A document printed in pieces.
  public var isInterleaving: Bool { self == .lateHead || self == .innerNotice || self == .crosswise }

  /// Damage that consists of white space, so that white space decides whether it was undone.
  public var isSpacing: Bool {
    switch self {
    case .stretched, .paddedName, .straySpace, .stretchedDigits, .titleWrap, .numberSpacing: true
    default: false
    }
  }

  /// Characters that went through the font-code shift.
  public var isFounder: Bool {
    switch self {
    case .founderDigits, .founderRoman, .founderCircled, .founderLetters, .founderPunctuation: true
    default: false
    }
  }

  /// Damage that only recognising or marking up a scanned page does.
  var isResidue: Bool {
    switch self {
    case .markdown, .bullet, .linkBrackets, .latex, .halfWidth, .englishAnd, .traditional, .asciiRoman, .tripleDash,
      .repeatedCharacter:
      true
    default: false
    }
  }
}
