// JSON Lines: records become documents, and every character is led back to where its escape begins.

import Archive
import Foundation
import TestSupport
import Testing

@testable import Ingestion

@Suite("JSON Lines")
struct RecordTests {
  private func ingest(_ text: String) -> IngestedSource {
    Ingestor().ingest(Array(text.utf8), of: SourceID(path: "a.jsonl"), format: .jsonLines)
  }

  @Test("a record becomes a document with its own id, its title and its text")
  func record() throws {
    let source = ingest(#"{"id":"x-1","title":"河道管理办法","text":"第一条 总则。\n第二条 附则。","year":2024}"#)
    let document = try #require(source.documents.first)
    #expect(source.documents.count == 1 && source.diagnostics.isEmpty && !source.isRefused)
    #expect(document.id == DocumentID("x-1") && document.ordinal == 1 && document.metadata.title == "河道管理办法")
    #expect(document.text == "河道管理办法\n第一条 总则。\n第二条 附则。")
  }

  @Test("a stated date or effective date is what a term counts from")
  func statedDates() {
    let text = #""text":"渡船补贴通知\n现通知如下。本通知自印发之日起施行，有效期3年。""#
    let dated = ingest(#"{"id":"1","date":"2021-09-15",\#(text)}"#).documents[0].metadata
    #expect(dated.effective == CalendarDate("2021-09-15") && dated.expires == CalendarDate("2024-09-14"))
    #expect(dated.inferred.isSuperset(of: [.effective, .expires]))
    let begun = ingest(#"{"id":"1","date":"2021-09-15","effective":"2022-01-01",\#(text)}"#).documents[0].metadata
    #expect(begun.effective == CalendarDate("2022-01-01") && begun.expires == CalendarDate("2024-12-31"))
    let own = ingest(#"{"id":"1","effective":"2021-09-15","text":"渡船补贴办法\n第二条 本办法有效期3年。"}"#).documents[0].metadata
    #expect(own.effective == CalendarDate("2021-09-15") && own.expires == CalendarDate("2024-09-14"))
    let ended = ingest(#"{"id":"1","date":"2021-09-15","expires":"2030-01-01",\#(text)}"#).documents[0].metadata
    #expect(ended.expires == CalendarDate("2030-01-01") && ended.effective == CalendarDate("2021-09-15"))
    let printed = ingest(#"{"id":"1","date":"2021-09-15","text":"渡船补贴办法\n本办法自2020年1月1日起施行。"}"#).documents[0].metadata
    #expect(printed.effective == CalendarDate("2020-01-01") && printed.expires == nil)
    let bare = ingest(#"{"id":"1","text":"渡船补贴办法\n第二条 本办法有效期3年。"}"#).documents[0].metadata
    #expect(bare.effective == nil && bare.expires == nil)
  }

  @Test("a date stated for all is what a term counts from, unless a record states its own")
  func sharedDate() throws {
    let lines =
      #"{"id":"1","text":"本通知自印发之日起施行，有效期3年。"}"# + "\n" + #"{"id":"2","date":"2020-03-01","text":"本通知自印发之日起施行，有效期3年。"}"#
    var options = ReadingOptions()
    options.fields = try StatedFields(["date=2021-09-15"])
    let documents = Ingestor(reading: options).ingest(
      Array(lines.utf8), of: SourceID(path: "a.jsonl"), format: .jsonLines
    ).documents
    #expect(documents.map(\.metadata.expires) == [CalendarDate("2024-09-14"), CalendarDate("2023-02-28")])
  }

  @Test("a title that heads the text, or stands behind its number, is not put before it again")
  func titleInText() {
    #expect(ingest(#"{"id":"1","title":"办法","text":"办法（试行）\n第一条"}"#).documents[0].text == "办法（试行）\n第一条")
    let numbered = ingest(#"{"id":"1","title":"办法","text":"甲发〔2024〕1号\n办法\n第一条"}"#)
    #expect(numbered.documents[0].text == "甲发〔2024〕1号\n办法\n第一条")
    let cited = ingest(#"{"id":"1","title":"办法","text":"印发《办法》。\n第一条"}"#)
    #expect(cited.documents[0].text == "办法\n印发《办法》。\n第一条")
  }

  @Test(
    "title and other fields may be missing, and an id may be a number",
    arguments: [
      #"{"id":"7","text":"文"}"#, #"{"id":7,"text":"文"}"#, #"{"id":"7","title":null,"text":"文"}"#,
      #" { "text" : "文" , "tags" : [ {"a": [1.5e3, true, null, "x"]}, {} ], "id" : "7" } "#,
      #"{"id":"7","title":" ","text":"\n文\n\n"}"#,
    ])
  func optionalFields(line: String) {
    let source = ingest(line)
    #expect(source.documents.map(\.id) == [DocumentID("7")])
    #expect(source.documents.map(\.text) == ["文"])
    #expect(source.documents.map(\.metadata.title) == [nil])
  }

  @Test(
    "a bad record is told with its line, and the others are read",
    arguments: [
      "{", "[]", "x", #"{"id":"b"}"#, #"{"text":"b"}"#, #"{"id":"","text":"b"}"#, #"{"id":"b","text":1}"#,
      #"{"id":"b","text":"b"} x"#, #"{"id":"b" "text":"b"}"#, #"{"id":"b","text":"\x"}"#,
      #"{"id":"b","text":"\ud800"}"#,
      #"{"id":"b","text":"b","n":01}"#, #"{"id":"b","text":"b",}"#, #"{"id":"b","text":"a\#u{1}b"}"#,
      #"{"id":{},"text":"b"}"#, "{\"id\":\"b\",\"text\":\"b\",\"n\":" + String(repeating: "[", count: 100_000),
    ])
  func badRecord(line: String) {
    let source = ingest("{\"id\":\"a\",\"text\":\"甲\"}\n\n\(line)\r\n{\"id\":\"c\",\"text\":\"丙\"}\n")
    #expect(source.documents.map(\.id.description) == ["a", "c"])
    #expect(source.diagnostics.map(\.code) == [.invalidRecord])
    #expect(source.diagnostics.map(\.line) == [3])
  }

  @Test("an id that occurs twice names the line that had it first, and the later record is left out")
  func duplicate() {
    let source = ingest("{\"id\":\"a\",\"text\":\"甲\"}\n{\"id\":\"a\",\"text\":\"乙\"}\n")
    #expect(source.documents.map(\.text) == ["甲"])
    #expect(source.diagnostics.map(\.code) == [.duplicateID] && source.diagnostics[0].line == 2)
    #expect(source.diagnostics[0].message.contains("line 1"))
  }

  @Test("a record without text is told, and a source of bad records alone is refused")
  func nothing() {
    #expect(ingest(#"{"id":"a","text":" \n"}"#).diagnostics.map(\.code) == [.empty])
    #expect(ingest("{\n{\n").isRefused)
    #expect(ingest("\n \n").diagnostics.map(\.code) == [.empty])
  }

  @Test("an escaped character stands at the column where its escape begins")
  func escapes() {
    let line = #"{"id":"a","text":"甲\u4e59\n丙\ud83d\ude00\"D"}"#
    let document = ingest("\n" + line).documents[0]
    #expect(document.text == "甲乙\n丙😀\"D")
    #expect((0..<7).map { document.spans.position(at: $0)!.line } == [2, 2, 2, 2, 2, 2, 2])
    #expect([0, 1, 3, 4, 5, 6].map { document.spans.position(at: $0)!.column } == [19, 20, 28, 29, 41, 43])
  }

  @Test(
    "random records are read as the JSON of Foundation, and every place is right", arguments: 0..<100 as Range<UInt64>)
  func random(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let text = "甲" + String.random(codePointCount: 200, using: &generator)
    let options: JSONSerialization.WritingOptions = seed % 2 == 0 ? [] : [.withoutEscapingSlashes, .sortedKeys]
    let json = try JSONSerialization.data(withJSONObject: ["id": "a", "text": text], options: options)
    let line = Array(String(decoding: json, as: UTF8.self).unicodeScalars)
    guard !line.contains("\r"), !line.contains("\n") else { return }
    let document = try #require(ingest(String(decoding: json, as: UTF8.self)).documents.first)
    let repaired = Repairer().repair(SourceText(wholeSource: Array(text.unicodeScalars)))
    #expect(document.text == repaired.text)
    let edited = repaired.editedOffsets
    let wrongOffsets = document.text.unicodeScalars.enumerated().filter { offset, scalar in
      guard let position = document.spans.position(at: offset), position.line == 1 else { return true }
      let raw = line[position.column - 1]
      return raw != scalar && raw != "\\" && !scalar.isSpace && !edited.contains(offset)
    }
    #expect(wrongOffsets.isEmpty)
  }
}
