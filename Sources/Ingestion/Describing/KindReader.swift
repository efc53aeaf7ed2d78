// What a text without a title says it is: 特制定本实施意见, 现将有关事项通知如下, 本预案.

import Archive

/// Reads the kind of a document off its text.
enum KindReader {
  /// More paragraphs do not say more.
  private static let reach = 40

  /// - Parameter paragraphs: those of one document, in order.
  static func kind(of paragraphs: some Sequence<Paragraph>) -> String? {
    var counts: [String: Int] = [:]
    for paragraph in paragraphs.prefix(reach) {
      let glyphs = withoutQuotations(paragraph.glyphs)
      if let kind = announced(glyphs) { return kind }
      for kind in selfNames where glyphs.holds(kind.name) {
        counts[kind.kind, default: 0] += 1
      }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// What others said tells nothing of the text itself.
  private static func withoutQuotations(_ glyphs: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var depth = 0
    return glyphs.filter { scalar in
      if scalar == "“" { depth += 1 }
      if scalar == "”" { depth = max(depth - 1, 0) }
      return depth == 0
    }
  }

  /// The kind in 制定本…, 提出如下…, 通知如下 and 印发给你们.
  private static func announced(_ glyphs: [Unicode.Scalar]) -> String? {
    for (formula, kind) in formulas where glyphs.holds(formula) { return kind }
    for verb in verbs {
      guard let range = glyphs.place(of: verb) else { continue }
      let end = glyphs[range.upperBound...].firstIndex { "，。；：".unicodeScalars.contains($0) } ?? glyphs.endIndex
      // 本办法, 以下措施, 如下实施意见, 实施方案如下
      let object = glyphs[range.upperBound..<end]
      let tail = object.suffix(2).elementsEqual(Array("如下".unicodeScalars)) ? object.dropLast(2) : object
      guard tail.count <= 12, let ending = DocumentKind.ending(of: tail) else { continue }
      return ending.kind
    }
    return nil
  }

  private static let verbs = ["制定", "制订", "提出", "作出", "形成"].map { Array($0.unicodeScalars) }
  private static let formulas = [
    ("通知如下", "通知"), ("印发给你们", "通知"), ("印发你们", "通知"), ("转发给你们", "通知"), ("公告如下", "公告"), ("通告如下", "通告"),
    ("通报如下", "通报"), ("批复如下", "批复"), ("函复如下", "函"), ("报告如下", "报告"), ("决定如下", "决定"),
  ].map { (Array($0.0.unicodeScalars), $0.1) }
  private static let selfNames = ["预案", "办法", "规定", "细则", "方案", "意见", "条例", "措施", "规则", "通知", "公告", "政策", "章程", "指南"]
    .map { (name: Array("本\($0)".unicodeScalars), kind: $0) }
}
