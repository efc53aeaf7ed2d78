// PDF files give their text or the reason why not, and a program that misbehaves holds up nobody.

import Archive
import TestSupport
import Testing

@testable import Ingestion

@Suite("PDF")
struct PDFReaderTests {
  private static let pages = [["青岚省渡口安全检查公报", "Issue 7, 2024"], ["云泽市停渡整改两处。"]]

  private func ingest(_ bytes: [UInt8]) -> IngestedSource {
    Ingestor().ingest(bytes, of: SourceID(path: "a.pdf"), format: .pdf)
  }

  private func refusal(_ bytes: [UInt8], by reader: PDFReader) -> Diagnostic? {
    do {
      _ = try reader.text(of: bytes)
      return nil
    } catch { return error.diagnostic }
  }

  @Test("the text of all pages is one document, whose lines are those of the extracted text")
  func text() throws {
    let source = ingest(PDFWriter.file(pages: PDFReaderTests.pages))
    let document = try #require(source.documents.first, "\(source.diagnostics)")
    #expect(source.diagnostics.isEmpty && source.encoding == nil)
    #expect(document.text.contains("青岚省渡口安全检查公报") && document.text.contains("云泽市停渡整改两处。"))
    #expect(document.spans.position(at: 0) == SourcePosition(line: 1, column: 1))
    let extracted = try PDFReader().text(of: PDFWriter.file(pages: PDFReaderTests.pages))
    #expect(extracted.count { $0 == 0x0C } == 2)
  }

  @Test("a PDF without text, an encrypted one, a broken one and one that is none are told apart")
  func refused() {
    let file = PDFWriter.file(pages: PDFReaderTests.pages)
    let locked = PDFWriter.file(pages: PDFReaderTests.pages, encrypted: true)
    #expect(ingest(PDFWriter.file(pages: [[], []])).diagnostics.map(\.code) == [.noTextLayer])
    #expect(ingest(locked).diagnostics.map(\.code) == [.encrypted])
    #expect(ingest(Array("%PDF-1.4\nnothing".utf8)).diagnostics.map(\.code) == [.damagedFile])
    #expect(ingest(Array(file.dropFirst(5))).diagnostics.map(\.code) == [.damagedFile])
    #expect(ingest([]).diagnostics.map(\.code) == [.damagedFile])
    #expect(ingest(PDFWriter.file(pages: [[]])).diagnostics.first?.hint == "run OCR first")
  }

  @Test("damaged files are read or refused", arguments: 0..<20 as Range<UInt64>)
  func damaged(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var file = PDFWriter.file(pages: PDFReaderTests.pages)
    for _ in 0..<5 {
      file[Int.random(in: 8..<file.count, using: &generator)] = UInt8.random(in: .min ... .max, using: &generator)
    }
    if seed % 2 == 0 { file = Array(file.prefix(Int.random(in: 0..<file.count, using: &generator))) }
    let source = ingest(file)
    #expect(!source.documents.isEmpty || source.isRefused)
  }

  @Test("where pdftotext is missing, the remedy is told")
  func missing() {
    let finding = refusal(Array("%PDF-".utf8), by: PDFReader(program: "suoyin-no-such-program"))
    #expect(finding?.code == .missingTool && finding?.hint == "apt-get install poppler-utils")
  }

  @Test("a program that never ends, writes without end or dies is ended and told")
  func hostilePrograms() {
    func run(_ script: String, seconds: Double = 60) -> ToolRun.End {
      ToolRun.run("sh", ["-c", script], input: [], maximumOutputBytes: 100_000, seconds: seconds)
    }
    #expect(run("exec sleep 60", seconds: 0.2) == .timedOut)
    #expect(run("exec yes") == .tooMuchOutput)
    #expect(run("kill -9 $$") == .failed("it was ended by signal 9"))
    guard case .exited(3, let output, let complaint) = run("echo a; head -c 1000000 /dev/zero >&2; exit 3") else {
      Issue.record("the status is lost")
      return
    }
    #expect(output == Array("a\n".utf8) && complaint.utf8.count == 1_000)
  }

  @Test("a program that takes too long, or whose text is too much, is told as that")
  func limits() {
    let file = PDFWriter.file(pages: PDFReaderTests.pages)
    #expect(refusal(file, by: PDFReader(maximumTextBytes: 10))?.code == .tooLarge)
    #expect(refusal(file, by: PDFReader(seconds: -1))?.code == .timedOut)
    #expect(refusal(file, by: PDFReader(program: "false"))?.message == "the PDF is broken: false ended with status 1")
  }

  @Test("large input and output pass without anyone waiting for the other")
  func large() {
    let input = [UInt8](repeating: 0x61, count: 8 << 20)
    let end = ToolRun.run("cat", [], input: input, maximumOutputBytes: 8 << 20, seconds: 60)
    #expect(end == .exited(status: 0, output: input, complaint: ""))
    #expect(ToolRun.run("cat", [], input: input, maximumOutputBytes: 100, seconds: 60) == .tooMuchOutput)
    let nothing = ToolRun.run("cat", [], input: [], maximumOutputBytes: 0, seconds: 60)
    #expect(nothing == .exited(status: 0, output: [], complaint: ""))
  }
}
