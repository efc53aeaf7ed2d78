// The table that pages of the web put above a document: 发文字号：云医保发〔2023〕28号.

import Archive

/// A name and a value, as the line has them.
struct HeadLabel {
  /// What pages of governments on the web state of a document.
  enum Name {
    case number, issuers, date
    /// Anything else: 索引号, 主题分类, 标题.
    case other
  }

  /// The longest label, in characters: 规范性文件统一编号.
  private static let longest = 9

  let name: Name
  let value: ArraySlice<Unicode.Scalar>

  private init(name: Name, value: ArraySlice<Unicode.Scalar>) {
    self.name = name
    self.value = value
  }

  /// The labels in a line; a row of the table holds several: 成文日期：2024-01-11 文号：云政办发〔2024〕1号.
  static func labels(in paragraph: Paragraph) -> [HeadLabel] {
    guard var last = HeadLabel(paragraph) else { return [] }
    var labels: [HeadLabel] = []
    for colon in last.value.indices where paragraph.scalars[colon].isColon && colon > last.value.startIndex {
      let label = last.value[..<colon].reversed().prefix { $0.isHan }.count
      let start = colon - label
      guard label <= longest, start > last.value.startIndex,
        let name = names[String(scalars: last.value[start..<colon])]
          ?? (label >= 2 && last.value[start - 1].isSpace ? .other : nil)
      else { continue }
      labels.append(HeadLabel(name: last.name, value: last.value[..<start]))
      last = HeadLabel(name: name, value: last.value[(colon + 1)...])
    }
    return labels + [last]
  }

  /// - Returns: nil for a line that does not begin with a label and a value.
  init?(_ paragraph: Paragraph) {
    guard !paragraph.isLong, !paragraph.glyphs.contains("。"),
      let colon = paragraph.scalars.firstIndex(where: \.isColon)
    else { return nil }
    let label = paragraph.scalars[..<colon].filter { !$0.isSpace }
    let value = paragraph.scalars[(colon + 1)...].drop(while: \.isSpace)
    guard (2...HeadLabel.longest).contains(label.count), label.allSatisfy(\.isHan), !value.isEmpty else { return nil }
    name = HeadLabel.names[String(scalars: label[...])] ?? .other
    self.value = value
  }

  private static let names: [String: Name] = [
    "文号": .number, "发文字号": .number, "文件编号": .number, "发文文号": .number, "公文文号": .number,
    "发文机关": .issuers, "发布机构": .issuers, "发文单位": .issuers, "发布单位": .issuers, "发布机关": .issuers, "制定机关": .issuers,
    "成文日期": .date, "发文日期": .date, "印发日期": .date, "生成日期": .date,
  ]
}
