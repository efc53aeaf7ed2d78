// Every file of Corpus/Broken gives what its README says.

import Archive
import Foundation
import Testing

@testable import Ingestion

@Suite("broken files")
struct BrokenCorpusTests {
  /// A file and what becomes of it.
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    var encoding: String?
    /// The text's first line and how many it has.
    var text: (first: String, lineCount: Int)?
    var code: Diagnostic.Code?
    var byteOffset: Int?
    var line: Int?
    var testDescription: String { name }
  }

  private static let vegetables = ("松陵县人民政府办公室关于做好冬春蔬菜储备工作的通知", 7)
  private static let wetlands = ("云泽市湿地巡护员管理办法", 3)
  private static let rows = [
    Row(name: "gb18030.txt", encoding: "GB18030", text: vegetables),
    Row(name: "big5.txt", encoding: "Big5", text: ("臨湖區公所關於舊城區古井調查的公告", 5)),
    Row(name: "utf-16le-mark.txt", encoding: "UTF-16LE", text: wetlands),
    Row(name: "utf-16be-mark.txt", encoding: "UTF-16BE", text: wetlands),
    Row(name: "utf-16le.txt", encoding: "UTF-16LE", text: wetlands),
    Row(name: "utf-16be.txt", encoding: "UTF-16BE", text: wetlands),
    Row(name: "crlf.txt", encoding: "UTF-8", text: ("云泽市水库水位公告", 3)),
    Row(name: "cr.txt", encoding: "UTF-8", text: ("云泽市山塘水位公告", 3)),
    Row(name: "gbk.html", encoding: "GB18030", text: ("松陵县客运班车调整公告", 6)),
    Row(name: "unclosed.html", encoding: "UTF-8", text: ("临湖区图书馆开放时间公告", 2), code: .unterminated, line: 3),
    Row(name: "utf-8-damaged.txt", code: .undecodable, byteOffset: 80, line: 3),
    Row(name: "gb18030-truncated.txt", code: .undecodable, byteOffset: 238, line: 5),
    Row(name: "nul-bytes.txt", code: .undecodable, byteOffset: 52, line: 2),
    Row(name: "ambiguous.txt", code: .ambiguousEncoding),
    Row(name: "picture.txt", code: .binary),
    Row(name: "empty.txt", encoding: "UTF-8", code: .empty),
  ]

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Corpus/Broken")

  private func ingest(_ name: String, lossy: Bool = false) throws -> IngestedSource {
    let bytes = Array(try Data(contentsOf: BrokenCorpusTests.folder.appending(path: name)))
    var options = ReadingOptions()
    options.isLossy = lossy
    let format = try #require(SourceFormat(path: name))
    return Ingestor(reading: options).ingest(bytes, of: SourceID(path: name), format: format)
  }

  @Test("a file gives its text, or the finding with place and remedy", arguments: rows)
  func file(row: Row) throws {
    let source = try ingest(row.name)
    let lines = source.documents.first?.text.split(separator: "\n") ?? []
    #expect(lines.first.map(String.init) == row.text?.first && lines.count == row.text?.lineCount ?? 0)
    #expect(source.encoding == row.encoding)
    let finding = source.diagnostics.first
    #expect(finding?.code == row.code && source.diagnostics.count <= 1)
    #expect(finding?.byteOffset == row.byteOffset && finding?.line == row.line)
    #expect(finding == nil || finding?.hint != nil)
  }

  @Test("no file is without an expectation")
  func complete() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: BrokenCorpusTests.folder.path)
    #expect(names.sorted() == BrokenCorpusTests.rows.map(\.name).sorted())
  }

  @Test("lossy reading gives the text around the damage", arguments: ["utf-8-damaged.txt", "gb18030-truncated.txt"])
  func lossy(name: String) throws {
    let source = try ingest(name, lossy: true)
    #expect(source.diagnostics.map(\.code) == [.replaced])
    #expect(source.documents.first?.text.unicodeScalars.count { $0 == "\u{FFFD}" } == 1)
  }

  @Test("one line of five megabytes is text like any other", arguments: [TextEncoding.utf8, .gb18030])
  func longLine(encoding: TextEncoding) throws {
    let unit = Array("青岚省各县应当于年底前完成普查，".unicodeScalars)
    let bytes = try encoding.encode(unit)
    var line: [UInt8] = []
    while line.count < 5 << 20 { line += bytes }
    let source = Ingestor().ingest(line, of: SourceID(path: "a.txt"), format: .text)
    #expect(source.encoding == encoding.name && source.diagnostics.isEmpty)
    #expect(source.documents.first?.text.unicodeScalars.count == line.count / bytes.count * unit.count)
  }
}
