// 文号: the number an office gives to a document, in the one spelling by which it is compared.

/// The number of an official document.
///
/// Three forms are in use (GB/T 9704-2012, 7.2.5, and the usage of orders and announcements): 国办发〔2024〕7号,
/// 民政部令第69号 and 财政部公告2023年第6号. A number is compared by its canonical spelling, which ``description`` gives;
/// brackets of other shapes, spaces, full-width digits and a 第 between bracket and number make no difference. Two
/// documents can have the same number, so it is no key.
public struct DocumentNumber: Hashable, Sendable, CustomStringConvertible {
  /// What stands before the year, or before 第: an office's sign (国办发), or its name with 令 or 公告.
  public let sign: String
  /// The year, where the number has one.
  public let year: Int?
  /// The running number.
  public let serial: Int

  /// A number from its parts.
  public init(sign: String, year: Int?, serial: Int) {
    self.sign = sign
    self.year = year
    self.serial = serial
  }

  /// The number that a text spells, all of it, white space aside.
  public init?(_ text: String) {
    let glyphs = Array(text.unicodeScalars.lazy.filter { !$0.properties.isWhitespace })
    guard let found = DocumentNumber.occurrences(in: glyphs).first, found.range == 0..<glyphs.count else { return nil }
    self = found.number
  }

  /// The canonical spelling.
  public var description: String {
    if let year {
      return DocumentNumber.isNamed(sign) ? "\(sign)\(year)年第\(serial)号" : "\(sign)〔\(year)〕\(serial)号"
    }
    return "\(sign)第\(serial)号"
  }

  /// Whether a sign is an office's name with the kind of document behind it, as in orders and announcements.
  public static func isNamed(_ sign: String) -> Bool { kinds.contains { sign.hasSuffix($0) } }
  private static let kinds = ["令", "公告", "通告"]
}

extension DocumentNumber {
  /// A number in a text, and where it stands.
  public struct Occurrence: Hashable, Sendable {
    /// Code points of the text.
    public let range: Range<Int>
    /// The number.
    public let number: DocumentNumber
  }

  /// All numbers in a text, in order.
  ///
  /// - Parameter scalars: repaired text; white space inside numbers does not matter.
  public static func occurrences(in scalars: [Unicode.Scalar]) -> [Occurrence] {
    var occurrences: [Occurrence] = []
    var start = 0
    var index = 0
    while index < scalars.count {
      guard scalars[index] == "号",
        let occurrence = NumberReader(scalars: scalars, floor: start).number(endingAt: index)
      else {
        index += 1
        continue
      }
      occurrences.append(occurrence)
      index += 1
      start = index
    }
    return occurrences
  }
}

/// Reads a number from its end, 号, to its beginning.
private struct NumberReader {
  let scalars: [Unicode.Scalar]
  /// Nothing before it is looked at.
  let floor: Int
  /// The longest sign or name: 国家金融监督管理总局江苏监管局公告 and some more.
  private static let longestSign = 24

  func number(endingAt end: Int) -> DocumentNumber.Occurrence? {
    var index = end
    guard let serial = digits(before: &index, 1...5) else { return nil }
    let hasOrdinalSign = take("第", before: &index)
    if let year = bracketedYear(before: &index) {
      guard let sign = sign(before: index) else { return nil }
      return occurrence(sign, year: year, serial, end)
    }
    guard hasOrdinalSign else { return nil }
    var yearEnd = index
    let year = take("年", before: &yearEnd) ? digits(before: &yearEnd, 4...4) : nil
    if let year, !CalendarDate.years.contains(year) { return nil }
    guard let name = sign(before: year == nil ? index : yearEnd),
      // 第5号 behind any other word is not a document's number.
      scalars[name.upperBound - 1] == "令" || year != nil && scalars[name].suffix(2).elementsEqual(["公", "告"])
        || year != nil && scalars[name].suffix(2).elementsEqual(["通", "告"]),
      name.count > 1
    else { return nil }
    return occurrence(name, year: year, serial, end)
  }

  private func occurrence(_ sign: Range<Int>, year: Int?, _ serial: Int, _ end: Int) -> DocumentNumber.Occurrence {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[sign].lazy.filter { !$0.properties.isWhitespace })
    return DocumentNumber.Occurrence(
      range: sign.lowerBound..<end + 1, number: DocumentNumber(sign: String(view), year: year, serial: serial))
  }

  private func digits(before index: inout Int, _ count: ClosedRange<Int>) -> Int? {
    var start = skipSpace(before: index)
    let end = start
    while start > floor, end - start < count.upperBound,
      ChineseNumeral.digit(scalars[start - 1]) != nil || ChineseNumeral.unit(scalars[start - 1]) != nil
    {
      start -= 1
    }
    guard count.contains(end - start), let value = ChineseNumeral.value(of: scalars[start..<end]) else { return nil }
    index = start
    return value
  }

  private func take(_ scalar: Unicode.Scalar, before index: inout Int) -> Bool {
    let end = skipSpace(before: index)
    guard end > floor, scalars[end - 1] == scalar else { return false }
    index = end - 1
    return true
  }

  /// 〔2024〕 in any brackets.
  private func bracketedYear(before index: inout Int) -> Int? {
    var start = skipSpace(before: index)
    guard start > floor, NumberReader.closing.contains(scalars[start - 1]) else { return nil }
    start -= 1
    guard let year = digits(before: &start, 4...4), CalendarDate.years.contains(year) else { return nil }
    start = skipSpace(before: start)
    guard start > floor, NumberReader.opening.contains(scalars[start - 1]) else { return nil }
    index = start - 1
    return year
  }

  private func skipSpace(before index: Int) -> Int {
    var index = index
    while index > floor, scalars[index - 1].properties.isWhitespace { index -= 1 }
    return index
  }

  private static let opening: Set<Unicode.Scalar> = ["〔", "[", "［", "(", "（", "【", "﹝", "｛", "{"]
  private static let closing: Set<Unicode.Scalar> = ["〕", "]", "］", ")", "）", "】", "﹞", "｝", "}"]
}

extension NumberReader {
  /// The office's sign that ends at a place: Han characters, without the words that lead to it.
  private func sign(before index: Int) -> Range<Int>? {
    let end = skipSpace(before: index)
    var start = end
    while start > floor, end - start < NumberReader.longestSign, NumberReader.canBePart(scalars[start - 1]) {
      start -= 1
    }
    start = behindLead(start..<end)
    return end - start >= 1 ? start..<end : nil
  }

  /// Where the sign begins in a stretch of text: behind the last word that leads to a number.
  private func behindLead(_ range: Range<Int>) -> Int {
    for start in stride(from: range.upperBound - 2, to: range.lowerBound, by: -1) {
      for lead in NumberReader.leads where start - lead.count >= range.lowerBound {
        if scalars[start - lead.count..<start].elementsEqual(lead) { return start }
      }
    }
    return range.lowerBound
  }

  private static func canBePart(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value) || (0x3400...0x4DBF).contains(scalar.value)
  }

  /// Words that stand right before a number in running text. Single characters among them do not occur in signs, but
  /// for the first of them.
  private static let leads = [
    "根据", "按照", "依据", "依照", "遵照", "参照", "执行", "落实", "贯彻", "印发", "转发", "废止", "修改", "修订", "发布",
    "公布", "文件", "文号", "以及", "关于", "同时", "替代", "代替", "以", "和", "与", "及", "或", "即", "见", "按", "对", "将",
    "由", "是", "为", "原", "经", "在", "的", "从", "该", "本", "用",
  ].map { Array($0.unicodeScalars) }
}
