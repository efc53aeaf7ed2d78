// Lines of a source that belong to its pages and not to its text.

/// What kind of furniture a line is. Names appear in reports and stay as they are.
public enum FurnitureKind: String, Hashable, Sendable, Codable, CaseIterable {
  /// A page's number by itself.
  case pageNumber = "page-number"
  /// A publication's name, issue or chapter repeated at the head or foot of pages, with or without a page number.
  case runningHead = "running-head"
  /// The address behind a link, which a word processor prints at the end of the page.
  case linkAddress = "link-address"
  /// An entry of a contents list, its heading, or front matter.
  case contents
  /// Cover and colophon.
  case cover
}

/// One line that was left out of the text.
public struct FurnitureLine: Hashable, Sendable {
  /// Source line, counted from 1.
  public let line: Int
  /// What it is.
  public let kind: FurnitureKind
  /// What it says, white space at its ends left out.
  public let text: String

  /// A line of furniture.
  public init(line: Int, kind: FurnitureKind, text: String) {
    self.line = line
    self.kind = kind
    self.text = text
  }
}
