// Titles that a text gives to other documents: 《…》, 关于印发…的通知, 附件：…

import Archive

/// Names of documents in the form in which they are compared: without white space, 《》 and remarks at their end.
enum Names {
  /// The shortest name that tells documents apart: a guess; shorter ones are nicknames of laws and newspapers.
  static let shortest = 4
  /// More characters than any title has.
  fileprivate static let longest = 120

  /// A title as names are compared; nil for what is too short to be one.
  static func normal(_ title: some Collection<Unicode.Scalar>) -> String? {
    var name = DocumentKind.withoutRemark(Array(title.lazy.filter { !$0.isSpace })[...])
    while name.first == "《" || name.first == "〈", name.last == "》" || name.last == "〉" {
      name = name.dropFirst().dropLast()
    }
    name = DocumentKind.withoutRemark(name)
    return (shortest...longest).contains(name.count) ? String(scalars: name) : nil
  }

  /// What stands in 《》 or 〈〉 in a paragraph, inner names too.
  static func quoted(in glyphs: [Unicode.Scalar]) -> [String] {
    var names: [String] = []
    var openings: [Int] = []
    for (index, scalar) in glyphs.enumerated() {
      switch scalar {
      case "《", "〈": openings.append(index)
      case "》", "〉":
        guard let opening = openings.popLast() else { continue }
        normal(glyphs[opening + 1..<index]).map { names.append($0) }
      default: break
      }
    }
    return names
  }

  /// What a title issues or passes on: the part between 印发 and 的通知.
  static func issued(by title: [Unicode.Scalar]) -> String? {
    guard let end = title.lastIndex(of: "的"), DocumentKind.ending(of: title) != nil else { return nil }
    for verb in verbs {
      guard let verb = title.place(of: verb), verb.upperBound < end, canIssue(title[..<verb.lowerBound]) else {
        continue
      }
      return normal(title[verb.upperBound..<end])
    }
    return nil
  }

  /// Whether what stands before 印发 leaves it the title's own verb: an issuer, 关于, or nothing.
  private static func canIssue(_ head: ArraySlice<Unicode.Scalar>) -> Bool {
    head.isEmpty || head.ends(with: about) || Offices.isOffice(head)
  }

  private static let about = Array("关于".unicodeScalars)
  private static let verbs = ["印发", "转发", "公布", "发布", "批转", "下发"].map { Array($0.unicodeScalars) }
}

/// The attachments that a document lists below its text.
struct AttachmentList {
  /// Their names as printed, in order.
  private(set) var names: [String] = []
  /// Whether the last one has a number.
  private var isNumbered = false

  /// Adds what stands behind 附件：, which may be several entries in one paragraph.
  mutating func add(firstLine glyphs: [Unicode.Scalar]) {
    guard let colon = glyphs.firstIndex(where: \.isColon) else { return }
    add(entries: glyphs[(colon + 1)...])
  }

  /// Adds an entry of its own paragraph.
  mutating func add(entries glyphs: ArraySlice<Unicode.Scalar>) {
    var rest = glyphs
    while !rest.isEmpty {
      let number = AttachmentList.numberLength(rest)
      let goesOn = number == nil && goesOn(in: rest)
      isNumbered = number != nil || goesOn && isNumbered
      rest = rest.dropFirst(number ?? 0)
      let next = rest.indices.dropFirst().first { index in
        AttachmentList.numberLength(rest[index...], after: names.count + 1) != nil
      }
      let name = rest[..<(next ?? rest.endIndex)]
      if goesOn {
        names[names.count - 1] += String(scalars: name)
      } else if !name.isEmpty {
        names.append(String(scalars: name))
      }
      rest = next.map { rest[$0...] } ?? []
    }
  }

  /// Whether a line without a number goes on the last name: one that leaves a bracket open, or has a number but no
  /// kind at its end.
  private func goesOn(in line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let last = names.last.map({ Array($0.unicodeScalars) }), last.count + line.count <= Names.longest else {
      return false
    }
    if last.count(where: { $0 == "（" }) > last.count(where: { $0 == "）" }) { return true }
    return isNumbered && DocumentKind.ending(of: last) == nil
  }

  /// How long the number is that begins an entry: `1.`, `（一）`, `附件2：`; nil where there is none.
  private static func numberLength(_ glyphs: ArraySlice<Unicode.Scalar>, after count: Int? = nil) -> Int? {
    var rest = glyphs
    let isNamed = rest.starts(with: ["附", "件"])
    if isNamed { rest = rest.dropFirst(2) }
    var numeral = rest.prefix { $0.isDigit }
    // 1-2. is the second attachment of the first.
    if rest[numeral.endIndex...].first == "-",
      case let inner = rest[(numeral.endIndex + 1)...].prefix(while: \.isDigit),
      !inner.isEmpty
    {
      numeral = inner
    }
    guard (1...2).contains(numeral.count), let closing = rest[numeral.endIndex...].first,
      ".．、：:".unicodeScalars.contains(closing),
      count == nil || ChineseNumeral.value(of: numeral) == count! + 1 || isNamed
    else { return nil }
    return numeral.endIndex + 1 - glyphs.startIndex
  }
}
