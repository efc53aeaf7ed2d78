// One document in the making: the paragraphs that belong to it and what its head and foot say.

/// The paragraphs of one document.
struct Section {
  /// Paragraphs in the order of reading.
  private(set) var paragraphs: [Range<Int>] = []
  /// The section that issued it, where it is an attachment.
  var parent: Int?
  /// How many documents stand above it; a family that goes deeper is cut there, which keeps time linear.
  var depth = 0
  /// Where the head of the sheet stands, right above its number.
  var letterhead: Int?
  /// Where its number stands.
  var number: Int?
  /// Where the name of an order stands, above its number: the offices and 令.
  var order: Range<Int>?
  /// Where its title stands.
  var title: Range<Int>?
  /// The title that another document gives it; its own text prints none.
  var statedTitle: String?
  /// Where it is said that it is an attachment: 附件1.
  var mark: Int?
  /// The paragraphs that say when it was adopted or issued, below its title.
  var notes: [Int] = []
  /// Lines such as 发文字号：… above its title, as on pages of the web.
  var labels: [Int] = []
  /// Offices named below its title, as of reports and statistics.
  var authors: [Int] = []
  /// Where its signature stands, the date included.
  var signature: Range<Int>?
  /// How many short lines without a meaning stand in its head.
  var headLineCount = 0
  /// Whether it addresses anybody.
  var hasSalutation = false
  /// Whether anything but head and foot was seen.
  var hasBody = false
  /// Whether its foot was seen.
  var isClosed = false
  /// Whether its last paragraphs list its attachments.
  var isListing = false
  /// What it calls other documents.
  var names: Set<String> = []
  /// The attachments it lists.
  var list = AttachmentList()
  /// The numbers of its paragraphs.
  var numbering = Numbering()

  /// Whether nothing belongs to it yet.
  var isEmpty: Bool { paragraphs.isEmpty }
  /// Whether it is a head without a text.
  var isOpenHead: Bool { !hasBody && !isClosed }
  /// The paragraph behind its last one.
  var end: Int { paragraphs.last?.upperBound ?? 0 }

  /// Appends paragraphs.
  mutating func append(_ range: Range<Int>) {
    if let last = paragraphs.last, last.upperBound == range.lowerBound {
      paragraphs[paragraphs.count - 1] = last.lowerBound..<range.upperBound
    } else {
      paragraphs.append(range)
    }
  }
}
