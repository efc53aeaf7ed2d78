// 文号: the number an office gives to a document, in the one spelling by which it is compared.

/// The number of an official document.
///
/// Three forms are in use (GB/T 9704-2012, 7.2.5, and the usage of orders and announcements): 国办发〔2024〕7号,
/// 民政部令第69号 and 财政部公告2023年第6号. A number is compared by its canonical spelling, which ``description`` gives;
/// brackets of other shapes, spaces, full-width and Han digits, a 第 between bracket and number and the older 民政部第69号令
/// make no difference, nor does 號; years of two digits are those of the last century, and may stand before the sign:
/// （89）国税地字第45号 is 国税地字〔1989〕45号. Two documents can have the same number, so it is no key.
public struct DocumentNumber: Hashable, Sendable, CustomStringConvertible {
  /// What stands before the year, or before 第: an office's sign (国办发), or its name with 令 or 公告.
  public let sign: String
  /// The year, where the number has one.
  public let year: Int?
  /// The running number.
  public let serial: Int

  /// The second part of a running number of two: 1 in 3-1号.
  public let branch: Int?

  /// A number from its parts.
  public init(sign: String, year: Int?, serial: Int, branch: Int? = nil) {
    self.sign = sign
    self.year = year
    self.serial = serial
    self.branch = branch
  }

  /// The number that a text spells, all of it, white space aside.
  public init?(_ text: String) {
    guard let number = DocumentNumber.whole(text, isTyped: false) else { return nil }
    self = number
  }

  /// The number that somebody typed, who may leave out the brackets around the year.
  public static func typed(_ text: String) -> DocumentNumber? { whole(text, isTyped: true) }

  private static func whole(_ text: String, isTyped: Bool) -> DocumentNumber? {
    let glyphs = Array(text.unicodeScalars.lazy.filter { !$0.properties.isWhitespace })
    let found = DocumentNumber.occurrences(in: glyphs, isTyped: isTyped).first
    return found?.range == 0..<glyphs.count ? found?.number : nil
  }

  /// The canonical spelling.
  public var description: String {
    let serial = "\(serial)" + (branch.map { "-\($0)" } ?? "")
    guard let year else { return "\(sign)第\(serial)号" }
    return DocumentNumber.isNamed(sign) ? "\(sign)\(year)年第\(serial)号" : "\(sign)〔\(year)〕\(serial)号"
  }

  /// The number as numbers are compared: 中华人民共和国 before a ministry's name is left out as often as not.
  public var comparable: DocumentNumber {
    guard sign.hasPrefix(DocumentNumber.state) else { return self }
    return with(sign: String(sign.dropFirst(DocumentNumber.state.count)))
  }

  /// How texts may spell it: with and without 中华人民共和国 where it is an order's or announcement's, and as those of its
  /// own region do where it is a government's order: 市政府令第11号.
  public var spellings: [DocumentNumber] {
    guard DocumentNumber.isNamed(sign) else { return [self] }
    let short = comparable
    let level = DocumentNumber.levels.first { sign.hasSuffix($0 + DocumentNumber.governments[1]) }
    let local = level.map { level in DocumentNumber.governments.map { with(sign: level + $0) } } ?? []
    return [short, with(sign: DocumentNumber.state + short.sign)] + local
  }

  /// The number of an order by the whole name of its government, where a document calls that 市政府 or the like.
  ///
  /// - Parameter region: the divisions that the document is of, the largest first.
  public func named(in region: [String]) -> DocumentNumber {
    for level in DocumentNumber.levels where DocumentNumber.governments.contains(where: { sign == level + $0 }) {
      let division = region.last { $0.hasSuffix(level) && (level != "区" || !$0.hasSuffix("自治区")) }
      return division.map { with(sign: $0 + DocumentNumber.governments[1]) } ?? self
    }
    return self
  }

  private static let levels = ["自治区", "自治州", "省", "市", "县", "区", "州", "旗"]
  private static let governments = ["政府令", "人民政府令"]

  private func with(sign: String) -> DocumentNumber {
    DocumentNumber(sign: sign, year: year, serial: serial, branch: branch)
  }

  private static let state = "中华人民共和国"

  /// Whether a sign is an office's name with the kind of document behind it, as in orders and announcements.
  public static func isNamed(_ sign: String) -> Bool { kinds.contains { sign.hasSuffix($0) } }
  /// The kinds of document that are numbered behind their office's name.
  public static let kinds = ["令", "公告", "通告"]
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
  /// - Parameters:
  ///   - scalars: repaired text; white space inside numbers does not matter, but a number keeps to its paragraph.
  ///   - isTyped: whether somebody typed it, who may leave out the brackets around the year.
  public static func occurrences(in scalars: [Unicode.Scalar], isTyped: Bool = false) -> [Occurrence] {
    var occurrences: [Occurrence] = []
    var floor = 0
    var index = 0
    while index < scalars.count {
      if scalars[index] == "号" || scalars[index] == "號",
        let found = NumberReader(scalars: scalars, floor: floor, isTyped: isTyped)
          .number(endingAt: index)
      {
        occurrences.append(found)
        floor = found.range.upperBound
      }
      index = max(index + 1, floor)
    }
    return occurrences
  }
}
