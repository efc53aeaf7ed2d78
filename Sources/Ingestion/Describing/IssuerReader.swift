// Who issued a document: its signature, its title, its number.

import Archive

/// Decides on the issuers of one document.
///
/// The signature has the full names. The title says how many sign (等9部门, or the offices it names itself), so that
/// lines above the signature that only look like offices are left out; where nothing is signed, the title's offices are
/// the issuers.
struct IssuerReader {
  /// In the order of signing.
  let issuers: [String]

  /// - Parameters:
  ///   - title: the title, empty where there is none.
  ///   - signature: the offices above the date, one by one.
  ///   - number: the document's number: orders and announcements hold their office's name.
  init(title: [Unicode.Scalar], signature: [String], number: DocumentNumber?) {
    let head = TitleIssuers(title[...])
    if !signature.isEmpty {
      issuers = signature.suffix(max(min(head.count ?? signature.count, signature.count), 1)).map(IssuerReader.short)
    } else if !head.offices.isEmpty {
      issuers = head.offices.map(IssuerReader.short)
    } else {
      issuers = number.flatMap(\.office).map { [IssuerReader.short($0)] } ?? []
    }
  }

  /// National offices are cited without the state's name, though they sign with it.
  static func short(_ name: String) -> String {
    let state = CitedTitle.state
    guard name.hasPrefix(state), name.count > state.count + 2 else { return name }
    let rest = name.dropFirst(state.count)
    return rest.hasPrefix("主席") ? name : String(rest)
  }
}

extension DocumentNumber {
  /// 民政部 of 民政部令第69号; nil for a sign (国办发) and for what is too short to be an office.
  fileprivate var office: String? {
    guard let kind = DocumentNumber.kinds.first(where: sign.hasSuffix), sign.count >= kind.count + 3 else { return nil }
    return String(sign.dropLast(kind.count))
  }
}

/// The offices that a title names before 关于, or before its kind where nothing else stands in it.
struct TitleIssuers {
  /// Their names; short ones (省工信厅) as printed.
  let offices: [String]
  /// How many sign; nil where the title does not say.
  let count: Int?

  init(_ scalars: ArraySlice<Unicode.Scalar>) {
    guard let end = TitleIssuers.end(scalars), end > scalars.startIndex else {
      (offices, count) = (TitleIssuers.before(kindIn: scalars), nil)
      return
    }
    var head = scalars[..<end]
    if let others = TitleIssuers.others(head) {
      head = head[..<others.start]
      offices = Offices.names(in: head)
      count = others.count
      return
    }
    offices = Offices.names(in: head)
    count = offices.isEmpty ? nil : offices.count
  }

  /// Where the issuers end: before 关于, or 印发 and its like where a title has no 关于 before it.
  private static func end(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    openings.compactMap { scalars.place(of: $0)?.lowerBound }.min()
  }

  private static let openings = ["关于", "關於", "印发", "印發", "转发", "轉發", "批转", "批轉"].map { Array($0.unicodeScalars) }

  /// The offices in a title of no more than them and a kind: 云泽市中级人民法院公告, 云泽市人民代表大会常务委员会任免名单.
  private static func before(kindIn scalars: ArraySlice<Unicode.Scalar>) -> [String] {
    let glyphs = scalars.filter { !$0.isSpace }
    guard let kind = kinds.first(where: { glyphs[...].ends(with: $0) }),
      case let name = glyphs.dropLast(kind.count), Offices.areNames(name), TitleLines.endsLikeIssuer(name),
      name.last != "会" || assemblies.contains(where: { name.ends(with: $0) })
    else { return [] }
    var rest = scalars
    for _ in kind { rest = rest[..<(rest.lastIndex { !$0.isSpace } ?? rest.startIndex)] }
    return Offices.names(in: rest)
  }

  private static let kinds = ["公告", "通告", "通报", "命令", "决定", "决议", "公示", "任免名单"].map { Array($0.unicodeScalars) }
  /// What names of offices end with that end in 会; a hearing or fair (听证会) issues nothing.
  private static let assemblies = ["委员会", "常委会", "代表大会"].map { Array($0.unicodeScalars) }

  /// 等9部门, 等部门.
  private static func others(_ head: ArraySlice<Unicode.Scalar>) -> (start: Int, count: Int?)? {
    guard let start = head.lastIndex(of: "等"), start > head.startIndex else { return nil }
    let rest = head[(start + 1)...].filter { !$0.isSpace }
    guard TitleIssuers.collectives.contains(where: { rest.suffix($0.count).elementsEqual($0) }) else { return nil }
    let numeral = rest.prefix { $0.isDigit || $0.isHanNumeral }
    return (start, ChineseNumeral.value(of: numeral))
  }

  private static let collectives = ["部门", "单位", "部委", "厅局", "机关", "部"].map { Array($0.unicodeScalars) }
}
