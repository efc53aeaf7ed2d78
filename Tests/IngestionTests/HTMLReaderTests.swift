// Pages become lines of text: what a reader sees, every character led back to its place.

import Archive
import TestSupport
import Testing

@testable import Ingestion

@Suite("HTML")
struct HTMLReaderTests {
  private func read(_ page: String) -> (text: SourceText, diagnostics: [Diagnostic]) {
    var reader = HTMLReader(Array(page.unicodeScalars))
    return reader.read()
  }

  /// The lines without the space that marks their ends.
  private func lines(_ page: String) -> [String] {
    String(scalars: read(page).text.scalars[...]).split(separator: "\n", omittingEmptySubsequences: false).map {
      String($0.hasSuffix(" ") ? $0.dropLast() : $0)
    }
  }

  private func ingest(_ page: String) -> IngestedSource {
    Ingestor().ingest(Array(page.utf8), of: SourceID(path: "a.html"), format: .html)
  }

  @Test(
    "a page is what its reader sees of it",
    arguments: [
      ("甲<b>乙</b>丙", ["甲乙丙"]), ("<p>甲<p>乙</P >丙", ["甲", "乙", "丙"]), ("甲<br>乙<BR/>丙", ["甲", "乙", "丙"]),
      ("<div>\n  <p> 甲 </p>\n\n<p>乙</p></div>", ["甲", "乙"]),
      ("甲\n  乙", ["甲乙"]), ("open\n data", ["open data"]), ("甲 乙", ["甲 乙"]), ("甲 \t 乙", ["甲 乙"]),
      ("甲 <b> 乙</b>", ["甲 乙"]), ("甲\nA", ["甲 A"]),
      ("&#20013;&#x4E2D;&#X4e2d&nbsp;&ldquo;&amp;&lt;p&gt;", ["中中中\u{A0}“&<p>"]),
      ("a&b &nosuch; &amp &; &", ["a&b &nosuch; &amp &; &"]), ("&#; &#0; &#xD800;", ["&#; &#0; &#xD800;"]),
      ("&#99999999999;", ["&#99999999999;"]),
      ("&#147;甲&#148;", ["“甲”"]),
      ("5 < 6 <7> a<b", ["5 < 6 <7> a"]), ("甲</>乙</3>丙", ["甲乙丙"]),
      ("甲<!-- <p>无</p> -->乙<!-->丙<!doctype html><?xml a?>丁", ["甲乙丙丁"]),
      ("<title>题</title><script>if (a<b) '</p>'</script><STYLE>p{}</Style>甲", ["甲"]),
      ("<a title=\"x>y\" href='>'>甲</a><a b=c\"d>e</a>乙", ["甲e乙"]),
      ("<pre>甲\n  乙</pre>丙\n丁", ["甲", "  乙", "丙丁"]),
      ("<ul><li>甲<li>乙</ul>丙", ["甲", "乙", "丙"]), ("<h1>甲</h1>乙", ["甲", "乙"]), ("", [""]), ("<p></p>", [""]),
    ])
  func page(page: String, expected: [String]) { #expect(lines(page) == expected) }

  @Test(
    "cells of a row share a line, and those that lay out a page do not",
    arguments: [
      ("<table><tr><td>甲</td><td>乙</td></tr><tr><th>丙<th>丁</table>戊", ["甲\t乙", "丙\t丁", "戊"]),
      ("<tr>\n<td>\n<p>甲</p>\n</td>\n<td><p>乙</p></td></tr>", ["甲\t乙"]),
      ("<table><tr><td><p>甲</p><p>乙</p></td></tr><tr><td>丙</td></tr></table>", ["甲", "乙", "丙"]),
      ("<table><tr><td><table><tr><td>甲</td><td>乙</td></tr></table></td><td>丙</td></tr></table>", ["甲\t乙", "丙"]),
      ("<tr><td></td><td>甲</td></tr>", ["甲"]),
    ])
  func cells(page: String, expected: [String]) { #expect(lines(page) == expected) }

  @Test("cells stay apart through repair, whatever stands in them")
  func cellsThroughRepair() {
    let rows = [["区", "年份", "金额"], ["临湖区", "2024", "500"], ["甲乙", "乙丙", "第 3 期"], ["A", "临湖区", "B"]]
    let page = rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined(separator: "\n")
    let text = ingest("<table>\(page)</table>").documents.first?.text
    #expect(text == "区\t年份\t金额\n临湖区\t2024\t500\n甲乙\t乙丙\t第3期\nA\t临湖区\tB")
  }

  @Test(
    "a page whose text gives no title has that of the page, without column and site",
    arguments: [
      ("关于印发普惠金融办法的通知_政策文件_云泽市人民政府", "关于印发普惠金融办法的通知", "通知"),
      ("云泽市人民政府 - 关于印发普惠金融办法的通知", "关于印发普惠金融办法的通知", "通知"),
      ("云泽市2024-2026年情况 | 云泽市", "云泽市2024-2026年情况", nil), ("\n  普惠&nbsp;金融\n  简介 – 云泽\n", "普惠 金融 简介", nil),
      ("_ - ", nil, nil), ("", nil, nil), (String(repeating: "长", count: 600), nil, nil),
    ])
  func pageTitle(content: String, title: String?, kind: String?) throws {
    let page = "<head><title>\(content)</title></head><p>云泽市开展普惠金融工作，成效明显。</p>"
    let metadata = try #require(ingest(page).documents.first).metadata
    #expect(metadata.title == title && metadata.kind == kind)
    #expect(metadata.inferred.contains(.title) == (title != nil))
  }

  @Test("the title that the text prints goes before that of the page")
  func printedTitle() throws {
    let page = "<title>通知公告_云泽市</title><h1>云泽市人民政府关于做好防汛工作的通知</h1><p>各县区：</p><p>请做好防汛工作。</p>"
    let metadata = try #require(ingest(page).documents.first).metadata
    #expect(metadata.title == "云泽市人民政府关于做好防汛工作的通知" && !metadata.inferred.contains(.title))
  }

  /// The first paragraph that repair made something else of.
  private func harmed(_ paragraphs: [String]) -> String? {
    let source = ingest("<div>" + paragraphs.map { "<p>\($0)</p>\n" }.joined() + "</div>")
    let found = source.documents.first?.text.split(separator: "\n").map(String.init) ?? []
    let expected = paragraphs.map { $0.split(separator: "\n").joined() }
    return zip(found, expected).first { $0 != $1 }?.0 ?? (found.count == expected.count ? nil : "count")
  }

  @Test("paragraphs come through line joining as they are, even where their ends look like a column")
  func joining() {
    let sentences = (0..<40).map { "各乡镇要结合实际制定第\($0 + 10)号方案，明确责任分工，\n抓好工作落实，按时完成。" }
    let items = (0..<60).map { "第\($0 + 10)批开展乡村道路养护的行政村名单和责任单位由各乡镇人民政府报县交通运输局" }
    #expect(harmed(sentences) == nil)
    #expect(harmed(Array(zip(sentences, items)).flatMap { [$0, $1] }) == nil)
    #expect(harmed(sentences.map { $0.dropLast() + "乡镇" }) == nil)
  }

  @Test("what never ends is told with its line, and what stands before it is read")
  func unterminated() {
    for end in ["<!-- ", "<p class=\"", "<script>", "<title", "<?", "</p", "<a b=", "<style>p {"] {
      let source = ingest("<p>甲</p>\n\(end)乙")
      #expect(source.documents.map(\.text) == ["甲"], "\(end)")
      #expect(source.diagnostics.map(\.code) == [.unterminated] && source.diagnostics[0].line == 2, "\(end)")
    }
  }

  @Test(
    "a page's encoding is taken from its head",
    arguments: [
      ("<meta charset=gbk>", TextEncoding.gb18030), ("<META http-equiv='x' content='text/html; charset=Big5'>", .big5),
      ("<meta name=a><meta charset = \"gb2312\" />", .gb18030), ("<meta charset=utf-16le>", nil), ("charset=gbk", nil),
      ("<meta charset=nosuch>", nil), ("<meta charset", nil), ("<meta charset=\"\">", nil),
    ])
  func charset(head: String, expected: TextEncoding?) throws {
    #expect(HTMLCharset.declared(in: Array("<html><head>\(head)".utf8)) == expected)
  }

  @Test("the declared encoding decodes the page", arguments: [("gbk", TextEncoding.gb18030), ("big5", .big5)])
  func declared(name: String, encoding: TextEncoding) throws {
    let bytes = try encoding.encode(Array("<meta charset=\(name)><p>公告</p>".unicodeScalars))
    let source = Ingestor().ingest(bytes, of: SourceID(path: "a.html"), format: .html)
    #expect(source.documents.map(\.text) == ["公告"] && source.encoding == encoding.name)
  }

  @Test("every character stands where the span map says", arguments: 0..<200 as Range<UInt64>)
  func spans(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "<p>", "</p>", "<br>", "<td>", "</td>", "<tr>", "<b>", "<!--", "-->", "&lt;", "&", "<", ">", "\"", "=",
    ]
    var page = ""
    for _ in 0..<60 {
      page += String.random(codePointCount: Int.random(in: 0..<6, using: &generator), using: &generator)
      page += pieces.randomElement(using: &generator) ?? ""
    }
    let scalars = Array(page.unicodeScalars)
    let source = LineRanges(scalars).map { Array(scalars[$0]) }
    let text = read(page).text
    var last = (1, 0)
    let wrongOffsets = text.scalars.indices.filter { offset in
      guard !text.scalars[offset].isSpace else { return false }
      guard let place = text.origins.position(at: offset), place.line <= source.count,
        place.column <= source[place.line - 1].count, last < (place.line, place.column)
      else { return true }
      last = (place.line, place.column)
      let original = source[place.line - 1][place.column - 1]
      return original != text.scalars[offset] && original != "&"
    }
    #expect(wrongOffsets.isEmpty, "\(page)")
  }

  @Test(
    "hostile pages are read in linear time",
    arguments: [
      ("<div>", 200_000), ("<", 200_000), ("<!--", 100_000), ("<a href=\"", 60_000), ("<p <p", 100_000),
      ("&", 200_000), ("&#", 200_000), ("<script", 60_000), ("<script>", 60_000), ("</", 200_000),
      ("<td>", 100_000), ("甲<td><p>", 60_000), ("<pre>\n", 60_000), ("<title><title>", 50_000),
      ("<aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 20_000), ("= '", 100_000), ("\r\n甲<br>", 60_000),
    ])
  func hostile(unit: String, count: Int) {
    let clock = ContinuousClock()
    let small = clock.measure { _ = read(String(repeating: unit, count: count / 10)) }
    let large = clock.measure { _ = read(String(repeating: unit, count: count)) }
    // Ten times the work; thirty times the time leaves room for a busy machine, a hundred would be quadratic.
    #expect(large < max(small * 30, .milliseconds(1_000)))
  }
}
