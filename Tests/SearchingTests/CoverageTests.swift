// Coverage: documents with damage that shows, counted and listed.

import API
import Archive
import Foundation
import Indexing
import Searching
import TestSupport
import Testing

@Suite("coverage")
struct CoverageTests {
  private static let texts = [
    ("a", "2023", "拨付\u{FFFD}\u{FFFD}万元用于农业保险。"), ("b", "2024", "〔2园24〕号文件称农业保险。"), ("c", "2024", "农业保险完好无损。"),
    ("d", "2024", "〓某见第2员园5号。\n第二段又有〓。"), ("e", "2023", "普通通知。"),
  ]
  private let index: SampleIndex

  init() throws {
    index = try SampleIndex(lines: CoverageTests.texts.map { #"{"id":"\#($0)","date":"\#($1)","text":"\#($2.json)"}"# })
  }

  @Test(
    "counts are those of a plain scan over the documents that the filters leave", arguments: [[], ["2023"], ["2024"]])
  func counts(years: [String]) throws {
    let kinds = try CoverageTests.texts.filter { years.isEmpty || years.contains($0.1) }.map { record in
      // What repair mended is no damage.
      Set(TextDamage.stretches(in: try #require(try index.searcher.document(record.0)).text).map(\.damage))
    }
    let answer = try CoverageRequest(filters: years.map { Filter(field: "date", value: $0) }).answer(by: index.searcher)
    #expect(answer.documents == kinds.count)
    #expect(answer.unreadable == kinds.count { $0.contains(.unreadable) } && answer.unreadable > 0)
    #expect(answer.unrepaired == kinds.count { $0.contains(.unrepaired) })
    #expect(years == ["2023"] || answer.unrepaired == 2)
    #expect(answer.damaged == kinds.count { !$0.isEmpty })
    #expect(answer.generation == index.searcher.reader.manifest.generation)
  }

  @Test(
    "documents with damage can be listed and left out",
    arguments: [
      ("", ["damage=unreadable"], ["a", "d"]), ("", ["残损=未修复"], ["b", "d"]),
      ("", ["damage=unreadable", "damage=unrepaired"], ["a", "b", "d"]), ("农业保险 AND damage:unreadable", [], ["a"]),
      ("农业保险 NOT damage:unreadable NOT 残损:未修复", [], ["c"]),
    ])
  func filters(query: String, filters: [String], expected: [String]) throws {
    let answer = try index.filtered(query, by: filters)
    #expect(answer.hits.map(\.id).sorted() == expected && answer.total.strict == expected.count)
  }

  @Test("a kind of damage that there is not is refused")
  func unknown() throws {
    let error = #expect(throws: SearchError.self) { try index.filtered(by: ["damage=lost"]) }
    #expect(error?.hint?.contains("unreadable") == true)
  }

  @Test("a document says where its damage stands, as it stands there")
  func places() throws {
    let document = try #require(try index.searcher.document("d"))
    #expect(document.damage.map(\.damage) == ["unreadable", "unrepaired", "unreadable"])
    #expect(document.damage.map(\.text) == ["〓", "员园", "〓"])
    let scalars = Array(document.text.unicodeScalars)
    for place in document.damage {
      #expect(
        String(String.UnicodeScalarView(scalars[place.offset...].prefix(place.text.unicodeScalars.count))) == place.text
      )
    }
    #expect(try #require(try index.searcher.document("c")).damage.isEmpty)
  }
}

extension String {
  /// The text inside a JSON string.
  fileprivate var json: String { replacingOccurrences(of: "\n", with: "\\n") }
}
