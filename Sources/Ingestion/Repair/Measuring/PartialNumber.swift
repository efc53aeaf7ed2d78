// Numbers of orders and announcements that leave their office's name to the title above: 第356号, 公告2023年第14号, 〔十七届〕第二号.

import Archive

/// What a line holds of a number whose office stands elsewhere.
struct PartialNumber: Equatable {
  /// 公告, 通告 or 令, where the line has it.
  let kind: String?
  let year: Int?
  let serial: Int

  /// - Parameter glyphs: a line without white space.
  /// - Returns: nil for any other line.
  init?(_ glyphs: ArraySlice<Unicode.Scalar>) {
    var rest = glyphs
    kind = PartialNumber.kinds.first { rest.starts(with: $0) }.map { String(scalars: $0[...]) }
    rest = rest.dropFirst(kind?.unicodeScalars.count ?? 0)
    let digits = rest.prefix(while: \.isDigit)
    if let bracket = PartialNumber.bracket(rest) {
      year = bracket.year
      rest = rest[bracket.end...]
    } else if digits.count == 4, rest[digits.endIndex...].first == "年", let year = ChineseNumeral.value(of: digits) {
      self.year = year
      rest = rest[(digits.endIndex + 1)...]
    } else {
      year = nil
    }
    let numeral = rest.dropFirst().prefix { $0.isDigit || $0.isHanNumeral }
    guard rest.first == "第", (1...5).contains(numeral.count), rest[numeral.endIndex...].elementsEqual(["号"]),
      let serial = ChineseNumeral.value(of: numeral)
    else { return nil }
    self.serial = serial
  }

  /// What may stand in brackets before 第: a year, or the session of a congress (十七届), which is no part of the number.
  private static func bracket(_ glyphs: ArraySlice<Unicode.Scalar>) -> (year: Int?, end: Int)? {
    guard let first = glyphs.first, "〔（([【﹝".unicodeScalars.contains(first),
      let closing = glyphs.prefix(10).firstIndex(where: { "〕）)]】﹞".unicodeScalars.contains($0) })
    else { return nil }
    let inside = glyphs[..<closing].dropFirst()
    if let year = ChineseNumeral.value(of: inside), inside.count == 4, CalendarDate.years.contains(year) {
      return (year, closing + 1)
    }
    let session = inside.first == "第" ? inside.dropFirst() : inside
    guard session.last == "届", session.count > 1, session.dropLast().allSatisfy({ $0.isDigit || $0.isHanNumeral })
    else { return nil }
    return (nil, closing + 1)
  }

  /// The whole number, given the title that stands with it.
  ///
  /// - Parameter title: 江州省人民政府令, or a title that ends with 公告.
  func completed(by title: [Unicode.Scalar], issuer: String?) -> DocumentNumber? {
    if let kind = PartialNumber.kinds.first(where: { title.suffix($0.count).elementsEqual($0) }),
      TitleShape.about(title) == nil
    {
      let sign = String(scalars: title[...])
      return sign.unicodeScalars.count > kind.count ? DocumentNumber(sign: sign, year: year, serial: serial) : nil
    }
    let kind = self.kind ?? DocumentKind.ending(of: title)?.kind
    guard let issuer, let kind, year != nil || kind == "令" else { return nil }
    return DocumentNumber(sign: issuer + kind, year: year, serial: serial)
  }

  private static let kinds = DocumentNumber.kinds.map { Array($0.unicodeScalars) }
}
