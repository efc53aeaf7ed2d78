// The one table of fields: names, aliases, prefixes and help, read by writer, reader, help and documentation.

/// What a document can be asked for by name.
///
/// A field's terms carry its ``prefix``; the units of analysis (word, bigram, character) put their own letter behind
/// it, so a prefix never equals a unit's letter. Stored records name a field by ``tag``, which never changes.
public enum Field: String, CaseIterable, Sendable, Codable {
  case id
  case title
  case text
  case source
  case collection

  /// How a field's value is matched.
  public enum Kind: String, Sendable, Codable {
    /// Exact value, one term.
    case keyword
    /// Analysed text.
    case text
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
    }
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
  /// One line of help.
  public var help: String { row.help }
  /// A value it could have.
  public var example: String { row.example }
}
