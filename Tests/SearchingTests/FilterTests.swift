// Filters: what each leaves, what is refused, and that they change nothing else.

import API
import Searching
import TestSupport
import Testing

@Suite("filters")
struct FilterTests {
  private let index: SampleIndex

  init() throws {
    index = try SampleIndex(lines: [
      #"{"id":"a","title":"关于普惠金融的意见","number":"国办发[2024]7号","issuers":["國務院辦公廳"],"date":"2024-03-05","kind":"意见","region":"青岚省/云泽市","text":"推进普惠金融。"}"#,
      #"{"id":"b","title":"普惠金融通知","number":"云政发〔2024〕7号","issuer":["云泽市财政局","云泽市金融办"],"date":"2024年12月","kind":"通知","region":["青岚省","云泽市","临湖区"],"parent":"a","text":"落实国办发〔2024〕7号，普惠金融和金融监管。"}"#,
      #"{"id":"c","date":"2023","kind":"通知","publication":"临湖公报","issue":"2024年第3期","expires":"2026-01-31","text":"农业保险，普惠农业。"}"#,
      #"{"id":"d","text":"没有任何要素的普惠文件。"}"#,
    ])
  }

  @Test(
    "a filter leaves exactly the documents that have the value",
    arguments: [
      (["kind=通知"], ["b", "c"]), (["文种=通知", "kind=意見"], ["a", "b", "c"]), (["kind=通知", "date=2024"], ["b"]),
      (["文号=国办发（2024） 7号"], ["a"]), (["Kind=通知", "文種=方案"], ["b", "c"]), (["number=國辦發〔２０２４〕第7號"], ["a"]),
      (["number=国办发〔2024〕8号"], []),
      (["issuers=国务院办公厅"], ["a"]), (["issuer=云泽市金融办"], ["b"]), (["发文机关=云泽市"], []),
      (["date=2024"], ["a", "b"]), (["date=2024年3月"], ["a"]), (["date=2024-03-05"], ["a"]), (["date=2024-12"], ["b"]),
      (["日期=2023", "date=2024-12"], ["b", "c"]), (["date=2024-12-01"], []), (["expires=2026-01"], ["c"]),
      (["region=青岚省"], ["a", "b"]), (["region=临湖区"], ["b"]), (["region=青岚省/云泽市"], ["a", "b"]),
      (["region=云泽市"], ["a", "b"]), (["region=青岚省/云泽市/临湖区"], ["b"]), (["region=临湖区/云泽市"], []),
      (["parent=a"], ["b"]), (["publication=臨湖公報"], ["c"]), (["期=2024年第3期"], ["c"]), (["id=d"], ["d"]),
      (["id=a", "id=c"], ["a", "c"]), (["source=default/records.jsonl"], ["a", "b", "c", "d"]),
      (["source=records.jsonl"], []), (["collection=default"], ["a", "b", "c", "d"]), (["collection=x"], []),
      (["title=普惠金融"], ["a", "b"]), (["标题=普惠金融通知"], ["b"]), (["title=农业"], []),
      (["text=普惠金融"], ["a", "b"]), (["正文=农业保险", "text=要素"], ["c", "d"]), (["text=金融监管", "title=通知"], ["b"]),
      (["text=惠"], ["a", "b", "c", "d"]), (["kind=a=b"], []),
    ])
  func values(filters: [String], expected: [String]) throws {
    let answer = try index.filtered(by: filters)
    #expect(answer.hits.map(\.id) == expected)
    #expect(answer.hits.allSatisfy { $0.score == 0 && $0.passages.count == 1 })
    #expect(answer.total == Total(strict: expected.count, loose: expected.count, exact: true))
    let ranked = try index.filtered("普惠", by: filters)
    #expect(ranked.hits.map(\.id).sorted() == expected)
    #expect(ranked.total == Total(strict: expected.count, loose: expected.count, exact: true))
  }

  @Test(
    "what cannot be looked for is refused with the reason, never answered with nothing",
    arguments: [
      (["dte=2024"], "there is no field “dte”"), (["date=abc"], "date is “abc”"),
      (["有效期至=长期"], "expires is “长期”"), (["kind="], "kind is “”"), (["region=/"], "region is “/”"),
      (["title=！"], "title is “！”"), (["text="], "text is “”"), (["id="], "id is “”"),
      (Array(repeating: "kind=意见", count: 65), "there are 65 filters"),
      (["kind=" + String(repeating: "长", count: 1_366)], "4098 bytes"),
    ])
  func refused(filters: [String], message: String) {
    let error = #expect(throws: SearchError.self) { try index.filtered("普惠", by: filters) }
    #expect(error?.code == .invalidRequest)
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
  }

  @Test("the list of fields is part of the answer to an unknown one")
  func listed() {
    let error = #expect(throws: SearchError.self) { try index.filtered(by: ["x=y"]) }
    #expect(error?.hint?.contains("number 文号") == true)
  }

  @Test("hits carry what is known, and null or nothing else")
  func fields() throws {
    let hits = try index.filtered(by: ["id=b", "id=d"]).hits
    #expect(
      hits[0].fields
        == DocumentFields(
          title: "普惠金融通知", number: "云政发〔2024〕7号", issuers: ["云泽市财政局", "云泽市金融办"], region: "青岚省/云泽市/临湖区",
          date: "2024-12", kind: "通知", parent: "a"))
    #expect(hits[1].fields == DocumentFields())
    #expect(hits[1].json().contains(#""date":null,"effective":null,"#) && hits[1].json().contains(#""inferred":[]"#))
  }

  @Test("a document's answer has fields, lines, attachments and what means nothing here")
  func document() throws {
    let answer = try #require(try index.searcher.document("a"))
    #expect(answer.number == "国办发〔2024〕7号" && answer.sourceLines == [[1, 1]] && answer.attachments == ["b"])
    #expect(answer.other.isEmpty && answer.cites.isEmpty)
  }

  @Test("without query and filters nothing is found; a query without words leaves what filters leave, and says so")
  func empty() throws {
    #expect(try index.filtered(by: []).hits.isEmpty)
    let answer = try index.filtered("！！", by: ["kind=意见"])
    #expect(answer.hits.map(\.id) == ["a"] && answer.notices.map(\.code) == ["no-words"])
  }
}
