// NFKC of what gazettes contain.

import ICU
import TestSupport
import Testing

@Test(
  "compatibility characters become what they stand for",
  arguments: [
    ("", ""), ("plain", "plain"), ("中国", "中国"), ("ＡＢ１２", "AB12"), ("㈱①Ⅳ", "(株)1IV"), ("ｶﾞ", "ガ"), ("ﬁ", "fi"),
    ("e\u{301}", "é"), ("\u{F900}", "豈"), ("\u{2F800}", "丽"), ("\u{3000}", " "), ("℃", "°C"), ("㎡", "m2"),
    ("\u{FDFA}", "صلى الله عليه وسلم"), ("\u{0}a\u{0}Ａ", "\u{0}a\u{0}A"),
  ])
func samples(text: String, expected: String) throws {
  #expect(try Normalizer.nfkc(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
}

@Test("a normalized text stays as it is", arguments: 1...4)
func idempotent(seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  for round in 0..<300 {
    let once = try Normalizer.nfkc(random.text(codePointCount: round))
    #expect(try Normalizer.nfkc(once).unicodeScalars.elementsEqual(once.unicodeScalars))
  }
}

@Test("a text that grows eighteenfold is not cut")
func growth() throws {
  let grown = try Normalizer.nfkc(String(repeating: "\u{FDFA}", count: 10_000))
  #expect(grown.unicodeScalars.count == 180_000)
}
