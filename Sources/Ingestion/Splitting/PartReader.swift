// Tells parts of documents by the shape of a paragraph alone; what its neighbours say is the splitter's business.

import Archive

/// Reads the part that a paragraph may be.
enum PartReader {
  static func part(_ paragraph: Paragraph) -> Part {
    let glyphs = paragraph.glyphs
    guard let first = glyphs.first, let last = glyphs.last else { return .body }
    if paragraph.isLong { return isOpening(paragraph) ? .opening : .body }
    if last == "号" || last == "號" || last == "）" || last.isDigit || glyphs.holds(signer), isNumber(glyphs) {
      return .number
    }
    if isLetterhead(glyphs) || PublicationName.isHead(paragraph.scalars) { return .column }
    if first == "【", isColumn(glyphs) { return .column }
    if isRegistration(glyphs) || isSigner(glyphs) || isHandling(glyphs) { return .registration }
    if let mark = mark(glyphs) { return mark }
    if "日）)".unicodeScalars.contains(last) || last.isDigit, let closing = dated(paragraph) { return closing }
    if first.isDigit || first == "二", isAdoption(glyphs) { return .note }
    if first == "—", isDelivery(glyphs) { return .note }
    if first == "（" || first == "(", let bracketed = bracketed(glyphs) { return bracketed }
    if glyphs[...].ends(with: PartReader.imprint), glyphs.contains("年") { return .imprint }
    if PartReader.copies.contains(where: { glyphs.starts(with: $0) }) { return .copies }
    if isSalutation(paragraph) { return .salutation }
    if let title = TitleShape.title(glyphs) { return title }
    if Offices.areOffices(paragraph) { return .office }
    if Offices.isPerson(paragraph) { return .person }
    return isOpening(paragraph) ? .opening : .body
  }

  /// A number alone, or in brackets; or the numbers that the offices of a joint document gave it.
  private static func isNumber(_ glyphs: [Unicode.Scalar]) -> Bool {
    guard glyphs.count <= longestNumbers else { return false }
    return !numbers(glyphs).isEmpty || glyphs.count <= 40 && PartialNumber(bareNumber(glyphs)) != nil
  }

  /// The numbers that are all a line holds: one, or one of each office.
  static func numbers(_ glyphs: [Unicode.Scalar]) -> [DocumentNumber] {
    let line = Array(bareNumber(glyphs))
    let found = DocumentNumber.occurrences(in: line)
    guard !found.isEmpty, found.count == 1 ? line.count <= 40 : Set(found.map(\.number.sign)).count == found.count
    else { return [] }
    var rest = line[...]
    for occurrence in found {
      guard rest.startIndex == occurrence.range.lowerBound else { return [] }
      rest = line[occurrence.range.upperBound...]
      if rest.first == "、" || rest.first == "，" { rest = rest.dropFirst() }
    }
    return rest.isEmpty ? found.map(\.number) : []
  }

  /// A number's line without 文号： before it, the one who approved the document (签发人：…) or the number under which it was
  /// registered (HNPR—2024—00012) behind it, and brackets around it.
  static func bareNumber(_ glyphs: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar> {
    var number = glyphs[..<(glyphs.place(of: signer)?.lowerBound ?? glyphs.count)]
    if number.starts(with: label), number.dropFirst(label.count).first?.isColon == true {
      number = number.dropFirst(label.count + 1)
    }
    if let end = number.lastIndex(of: "号"), isCode(number[(end + 1)...]) { number = number[...end] }
    return number.first == "（" && number.last == "）" ? number.dropFirst().dropLast() : number
  }

  /// HNPR—2024—00012: letters, digits and dashes.
  private static func isCode(_ glyphs: ArraySlice<Unicode.Scalar>) -> Bool {
    glyphs.first?.isLatinLetter == true && glyphs.last?.isDigit == true
      && glyphs.allSatisfy { $0.isLatinLetter || $0.isDigit || "-—–－".unicodeScalars.contains($0) }
  }

  /// 【省政府文件】, but not what pages of the web have below a text: 【打印本页】【关闭窗口】.
  private static func isColumn(_ glyphs: [Unicode.Scalar]) -> Bool {
    glyphs.count <= longestColumn && glyphs.firstIndex(of: "】") == glyphs.count - 1
      && !commands.contains { glyphs.dropFirst().starts(with: $0) }
  }

  /// 松陵县人民政府文件, the head of the sheet above number and title.
  static func isLetterhead(_ glyphs: [Unicode.Scalar]) -> Bool {
    glyphs.count <= 40 && glyphs[...].ends(with: letterhead) && Offices.areNames(glyphs.dropLast(letterhead.count))
  }

  private static func isRegistration(_ glyphs: [Unicode.Scalar]) -> Bool {
    glyphs.count <= 40 && registrations.contains { glyphs.starts(with: $0) }
      && glyphs.contains(where: \.isColon) && glyphs.contains(where: \.isDigit)
  }

  /// 特急, 机密★1年, 秘密 特急: how a document is to be handled, above its number and title; and the star of the red rule
  /// above the title of the Party's documents.
  static func isHandling(_ glyphs: [Unicode.Scalar]) -> Bool {
    guard glyphs.count <= 12 else { return false }
    if glyphs.allSatisfy({ $0 == "★" || $0 == "—" }) { return glyphs.count { $0 == "★" } == 1 }
    var rest = glyphs[...]
    while let word = handlings.first(where: { rest.starts(with: $0) }) {
      rest = rest.dropFirst(word.count)
      if rest.first == "★" { rest = rest.dropFirst().drop { $0.isDigit || $0 == "年" } }
    }
    return rest.isEmpty
  }

  /// 签发人：陶安 alone, between number and title.
  private static func isSigner(_ glyphs: [Unicode.Scalar]) -> Bool {
    guard glyphs.count <= 20, glyphs.starts(with: signer) else { return false }
    let names = glyphs[signer.count...]
    return names.first?.isColon == true && names.count > 2 && names.dropFirst().allSatisfy(\.isHan)
  }

  /// 附件, 附件1 and 附件：…
  private static func mark(_ glyphs: [Unicode.Scalar]) -> Part? {
    guard let (number, end) = numberedMark(glyphs) else { return nil }
    if end < glyphs.count { return glyphs[end].isColon ? .list : nil }
    return .mark(number)
  }

  /// The number in 附件2：; nil where there is none.
  static func markNumber(_ glyphs: [Unicode.Scalar]) -> Int? { numberedMark(glyphs)?.number }

  private static func numberedMark(_ glyphs: [Unicode.Scalar]) -> (number: Int?, end: Int)? {
    guard let word = marks.first(where: { glyphs.starts(with: $0) }) else { return nil }
    var rest = glyphs[word.count...]
    let numeral = rest.prefix { $0.isDigit || $0.isHanNumeral }
    guard numeral.count <= 3 else { return nil }
    rest = rest[numeral.endIndex...]
    // 附件1-2 is the second attachment of the first.
    let isInner = rest.first == "-" || rest.first == "—" || rest.first == "－"
    let inner = rest.dropFirst(isInner ? 1 : rest.count).prefix(while: \.isDigit)
    return (ChineseNumeral.value(of: inner.isEmpty ? numeral : inner), inner.isEmpty ? rest.startIndex : inner.endIndex)
  }

  private static func dated(_ paragraph: Paragraph) -> Part? {
    let glyphs = withoutOpenness(paragraph.glyphs)
    guard glyphs.count <= 60 else { return nil }
    if CalendarDate(spelled: glyphs)?.day != nil { return .date }
    guard let start = DateLine.start(in: glyphs), start > 0 else { return nil }
    return Offices.areNames(glyphs[..<start]) ? .signedDate : nil
  }

  /// What stands on a line before （此件公开发布）.
  static func withoutOpenness(_ glyphs: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard let last = glyphs.last, last == "）" || last == ")",
      let opening = glyphs.lastIndex(where: { $0 == "（" || $0 == "(" }), opening > 0,
      Array(glyphs[opening...]).holds(openness)
    else { return glyphs }
    return Array(glyphs[..<opening])
  }

  /// （此件公开发布）, （2024年1月10日…印发）
  private static func bracketed(_ glyphs: [Unicode.Scalar]) -> Part? {
    guard glyphs.last == "）" || glyphs.last == ")" else { return nil }
    if glyphs.count <= 40, glyphs.holds(openness) { return .openness }
    let inside = glyphs.dropFirst().dropLast().map(\.simplified)
    guard inside.contains("年"), inside.contains("日"), Ordinal(glyphs[...]) == nil else { return nil }
    if CalendarDate(spelled: inside) != nil { return .note }
    return adoptions.contains { inside.holds($0) } || isDelivery(inside) ? .note : nil
  }

  /// ——2024年1月16日在…会议上: when and where a report or speech was given.
  private static func isDelivery(_ glyphs: [Unicode.Scalar]) -> Bool {
    let line = glyphs.filter { $0 != "—" }
    guard line.last == "上", !line.contains("。"), let (date, end) = CalendarDate.read(line, from: 0) else {
      return false
    }
    return date.day != nil && line[end] == "在"
  }

  /// `2019年10月18日 …会议通过` without brackets.
  private static func isAdoption(_ glyphs: [Unicode.Scalar]) -> Bool {
    guard !glyphs.contains("。"), let (date, end) = CalendarDate.read(glyphs, from: 0), date.day != nil,
      end < glyphs.count
    else { return false }
    return adoptions.contains { glyphs.suffix($0.count).map(\.simplified) == $0 }
  }

  /// A list of offices that ends in a colon.
  private static func isSalutation(_ paragraph: Paragraph) -> Bool {
    let glyphs = paragraph.glyphs
    guard glyphs.last == "：" || glyphs.last == ":", glyphs.count >= 3, Ordinal(glyphs[...]) == nil,
      !glyphs.contains(where: { "。；《“？".unicodeScalars.contains($0) }),
      !glyphs.dropLast().contains(where: \.isColon)
    else { return false }
    if announcements.contains(where: { glyphs.holds($0) }) { return false }
    return glyphs.first == "各" || glyphs.holds(everybody) || Offices.areAddressed(glyphs.dropLast())
  }

  /// Whether a document's text may begin with a paragraph.
  static func isOpening(_ paragraph: Paragraph) -> Bool {
    let glyphs = paragraph.glyphs
    if let ordinal = Ordinal(paragraph.scalars) { return ordinal.opensDocument }
    if glyphs.first == "1", glyphs.count > 2, glyphs.count <= 12, glyphs[1].isHan { return true }
    if isRoster(glyphs) { return true }
    return paragraph.holdsClause && purposes.contains { glyphs.starts(with: $0) }
  }

  /// Whether a paragraph begins a list of members.
  static func isRoster(_ glyphs: [Unicode.Scalar]) -> Bool { leaders.contains { glyphs.starts(with: $0) } }

  private static func words(_ words: String...) -> [[Unicode.Scalar]] { words.map { Array($0.unicodeScalars) } }
  private static let registrations = words(
    "登记号", "登记编号", "备案号", "备案编号", "统一编号", "统一登记号", "规范性文件登记", "规范性文件编号", "发文登记号", "文件登记号", "索引号")
  /// The numbers of six offices: a guess.
  private static let longestNumbers = 120
  private static let commands = words("打印", "关闭", "返回", "分享", "收藏", "字体")
  /// A column's head such as 【省政府办公厅文件】: a guess.
  private static let longestColumn = 14
  /// Secrecy and urgency (GB/T 9704-2012, 7.2.2 and 7.2.3).
  private static let handlings = words("绝密", "机密", "秘密", "特急", "特提", "加急", "平急", "急件")
  private static let marks = words("附件", "附表", "附录", "附图")
  private static let copies = words("抄送", "分送：", "主送：", "抄报")
  private static let everybody = Array("、各位".unicodeScalars)
  private static let imprint = Array("印发".unicodeScalars)
  private static let label = Array("文号".unicodeScalars)
  private static let signer = Array("签发人".unicodeScalars)
  private static let letterhead = Array("文件".unicodeScalars)
  private static let openness = Array("公开".unicodeScalars)
  private static let adoptions = words("通过", "印发", "发布", "公布", "施行", "批准", "修正", "修订", "审议")
  /// What ends in a colon and announces something else.
  private static let announcements = words(
    "如下", "以下", "下列", "包括", "附件", "电话", "地址", "时间", "责任", "牵头", "可以", "应当", "要求", "联系人")
  private static let leaders = words("组长：", "组长:", "总指挥：", "指挥长：", "召集人：", "总召集人：", "主任委员：", "名誉组长", "第一组长", "序号")
  /// How the first sentence of an official document begins: purpose, ground, occasion.
  private static let purposes = words("为", "根据", "按照", "依据", "经", "现将", "现就", "近年来", "近日", "近期", "鉴于", "遵照")
}
