// Recognises the numbers that head a paragraph: 一、（一）1. （1）第X条 1.2 ①.

/// A number at the beginning of a line, as GB/T 9704 and the drafting rules for statutes have them.
enum NumberedHead {
  /// Nothing else looks like it.
  case certain
  /// It may as well be a reference within a sentence (第三条…) or a decimal number.
  case possible

  /// - Returns: `nil` when the line begins with no such number.
  init?(_ scalars: ArraySlice<Unicode.Scalar>) {
    guard let first = scalars.first else { return nil }
    var rest = scalars
    switch first {
    case "第": self.init(ordinal: &rest)
    case "（", "(": self.init(bracketed: &rest)
    case "①"..."⑳": self = .certain
    case "-", "*", "#", "•", "●":
      rest.removeFirst()
      guard rest.first?.isSpace == true || rest.first == "#" else { return nil }
      self = .certain
    default:
      if first.isHanNumeral {
        guard rest.takeNumeral(), rest.first == "、" || rest.first == "." || rest.first == "．" else { return nil }
        self = .certain
      } else if first.isDigit {
        self.init(decimal: &rest)
      } else {
        return nil
      }
    }
  }

  private init?(ordinal rest: inout ArraySlice<Unicode.Scalar>) {
    rest.removeFirst()
    guard rest.takeNumeral() || rest.takeDigits(), let unit = rest.popFirst() else { return nil }
    switch unit {
    case "条", "章", "节", "编", "篇": break
    default: return nil
    }
    self = rest.first.map(\.isSpace) ?? true ? .certain : .possible
  }

  private init?(bracketed rest: inout ArraySlice<Unicode.Scalar>) {
    rest.removeFirst()
    guard rest.takeNumeral() || rest.takeDigits(), let closing = rest.popFirst(), closing == "）" || closing == ")"
    else { return nil }
    if let next = rest.first, "项款目".unicodeScalars.contains(next) { return nil }
    self = .certain
  }

  /// `1.`, `1、`, `1）` and section numbers; `3.5%` and `2024年` are none.
  private init?(decimal rest: inout ArraySlice<Unicode.Scalar>) {
    var levels = 0
    var endsWithPoint = false
    while rest.takeDigits() {
      levels += 1
      endsWithPoint = rest.first == "." || rest.first == "．"
      guard endsWithPoint else { break }
      rest.removeFirst()
    }
    guard levels > 0, let next = rest.first else { return nil }
    if levels == 1 {
      guard endsWithPoint || next == "、" || next == "）" || next == ")" else { return nil }
      self = .certain
    } else {
      guard next == " " || next.isHan else { return nil }
      self = .possible
    }
  }
}

extension ArraySlice<Unicode.Scalar> {
  /// Passes over Han numerals, up to five: more head no paragraph.
  fileprivate mutating func takeNumeral() -> Bool {
    let count = prefix(6).prefix(while: \.isHanNumeral).count
    removeFirst(count)
    return (1...5).contains(count)
  }

  /// Passes over digits, up to three: four are a year.
  fileprivate mutating func takeDigits() -> Bool {
    let count = prefix(4).prefix(while: \.isDigit).count
    removeFirst(count)
    return (1...3).contains(count)
  }
}
