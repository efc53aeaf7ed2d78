// A document as reference managers read it.

internal import API
internal import Archive

/// An item of CSL-JSON (citation-style-language/schema, csl-data.json).
struct CSLItem: Encodable {
  struct Name: Encodable {
    let literal: String
  }
  struct Dates: Encodable {
    let parts: [[Int]]

    enum CodingKeys: String, CodingKey {
      case parts = "date-parts"
    }
  }

  private let id: String
  private let type: String
  private let title: String?
  private let author: [Name]?
  private let issued: Dates?
  private let number: String?
  private let genre: String?
  private let jurisdiction: String?
  private let containerTitle: String?
  private let issue: String?
  private let url: String?

  /// Members that are nil are not there.
  enum CodingKeys: String, CodingKey {
    case id, type, title, author, issued, number, genre, jurisdiction
    case containerTitle = "container-title"
    case issue
    case url = "URL"
  }

  init(_ document: DocumentAnswer) {
    let fields = document.fields
    id = document.id
    // What has a number or a kind of official documents was issued; of other texts no more is known than that they are there.
    type = fields.number != nil || fields.kind != nil ? "legislation" : "document"
    title = fields.title
    author = fields.issuers.isEmpty ? nil : fields.issuers.map { Name(literal: $0) }
    issued = fields.date.flatMap { CalendarDate($0) }.map { date in
      Dates(parts: [[date.year, date.month, date.day].compactMap(\.self)])
    }
    (number, genre, jurisdiction) = (fields.number, fields.kind, fields.region)
    (containerTitle, issue) = (fields.publication, fields.issue)
    url = DocumentCitation(document)?.url
  }
}
