// Whether a statement of validity speaks of the document it stands in.

import Archive

/// What a sentence is about, as far as a document's own validity is concerned.
struct ValiditySubject {
  /// How sure it is that the sentence is about the document; the surer wins.
  enum Standing: Int, Comparable {
    /// The line under a title that says when it was adopted and takes effect.
    case adoption
    /// A document that the own title names: 《…》…，现予发布，自…起施行.
    case titled
    /// A sentence without a subject.
    case silent
    /// 本办法, 以上措施.
    case own

    static func < (one: Standing, other: Standing) -> Bool { one.rawValue < other.rawValue }
  }

  let scalars: [Unicode.Scalar]
  /// The document's title as compared.
  let title: [Unicode.Scalar]

  /// What a statement is about that begins at a place; `nil` for anything but the document as a whole.
  ///
  /// - Parameter sentence: the sentence it stands in, up to the statement.
  func standing(of sentence: Range<Int>) -> Standing? {
    guard !isQuoted(sentence) else { return nil }
    let clauseStart = sentence.last { ValiditySubject.isClauseEnd(scalars[$0]) }.map { $0 + 1 } ?? sentence.lowerBound
    let clause = withoutNumber(withoutRemarks(clauseStart..<sentence.upperBound))
    if isOwn(clause) { return .own }
    if clause.last == "》" { return isTitled(sentence) ? .titled : nil }
    if isAdoption(sentence) { return .adoption }
    guard clause.isEmpty || isAction(clause) else { return nil }
    let whole = withoutNumber(withoutRemarks(sentence))
    if whole.isEmpty || isOwn(ArraySlice(whole.prefix { !ValiditySubject.isClauseEnd($0) }), isLong: true) {
      return whole.isEmpty ? .silent : .own
    }
    if sentence.contains(where: { scalars[$0] == "》" }) { return isTitled(sentence) ? .titled : nil }
    return isMaking(whole) ? .silent : nil
  }

  /// Whether a sentence speaks of nothing but how its document came about: 经市政府同意，现予公布; not 调整水费标准.
  private func isMaking(_ sentence: ArraySlice<Unicode.Scalar>) -> Bool {
    sentence.split { ValiditySubject.isClauseEnd($0) }.allSatisfy { clause in
      ValiditySubject.grounds.contains { clause.starts(with: $0) }
        || ValiditySubject.making.contains { clause.suffix($0.count).elementsEqual($0) }
        || isAction(clause)
    }
  }

  /// Whether the sentence stands in quotation marks: text that another document is given.
  private func isQuoted(_ sentence: Range<Int>) -> Bool {
    var depth = 0
    var index = sentence.upperBound
    // No quoted provision is longer: a guess that keeps time linear.
    while index > 0, scalars[index - 1] != "\n", sentence.upperBound - index < 600 {
      index -= 1
      switch scalars[index] {
      case "“", "「": depth -= 1
      case "”", "」": depth += 1
      default: break
      }
      if depth < 0 { return true }
    }
    return false
  }

  /// 本办法, 以上政策措施; not 本市 or 本办法第三条.
  private func isOwn(_ clause: ArraySlice<Unicode.Scalar>, isLong: Bool = false) -> Bool {
    let rest: ArraySlice<Unicode.Scalar>
    if clause.first == "本" {
      rest = clause.dropFirst()
      guard let next = rest.first, !ValiditySubject.places.contains(next) else { return false }
    } else if clause.starts(with: "以上".unicodeScalars) || clause.starts(with: "上述".unicodeScalars) {
      rest = clause.dropFirst(2)
    } else {
      return false
    }
    // Longer than 本人民政府规范性文件管理实施细则 and some more: a guess.
    guard isLong || rest.count <= 24 else { return false }
    return !rest.contains("第") && !rest.contains("除")
      && ValiditySubject.partial.first(in: Array(rest), 0..<rest.count) == nil
  }

  /// What may stand between a comma and 自: ，现予公布自…, ，并自….
  private func isAction(_ clause: ArraySlice<Unicode.Scalar>) -> Bool {
    clause.count <= 6 && ValiditySubject.actions.match(in: Array(clause), at: 0, before: clause.count) != nil
  }

  /// A line such as （2019年10月18日…通过 自2019年12月1日起施行）.
  private func isAdoption(_ sentence: Range<Int>) -> Bool {
    guard sentence.lowerBound == 0 || scalars[sentence.lowerBound - 1] == "\n" else { return false }
    // Further down such lines are those of other documents; the tenth paragraph's beginning is a guess.
    guard scalars[..<sentence.lowerBound].prefix(1_500).count == sentence.lowerBound else { return false }
    let text = sentence.drop { scalars[$0].isSpace }
    guard let first = text.first, let last = sentence.last, scalars[first] == "（" || scalars[first] == "(" else {
      return false
    }
    return scalars[last].isSpace || scalars[last] == "，" || scalars[last] == "；"
  }

  private func isTitled(_ sentence: Range<Int>) -> Bool {
    guard let open = sentence.last(where: { scalars[$0] == "《" }) else { return false }
    guard let close = sentence.last(where: { scalars[$0] == "》" }), close > open + 4 else { return false }
    let name = ValiditySubject.plain(scalars[open + 1..<close])
    return title.count >= name.count && title.indices.contains { title[$0...].starts(with: name) }
  }

  /// As titles are compared.
  static func plain(_ title: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
    title.filter { !$0.isSpace && !"《》〈〉".unicodeScalars.contains($0) }
  }

  /// Without bracketed remarks: 本法（原称《…》）自….
  private func withoutRemarks(_ range: Range<Int>) -> ArraySlice<Unicode.Scalar> {
    guard let open = range.first(where: { scalars[$0] == "（" }),
      let close = range.last(where: { scalars[$0] == "）" }), open < close, open > range.lowerBound
    else { return scalars[range] }
    return ArraySlice(scalars[range.lowerBound..<open] + scalars[close + 1..<range.upperBound])
  }

  /// Without 第十条, 7.3 or （三） before it.
  private func withoutNumber(_ clause: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    var rest = clause.drop { ValiditySubject.numbers.contains($0) || $0.isDigit || $0.isSpace || $0.isHanNumeral }
    while rest.count >= 2, rest.startIndex > clause.startIndex, rest.first == "条" || rest.first == "款" {
      rest = rest.dropFirst().drop { $0.isSpace || $0 == "：" }
    }
    return rest
  }

  static func isClauseEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "，", "：", ",", ":": true
    default: false
    }
  }

  static func isSentenceEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "；", "！", "？", ";", "\n": true
    default: false
    }
  }

  /// 本市, 本院 are no documents.
  private static let places = Set("市省区县州院级部局人年月地单国次轮批届".unicodeScalars)
  private static let numbers = Set("第千（）().．、\u{3000}".unicodeScalars)
  /// Words that make a part of the document the subject.
  private static let partial = WordTable<Void>([((), ["修改的", "修改后", "修改文本", "规定的", "所称", "中的", "条款", "实施前", "施行前"])])
  private static let grounds = ["为", "根据", "依据", "按照", "依照"].map { Array($0.unicodeScalars) }
  private static let making = ["通过", "批准", "同意", "公布", "发布", "印发", "颁布", "修订", "解释"].map { Array($0.unicodeScalars) }
  private static let actions = WordTable<Void>([((), ["并", "现予", "现", "予以", "均", "一律", "统一", "特"])])
}
