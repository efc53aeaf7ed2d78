// What `suoyin split --format json` prints.

internal import API
internal import Archive
internal import Ingestion
internal import Searching

/// The documents of a source for programs. Lines count from 1; what is not known is null or empty, never left out.
struct SplitReport: Encodable {
  /// One document.
  struct Entry: Encodable {
    let id: String
    let fields: DocumentFields
    let lines: [[Int]]
    let cites: [CitationAnswer]

    enum CodingKeys: String, CodingKey {
      case id, lines, cites
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(id, forKey: .id)
      try fields.encode(to: encoder)
      try container.encode(lines, forKey: .lines)
      try container.encode(cites, forKey: .cites)
    }
  }

  /// What the source is a copy of.
  struct PublicationEntry: Encodable {
    let title: String?
    let issue: String?
    let region: String?

    enum CodingKeys: String, CodingKey {
      case title, issue, region
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(title, forKey: .title)
      try container.encode(issue, forKey: .issue)
      try container.encode(region, forKey: .region)
    }
  }

  let source: String
  let publication: PublicationEntry
  let documents: [Entry]

  init(_ path: String, _ ingested: IngestedSource) {
    source = path
    let region = ingested.publication?.region ?? []
    publication = PublicationEntry(
      title: ingested.publication?.title, issue: ingested.publication?.issue,
      region: region.isEmpty ? nil : region.joined(separator: "/"))
    documents = ingested.documents.map { document in
      Entry(
        id: document.id.description, fields: DocumentFields(document.metadata),
        lines: document.metadata.lines.map { [$0.lowerBound, $0.upperBound] },
        cites: document.metadata.citations.map(CitationAnswer.init))
    }
  }
}
