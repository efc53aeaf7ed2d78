// Citations of the labelled samples, against their labels and against a plain scan for numbers.

import Archive
import Testing

@testable import Ingestion

@Suite("citations of the labelled samples")
struct LabelledCitationTests {
  private func citations(_ document: LabelledDocument) -> [Citation] {
    Citations.read(
      in: document.text, spans: document.spans, number: document.label.number.flatMap(DocumentNumber.init),
      title: document.label.title)
  }

  @Test("labelled citations come out with number, title, relation and line", arguments: LabelledSource.names)
  func labelled(name: String) throws {
    for document in try LabelledSource(name).documents {
      let found = citations(document)
      for cite in document.label.facts?.cites ?? [] {
        let relation = cite.relation.flatMap(Citation.Relation.init)
        let wanted = Citation(number: cite.number, title: cite.title, relation: relation, line: cite.line)
        #expect(found.contains(wanted), "\(document.label.id): \(wanted) in \(found)")
      }
    }
  }

  /// A number as anybody would look for it, with the sign's first character left open.
  nonisolated(unsafe) private static let plain =
    /\p{Han}[〔\[（]\d{4}[〕\]）]第?\d+号|\p{Han}(令|公告)(\d{4}年)?第[\d一二三四五六七八九十百]+号/

  @Test("a plain scan finds the same numbers", arguments: LabelledSource.names)
  func plainScan(name: String) throws {
    for document in try LabelledSource(name).documents {
      let found = citations(document).compactMap(\.number)
      let own = [document.label.number].compactMap { $0 }
      let text = String(String.UnicodeScalarView(document.text))
      let scanned = text.matches(of: Self.plain).map { String($0.output.0) }
      for match in scanned {
        #expect((found + own).contains { $0.hasSuffix(match) }, "\(document.label.id): \(match)")
      }
      for number in found { #expect(scanned.contains { number.hasSuffix($0) }, "\(document.label.id): \(number)") }
    }
  }
}
