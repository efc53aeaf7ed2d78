// How characters sound.

import ICU
import Testing

private let table = try! PinyinTable.shared.get()

@Test(
  "common characters have their syllable without tones",
  arguments: [
    ("惠", "hui"), ("慧", "hui"), ("民", "min"), ("明", "ming"), ("账", "zhang"), ("帐", "zhang"), ("金", "jin"),
    ("中", "zhong"), ("爱", "ai"), ("二", "er"), ("行", "xing"), ("女", "nv"), ("怒", "nu"), ("律", "lv"), ("路", "lu"),
    ("略", "lve"), ("居", "ju"), ("去", "qu"), ("雪", "xue"),
  ] as [(Unicode.Scalar, String)])
func syllables(character: Unicode.Scalar, syllable: String) { #expect(table.pinyin(of: character) == syllable) }

@Test(
  "what is no common Han character has none",
  arguments: ["A", "1", "。", "國", "😀", "\u{2A700}", "\n"] as [Unicode.Scalar])
func unknown(character: Unicode.Scalar) {
  #expect(table.pinyin(of: character) == nil)
  #expect(table.homophones(of: character).isEmpty)
}

@Test("characters that sound the same are each other's homophones, none its own, by code point")
func homophones() {
  for character in "惠民账金女吕的一".unicodeScalars {
    let homophones = table.homophones(of: character)
    #expect(!homophones.isEmpty && !homophones.contains(character))
    #expect(zip(homophones, homophones.dropFirst()).allSatisfy { $0 < $1 })
    #expect(homophones.allSatisfy { table.homophones(of: $0).contains(character) })
  }
  #expect(table.homophones(of: "惠").contains("慧") && !table.homophones(of: "女").contains("怒"))
}

@Test("many characters in one call have the syllables that each has by itself")
func oneCallOrMany() throws {
  let sample = stride(from: UInt32(0x4E00), through: 0x9FFF, by: 97).compactMap(Unicode.Scalar.init) + ["a", "\n", "的"]
  let together = try PinyinTable.syllables(of: sample)
  let alone = try sample.map { try PinyinTable.syllables(of: [$0])[0] }
  #expect(together == alone)
  #expect(together.filter { !$0.isEmpty }.count > 200 && together.suffix(3) == ["", "", "de"])
}

@Test("no syllables of no characters")
func none() throws { #expect(try PinyinTable.syllables(of: []).isEmpty) }
