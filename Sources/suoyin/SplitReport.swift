// What `suoyin split --format json` prints.

internal import API
internal import Archive
internal import Ingestion

/// The documents of a source for programs. Lines count from 1.
struct SplitReport: Encodable {
  struct Entry: Encodable {
    let metadata: Metadata
    let id: String

    enum CodingKeys: String, CodingKey {
      case id, title, number, issuers, region, date, effective, expires, kind, parent, lines, cites, inferred
    }

    /// What is unknown is null, never left out.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(id, forKey: .id)
      try container.encode(metadata.title, forKey: .title)
      try container.encode(metadata.number, forKey: .number)
      try container.encode(metadata.issuers, forKey: .issuers)
      try container.encode(metadata.region.isEmpty ? nil : metadata.region.joined(separator: "/"), forKey: .region)
      try container.encode(metadata.date?.description, forKey: .date)
      try container.encode(metadata.effective?.description, forKey: .effective)
      try container.encode(metadata.expires?.description, forKey: .expires)
      try container.encode(metadata.kind, forKey: .kind)
      try container.encode(metadata.parent?.description, forKey: .parent)
      try container.encode(metadata.lines.map { [$0.lowerBound, $0.upperBound] }, forKey: .lines)
      try container.encode(metadata.citations, forKey: .cites)
      try container.encode(Field.allCases.filter(metadata.inferred.contains).map(\.name), forKey: .inferred)
    }
  }

  let source: String
  let documents: [Entry]

  init(_ path: String, _ ingested: IngestedSource) {
    source = path
    documents = ingested.documents.map { Entry(metadata: $0.metadata, id: $0.id.description) }
  }
}
