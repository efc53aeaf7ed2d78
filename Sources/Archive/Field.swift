// The one table of fields: names, aliases, prefixes and help, read by writer, reader, help and documentation.

/// What a document can be asked for by name.
///
/// A field's terms carry its ``prefix``; the units of analysis (word, bigram, character) put their own letter behind
/// it, so a prefix never equals a unit's letter. Stored records name a field by ``tag``, which never changes. Four
/// fields are not stored but asked of what is: amount and percent of the text's figures, valid of dates and repeals, damage
/// of the text.
public enum Field: String, CaseIterable, Sendable, Codable {
  case id
  case title
  case text
  case source
  case collection
  case number
  case issuers
  case region
  case date
  case effective
  case expires
  case kind
  case parent
  case publication
  case issue
  case amount
  case percent
  case valid
  case damage

  /// How a field's value is matched.
  public enum Kind: String, Sendable, Codable {
    /// Exact value, one term.
    case keyword
    /// Analysed text.
    case text
    /// A date: its year, month and day can each be asked for.
    case date
    /// A path: each of its divisions can be asked for, alone or with those above it.
    case path
    /// Figures that the text states, of which there can be many.
    case figure
    /// A day on which a document is in force, as its other fields and other documents have it.
    case day
  }

  private struct Row {
    let alias: String
    let kind: Kind
    let prefix: String
    let tag: UInt8
    let help: String
    let example: String
  }

  private var row: Row {
    switch self {
    case .id:
      Row(alias: "编号", kind: .keyword, prefix: "Q", tag: 1, help: "the document's id", example: "default/a.txt#1")
    case .title:
      Row(alias: "标题", kind: .text, prefix: "S", tag: 2, help: "the document's title", example: "关于加快发展的意见")
    case .text:
      Row(alias: "正文", kind: .text, prefix: "", tag: 3, help: "the repaired text, title included", example: "普惠金融")
    case .source:
      Row(
        alias: "来源", kind: .keyword, prefix: "U", tag: 4, help: "the source the document was cut from",
        example: "default/2024/公报.txt")
    case .collection:
      Row(
        alias: "文集", kind: .keyword, prefix: "L", tag: 5, help: "the named set of sources", example: "jinan-2024")
    case .number:
      Row(
        alias: "文号", kind: .keyword, prefix: "N", tag: 6, help: "the number its office gave it", example: "国办发〔2024〕7号")
    case .issuers:
      Row(alias: "发文机关", kind: .keyword, prefix: "A", tag: 7, help: "an office that issued it", example: "国务院办公厅")
    case .region:
      Row(
        alias: "地区", kind: .path, prefix: "G", tag: 8, help: "the region whose offices issued it",
        example: "山东省/威海市")
    case .date:
      Row(
        alias: "日期", kind: .date, prefix: "D", tag: 9, help: "when it was signed, else published", example: "2024-03")
    case .effective:
      Row(alias: "施行日期", kind: .date, prefix: "E", tag: 10, help: "from when it is in force", example: "2024-05-01")
    case .expires:
      Row(
        alias: "有效期至", kind: .date, prefix: "F", tag: 11, help: "until when it is in force", example: "2029-04-30")
    case .kind:
      Row(alias: "文种", kind: .keyword, prefix: "K", tag: 12, help: "what kind of document it is", example: "意见")
    case .parent:
      Row(
        alias: "母文件", kind: .keyword, prefix: "P", tag: 13, help: "the document whose attachment it is",
        example: "default/a.txt#1")
    case .publication:
      Row(
        alias: "公报", kind: .keyword, prefix: "J", tag: 14, help: "the publication its source is a copy of",
        example: "威海市文登区人民政府公报")
    case .issue:
      Row(alias: "期", kind: .keyword, prefix: "I", tag: 15, help: "the issue of the publication", example: "2023年第4期")
    case .amount:
      Row(
        alias: "金额", kind: .figure, prefix: "M", tag: 16, help: "a sum of money that the text states",
        example: ">=500万元")
    case .percent:
      Row(
        alias: "百分比", kind: .figure, prefix: "H", tag: 17, help: "a percentage that the text states",
        example: "30..50")
    case .valid:
      Row(
        alias: "有效", kind: .day, prefix: "V", tag: 18, help: "a day on which it is in force", example: "2024-06-01")
    case .damage:
      Row(
        alias: "残损", kind: .keyword, prefix: "X", tag: 19,
        help: "what shows in the text: unreadable 不可读, unrepaired 未修复", example: "unreadable")
    }
  }

  /// The field that a user means: by its name, its Chinese name, or its name in the singular.
  public init?(named name: String) {
    guard let field = Field.allCases.first(where: { $0.name == name || $0.alias == name || $0.name == name + "s" })
    else { return nil }
    self = field
  }

  /// The English name, as typed in queries and printed in answers.
  public var name: String { rawValue }
  /// The Chinese name.
  public var alias: String { row.alias }
  /// How its value is matched.
  public var kind: Kind { row.kind }
  /// What its terms begin with.
  public var prefix: String { row.prefix }
  /// Its number in stored records.
  public var tag: UInt8 { row.tag }

  private static let byTag = (0...allCases.map(\.tag).max()!).map { tag in allCases.first { $0.tag == tag } }

  /// The field that a tag of a stored record names; nil for what is no field's.
  public init?(tag: UInt8) {
    guard tag < Field.byTag.count, let field = Field.byTag[Int(tag)] else { return nil }
    self = field
  }

  /// One line of help.
  public var help: String { row.help }
  /// A value it could have.
  public var example: String { row.example }
}
