// Offsets in code points and in UTF-16: the same characters, counted otherwise.

import API
import Searching
import Testing

@Suite("offsets")
struct OffsetTests {
  private let index: SampleIndex
  private var searcher: Searcher { index.searcher }
  private static let query = "普惠金融"

  init() throws {
    let text = "𠮷野家与𠮷田家支持普惠金融。\n一、𠮷野家办理普惠金融贷款，期限 3 年。\n二、𠮷田家〓〓不办理。"
    index = try SampleIndex([
      ("1", "关于𠮷野家普惠金融的通知", text),
      ("2", "关于𠮷田家普惠金融的通知", text.replacing("办理普惠金融", with: "𠮷日起停办普惠金融")),
    ])
  }

  /// The same stretch, cut by code points and by UTF-16.
  private func points(_ text: String, _ range: [Int]) -> String {
    String(String.UnicodeScalarView(Array(text.unicodeScalars)[range[0]..<range[1]]))
  }

  private func units(_ text: String, _ range: [Int]) -> String {
    String(decoding: Array(text.utf16)[range[0]..<range[1]], as: UTF16.self)
  }

  @Test("highlights of titles and passages")
  func highlights() throws {
    let plain = try searcher.search(SearchRequest(query: Self.query, passages: 3))
    let utf16 = try searcher.search(SearchRequest(query: Self.query, passages: 3, offsets: .utf16))
    #expect(plain.hits.count == 2 && plain.hits[0].titleHighlights != utf16.hits[0].titleHighlights)
    for (hit, other) in zip(plain.hits, utf16.hits) {
      let text = try #require(try searcher.document(hit.id)).text
      #expect(!hit.titleHighlights.isEmpty)
      #expect(hit.titleHighlights.map { points(hit.title!, $0) } == other.titleHighlights.map { units(hit.title!, $0) })
      for (passage, second) in zip(hit.passages, other.passages) {
        #expect(
          passage.highlights.map { points(passage.text, $0) } == second.highlights.map { units(passage.text, $0) })
        #expect(passage.highlights != second.highlights)
        let (start, secondStart) = (passage.offset, second.offset)
        #expect(points(text, [start, start + passage.text.unicodeScalars.count]) == passage.text)
        #expect(units(text, [secondStart, secondStart + passage.text.utf16.count]) == passage.text)
      }
    }
    #expect(plain.hits.map { $0.passages.map(\.offset) } != utf16.hits.map { $0.passages.map(\.offset) })
    let named = try searcher.search(SearchRequest(query: Self.query, passages: 3, offsets: .codePoints))
    #expect(named.hits == plain.hits)
  }

  @Test("repairs and damage of a document")
  func document() throws {
    let document = try #require(try searcher.document(searcher.search(SearchRequest(query: Self.query)).hits[0].id))
    let utf16 = document.counting(in: .utf16)
    #expect(document.counting(in: .codePoints) == document && document.counting(in: nil) == document)
    #expect(!document.edits.isEmpty && !document.damage.isEmpty)
    for (edit, other) in zip(document.edits, utf16.edits) {
      #expect(points(document.text, [0, edit.offset]) == units(document.text, [0, other.offset]))
      #expect(edit.offset < other.offset)
    }
    for (stretch, other) in zip(document.damage, utf16.damage) {
      #expect(units(document.text, [other.offset, other.offset + stretch.text.utf16.count]) == stretch.text)
    }
  }

  @Test("places of concordances, in every order, and of collocations", arguments: ConcordanceOrder.allCases)
  func places(order: ConcordanceOrder) throws {
    let lines = try ConcordanceRequest(query: Self.query, sort: order, offsets: .utf16).answer(by: searcher).lines
    let plain = try ConcordanceRequest(query: Self.query, sort: order).answer(by: searcher).lines
    #expect(lines.count == 6)
    for (line, other) in zip(lines, plain) {
      let text = try #require(try searcher.document(line.id)).text
      #expect(units(text, [line.offset, line.offset + 4]) == Self.query && line.offset > other.offset)
    }
    let request = CollocationsRequest(query: Self.query, sort: .frequency, offsets: .utf16)
    let examples = try request.answer(by: searcher).collocations.map(\.example)
    #expect(!examples.isEmpty && examples.allSatisfy { example in lines.contains { $0.offset == example.offset } })
  }

  @Test("edits of a comparison")
  func comparison() throws {
    let ids = try searcher.search(SearchRequest(query: Self.query)).hits.map(\.id).sorted()
    let plain = try CompareRequest(a: ids[0], b: ids[1]).answer(by: searcher).clauses
    let utf16 = try CompareRequest(a: ids[0], b: ids[1], offsets: .utf16).answer(by: searcher).clauses
    #expect(plain != utf16)
    for (clause, other) in zip(plain, utf16) {
      for (edit, second) in zip(clause.edits, other.edits) {
        #expect(points(clause.a!.text, edit.a) == units(clause.a!.text, second.a))
        #expect(points(clause.b!.text, edit.b) == units(clause.b!.text, second.b))
      }
    }
  }
}
