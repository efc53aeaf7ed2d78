// The pairs that folding is built from.

import ICU
import Testing

private let pairs = try! TraditionalToSimplified.singleCodePointPairs()
private let table = Dictionary(pairs.map { ($0.from, $0.to) }, uniquingKeysWith: { first, _ in first })

private func character(_ value: UInt32) -> Character { Character(Unicode.Scalar(value)!) }

@Test("the pairs increase, so none occurs twice, and none maps a character to itself")
func pairsIncrease() {
  #expect(zip(pairs, pairs.dropFirst()).allSatisfy { $0.from < $1.from })
  #expect(pairs.allSatisfy { $0.from != $0.to })
}

@Test("no context of longer words plays a part: each character stands for itself")
func wellKnown() {
  let expected: KeyValuePairs<Character, Character> = [
    "國": "国", "於": "于", "後": "后", "乾": "干", "幹": "干", "裏": "里", "裡": "里", "臺": "台", "隻": "只", "係": "系",
    "髮": "发", "發": "发", "鐘": "钟", "鍾": "钟", "準": "准", "範": "范", "復": "复", "複": "复", "曆": "历", "歷": "历",
    "註": "注", "佔": "占", "匯": "汇", "彙": "汇", "為": "为", "爲": "为", "啟": "启", "羣": "群", "眾": "众", "廠": "厂",
  ]
  for (traditional, simplified) in expected {
    #expect(table[traditional.unicodeScalars.first!.value].map(character) == simplified)
  }
}

@Test("both sides are Han: brackets are not for this table", arguments: ["国", "后", "覆", "群", "「", "」", "A", "Ａ"])
func leftAlone(text: String) {
  #expect(table[text.unicodeScalars.first!.value] == nil)
  #expect(pairs.allSatisfy { $0.from >= 0x2E80 && $0.to >= 0x2E80 })
}

@Test("no simplified character is mapped again but two rare ones that ICU exchanges")
func chains() {
  let chains = pairs.filter { table[$0.to] != nil }.map { "\(character($0.from))→\(character($0.to))" }
  #expect(chains == ["苎→苧", "苧→苎", "薴→苧"])
}

@Test("there are as many pairs as ICU 72 has, or more")
func count() { #expect(pairs.count >= 2853) }
