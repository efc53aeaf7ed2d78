// The sample gazettes against their labels: which documents splitting finds in them, and what describing reads.

import Archive
import Foundation
import Testing

@testable import Ingestion

/// The part of a label file that is used here.
private struct Label: Decodable {
  struct Entry: Decodable {
    let id: String
    let title: String?
    let number: String?
    let issuer: [String]
    let date: String?
    let kind: String?
    let parent: String?
    let lines: [[Int]]
    /// Another document that may as well be its parent.
    let attachedTo: String?
    let titleInText: Bool

    enum CodingKeys: String, CodingKey {
      case id, title, number, issuer, date, kind, parent, lines
      case attachedTo = "attached_to"
      case titleInText = "title_in_text"
    }
  }
  let documents: [Entry]
}

@Suite("documents of the labelled samples")
struct LabelledDocumentTests {
  static let corpus = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Corpus")
  static let names = ["linhu-gazette-2024-03", "songling-gazette-2024-01", "qinglan-policies-2019-2024"]

  /// A labelled document and the one that splitting made of its lines.
  private struct Pair {
    let label: Label.Entry
    let found: Document
  }

  private func pairs(_ name: String) throws -> [Pair] {
    let label = try JSONDecoder().decode(
      Label.self, from: Data(contentsOf: Self.corpus.appending(path: "Labels/\(name).json")))
    let bytes = Array(try Data(contentsOf: Self.corpus.appending(path: "Samples/\(name).txt")))
    let text = String(decoding: bytes, as: UTF8.self)
    let isBlank = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.allSatisfy(\.isWhitespace) }
    let found = Ingestor().ingest(bytes, of: SourceID(path: "\(name).txt"), format: .text).documents
    #expect(found.count == label.documents.count)
    let documents = Dictionary(
      uniqueKeysWithValues: found.map { (Set($0.metadata.lines.joined().filter { !isBlank[$0 - 1] }), $0) })
    return try label.documents.map { entry in
      let lines = Set(entry.lines.flatMap { Array($0[0]...$0[1]) }.filter { !isBlank[$0 - 1] })
      return Pair(label: entry, found: try #require(documents[lines], "\(entry.id) is not found line for line"))
    }
  }

  @Test("each labelled document is found with just its lines, and with its fields", arguments: names)
  func documents(name: String) throws {
    let pairs = try pairs(name)
    let ids = Dictionary(uniqueKeysWithValues: pairs.map { ($0.found.id, $0.label.id) })
    for pair in pairs {
      let (label, found) = (pair.label, pair.found.metadata)
      if label.titleInText { #expect(plain(found.title) == plain(label.title), "\(label.id)") }
      #expect(found.number == label.number, "\(label.id)")
      #expect(found.issuers == label.issuer, "\(label.id)")
      #expect(found.date?.description == label.date, "\(label.id)")
      #expect(found.kind == label.kind, "\(label.id)")
      let parent = found.parent.flatMap { ids[$0] }
      #expect(parent == label.parent || parent == label.attachedTo && parent != nil, "\(label.id)")
    }
  }

  @Test("what an attachment does not print itself is marked as inferred", arguments: names)
  func inferred(name: String) throws {
    for pair in try pairs(name) where pair.label.parent != nil {
      #expect(pair.found.metadata.inferred.isSuperset(of: [.issuers, .date]), "\(pair.label.id)")
    }
  }

  /// A title without white space.
  private func plain(_ title: String?) -> String? { title?.filter { !$0.isWhitespace } }
}
