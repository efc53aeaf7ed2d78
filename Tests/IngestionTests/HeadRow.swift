// What the heads of a source's documents say.

import Archive
import Testing

@testable import Ingestion

/// A source and what the heads of its documents say: number, title, issuers, date, kind.
struct HeadRow: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  let heads: [[String]]
  var testDescription: String { name }

  /// What is known of each document of a source.
  static func documents(_ text: String) -> [Metadata] {
    Ingestor().ingest(Array(text.utf8), of: SourceID(path: "公报.txt"), format: .text).documents.map(\.metadata)
  }

  /// What the heads of a source's documents say; - where they do not.
  static func heads(of text: String) -> [[String]] {
    documents(text).map { metadata in
      [
        metadata.number ?? "-", metadata.title ?? "-",
        metadata.issuers.isEmpty ? "-" : metadata.issuers.joined(separator: " "),
        metadata.date?.description ?? "-", metadata.kind ?? "-",
      ]
    }
  }
}
