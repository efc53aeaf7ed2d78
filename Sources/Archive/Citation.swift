// What a document says about another one.

/// A document that another one names by its number or title.
public struct Citation: Hashable, Sendable {
  /// How the citing document speaks of the cited one; the values are the words of the texts.
  public enum Relation: String, CaseIterable, Sendable {
    /// It is the ground: 根据, 依据, 按照.
    case basis = "根据"
    /// It is carried out: 贯彻, 落实.
    case implementation = "贯彻"
    /// It is issued by the citing document.
    case issue = "印发"
    /// It is passed on by the citing document.
    case forwarding = "转发"
    /// It is changed: 修改, 修订.
    case amendment = "修改"
    /// It is repealed: 废止, 停止执行.
    case repeal = "废止"
    /// It is no longer in force by itself: 失效.
    case lapse = "失效"
    /// It is to be kept in step with: 衔接.
    case alignment = "衔接"
  }

  /// The cited number in its canonical spelling, where one is given.
  public let number: String?
  /// The cited title without 《》, where one is given.
  public let title: String?
  /// What the text says of it; `nil` where it only names it.
  public let relation: Relation?
  /// The source line on which number or title begins, counted from 1.
  public let line: Int

  /// A citation; it has a number or a title.
  public init(number: String?, title: String?, relation: Relation?, line: Int) {
    self.number = number
    self.title = title
    self.relation = relation
    self.line = line
  }
}

extension Citation {
  /// ``number`` by the whole name of the office: 市政府令第11号 is that of the citing document's city.
  ///
  /// - Parameter region: that of the citing document.
  public func number(in region: [String]) -> String? {
    number.map { DocumentNumber($0)?.named(in: region).description ?? $0 }
  }
}
