// Every error a caller can bring about.

import ICU
import Testing

private func code(_ action: () throws -> Void) -> ICUError.Code? {
  do {
    try action()
  } catch {
    return (error as? ICUError)?.code
  }
  return nil
}

@Test(
  "a charset that is not in ICU's alias table is unknown, also if it looks like a path",
  arguments: [
    "", "no-such-charset", "../../etc/passwd", "GB18030,version=1", "汉字",
    String(repeating: "x", count: 100),
  ])
func unknownCharsets(name: String) {
  #expect(code { _ = try CharsetConverter(charset: name) } == .unknownCharset)
}

@Test("a charset that ICU knows but has no table for is missing data")
func missingTable() {
  #expect(code { _ = try CharsetConverter(charset: "ISO-8859-16") } == .dataMissing)
}

@Test("a name with a NUL is not cut there")
func nulInName() {
  #expect(code { _ = try CharsetConverter(charset: "GB18030\0") } == .unknownCharset)
  #expect(code { _ = try WordBreaker(locale: "zh\0") } == .invalidInput)
}

@Test("a text beyond 2^31 - 1 bytes is refused before a byte of it is read")
func tooLong() {
  let byte: [UInt8] = [0x41]
  byte.withUnsafeBufferPointer { one in
    let tooLong = UnsafeBufferPointer(start: one.baseAddress, count: Int(Int32.max) + 1)
    #expect(code { try WordBreaker().forEachWord(inUTF8: tooLong) { _, _ in } } == .invalidInput)
    #expect(code { _ = try CharsetConverter(charset: "UTF-8").decode(tooLong) } == .invalidInput)
  }
}

@Test("the message says what was being done and what ICU calls the error")
func message() throws {
  let error = try #require(throws: ICUError.self) { try CharsetConverter(charset: "ISO-8859-16") }
  #expect(error.message == "opening a converter for ISO-8859-16: U_FILE_ACCESS_ERROR")
}
