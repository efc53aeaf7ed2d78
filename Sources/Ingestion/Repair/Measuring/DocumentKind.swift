// 文种: what kinds of official documents are called, and how a title ends with one.

import Archive

/// The kinds of official documents, by the words that end their titles.
enum DocumentKind {
  /// What closes a title: the kind, and where it begins.
  struct Ending: Equatable {
    /// 通知, 意见, 方案 …
    let kind: String
    /// Where the kind begins in the title's glyphs.
    let start: Int
  }

  /// The kind that a title ends with, remarks in brackets such as （试行） left aside.
  ///
  /// - Parameter title: without white space.
  static func ending(of title: some BidirectionalCollection<Unicode.Scalar>) -> Ending? {
    let bare = withoutRemark(Array(title)[...])
    let tail = bare.suffix(longest).map(\.simplified)
    for start in tail.indices {
      let word = String(scalars: tail[start...])
      if kinds.contains(word) { return Ending(kind: word, start: bare.count - tail.count + start) }
    }
    return nil
  }

  /// A title without the remarks in brackets at its end, and without the mark of a note.
  static func withoutRemark(_ title: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    var title = withoutNoteMark(title)
    while let last = title.last, last == "）" || last == ")",
      let opening = title.lastIndex(where: { $0 == "（" || $0 == "(" }), opening > title.startIndex
    {
      title = title[..<opening]
    }
    return title
  }

  /// A title without the mark of a note at its end: 统计公报[1], 统计公报①.
  static func withoutNoteMark(_ title: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    guard let last = title.last else { return title }
    if ("①"..."⑳").contains(last) { return title.dropLast() }
    guard last == "]" || last == "］", let opening = title.suffix(4).lastIndex(where: { $0 == "[" || $0 == "［" }),
      opening > title.startIndex, title[opening...].dropFirst().dropLast().allSatisfy(\.isDigit)
    else { return title }
    return title[..<opening]
  }

  /// Whether a line ends with a kind that hardly anything but a title ends with, remarks such as （十一） left aside.
  static func closesTitle(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    let bare = withoutRemark(line).suffix(longest).map(\.simplified)[...]
    return certain.contains { bare.ends(with: $0) }
  }

  /// Kinds whose names end many lines that are no titles; alone they make none without 关于.
  static let uncertain: Set<String> = [
    "令", "函", "法", "表", "图", "说明", "报告", "建议", "流程", "规范", "标准", "机制", "职责", "政策", "要求", "协议", "须知", "安排", "声明", "提示",
    "提纲", "总结", "讲话", "条件", "指示", "汇报", "致辞", "简报", "电报", "手册",
  ]

  /// The fifteen kinds of GB/T 9704-2012 and what statutes, plans and attachments are called.
  private static let kinds: Set<String> = [
    "决议", "决定", "命令", "令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复", "议案", "函", "纪要",
    "条例", "办法", "规定", "细则", "规则", "规程", "规范", "准则", "法", "法典", "章程", "制度", "方案", "规划", "计划", "预案",
    "要点", "措施", "举措", "纲要", "名单", "目录", "清单", "标准", "指南", "指引", "导则", "大纲", "政策", "机制", "职责",
    "政策解读", "解读", "说明", "公约", "守则", "协议", "倡议", "倡议书", "承诺书", "附表", "表", "补充规定", "解释", "答复", "复函",
    "任务书", "责任书", "建议", "提案", "须知", "流程", "图", "安排", "修正案", "声明", "宣言", "协定", "议定书",
    "大事记", "实录", "问答", "公示", "启事", "公开信", "一封信", "慰问信", "感谢信", "贺信", "名录", "提示", "提纲", "总结", "讲话", "条件",
    "指示", "布告", "决定书", "通知书", "告知书", "意见书", "简报", "电报", "致辞", "汇报", "手册",
  ]
  private static let longest = kinds.map(\.count).max() ?? 0
  private static let certain = kinds.subtracting(uncertain).map { Array($0.unicodeScalars) }
}

extension ArraySlice<Unicode.Scalar> {
  /// Whether it ends with some characters.
  func ends(with ending: [Unicode.Scalar]) -> Bool { suffix(ending.count).elementsEqual(ending) }
}
