// The documents of the labelled samples, cut out of the repaired text by their labelled lines.

import Archive
import Foundation

@testable import Ingestion

/// A label file, as far as descriptions are concerned.
struct DescribedSource: Decodable {
  struct Publication: Decodable {
    let title: String?
    let issue: String?
    let region: String?
  }
  struct Cite: Decodable {
    let number: String?
    let title: String?
    let relation: String?
    let line: Int
  }
  struct Facts: Decodable {
    let effective: String?
    let expires: String?
    let cites: [Cite]
  }
  struct Entry: Decodable {
    let id: String
    let title: String?
    let number: String?
    let issuer: [String]
    let date: String?
    let lines: [[Int]]
    let order: [[Int]]?
    let facts: Facts?
  }
  let source: String
  let publication: Publication
  let documents: [Entry]
}

/// A labelled document and its repaired text.
struct LabelledDocument {
  let label: DescribedSource.Entry
  let text: [Unicode.Scalar]
  let spans: SpanMap
  /// The paragraphs of ``text``.
  let paragraphs: [[Unicode.Scalar]]
}

/// A labelled sample after repair.
struct LabelledSource {
  static let names = ["linhu-gazette-2024-03", "qinglan-policies-2019-2024", "songling-gazette-2024-01"]
  static let corpus = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "Corpus")

  let label: DescribedSource
  let repaired: RepairedText
  let documents: [LabelledDocument]

  init(_ name: String) throws {
    label = try JSONDecoder().decode(
      DescribedSource.self, from: Data(contentsOf: Self.corpus.appending(path: "Labels/\(name).json")))
    let source = try String(contentsOf: Self.corpus.appending(path: "Samples/\(name).txt"), encoding: .utf8)
    let repaired = Repairer().repair(SourceText(wholeSource: Array(source.unicodeScalars)))
    self.repaired = repaired
    documents = label.documents.map { LabelledDocument($0, repaired) }
  }
}

extension LabelledDocument {
  fileprivate init(_ label: DescribedSource.Entry, _ repaired: RepairedText) {
    let scalars = Array(repaired.text.unicodeScalars)
    let own = repaired.paragraphs.filter { paragraph in
      guard let line = paragraph.lines.first?.lowerBound else { return false }
      return label.lines.contains { ($0[0]...$0[1]).contains(line) }
    }
    var text: [Unicode.Scalar] = []
    var spans = SpanMap()
    for paragraph in own {
      if !text.isEmpty { text.append("\n") }
      for offset in paragraph.range {
        if let place = repaired.spans.position(at: offset) {
          spans.append(textOffset: text.count, line: place.line, column: place.column)
        }
        text.append(scalars[offset])
      }
    }
    self.label = label
    self.text = text
    self.spans = spans
    paragraphs = own.map { Array(scalars[$0.range]) }
  }
}
