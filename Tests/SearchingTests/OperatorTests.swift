// Operators as sets: what they leave equals set algebra over a plain scan.

import API
import Analysis
import Searching
import TestSupport
import Testing

@Suite("operators")
struct OperatorTests {
  private struct Text {
    let id: String
    let folded: String
    let kind: String
  }

  private let index: SampleIndex
  private let texts: [Text]

  /// Texts of few words, so that every combination of them occurs.
  init() throws {
    var generator = SeededGenerator(seed: 11)
    let words = ["普惠金融", "农业保险", "法院", "外国企业", "2024", "ai", "资金", "意见", "，", "。", "\n", " "]
    let analyzer = try Analyzer()
    var lines: [String] = []
    var texts: [Text] = []
    for number in 0..<120 {
      let count = Int.random(in: 1...12, using: &generator)
      let text = "文" + (0..<count).map { _ in words.randomElement(using: &generator)! }.joined() + "终"
      let kind = ["意见", "通知", "办法"][number % 3]
      lines.append(#"{"id":"d\#(number)","kind":"\#(kind)","text":\#(JSONValue.string(text).json())}"#)
      texts.append(Text(id: "d\(number)", folded: text, kind: kind))
    }
    index = try SampleIndex(lines: lines)
    let searcher = index.searcher
    self.texts = try texts.map { text in
      let stored = try #require(try searcher.document(text.id)).text
      let folded = analyzer.fold(stored)
      return Text(id: text.id, folded: folded.string(0..<folded.bytes.count), kind: text.kind)
    }
  }

  private func scan(_ holds: (Text) -> Bool) -> Set<String> { Set(texts.filter(holds).map(\.id)) }

  /// A random expression as it is typed, and the documents that it means.
  private func expression(_ depth: Int, _ generator: inout SeededGenerator) -> (query: String, ids: Set<String>) {
    guard depth > 0 else {
      let word = ["普惠", "金融", "农业保险", "法院", "国企", "20", "ai", "资金意见", "保险"].randomElement(using: &generator)!
      // Without marks 20 would be the number, which 2024 is not.
      let query = word != "20" && Bool.random(using: &generator) ? word : "\"\(word)\""
      return (query, scan { !places(word, $0.folded[...], whole: query == word).isEmpty })
    }
    let (left, right) = (expression(depth - 1, &generator), expression(depth - 1, &generator))
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: return ("(\(left.query) AND \(right.query))", left.ids.intersection(right.ids))
    case 1: return ("(\(left.query) OR \(right.query))", left.ids.union(right.ids))
    case 2: return ("(\(left.query) AND NOT \(right.query))", left.ids.subtracting(right.ids))
    default:
      let kind = ["意见", "通知", "办法"].randomElement(using: &generator)!
      let ids = left.ids.intersection(scan { $0.kind == kind })
      return ("(\(left.query) 与 文种:\(kind))", ids)
    }
  }

  @Test("AND, OR, NOT and fields are set algebra over plain scans", arguments: 0..<20)
  func algebra(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed) &+ 100)
    for _ in 0..<20 {
      let (query, ids) = expression(Int.random(in: 1...3, using: &generator), &generator)
      let answer = try index.search(query, limit: 1_000, passages: 0)
      #expect(Set(answer.hits.map(\.id)) == ids, "\(query)")
      #expect(answer.hits.count == ids.count, "\(query)")
      #expect(answer.total == Total(strict: ids.count, loose: ids.count, exact: true), "\(query)")
    }
  }

  @Test("signs: plus requires, minus takes away, what is plain ranks")
  func signs() throws {
    let all = Set(try index.ids("金融 保险"))
    #expect(Set(try index.ids("金融 保险 -法院")) == all.subtracting(scan { $0.folded.contains("法院") }))
    #expect(Set(try index.ids("+法院 金融 保险")) == all.intersection(scan { $0.folded.contains("法院") }))
    #expect(Set(try index.ids("-法院")) == scan { !$0.folded.contains("法院") })
    #expect(Set(try index.ids("kind:意见 -法院")) == scan { $0.kind == "意见" && !$0.folded.contains("法院") })
  }

  @Test("NEAR counts the code points between, in either order, within a paragraph", arguments: [0, 1, 2, 4, 9, 30])
  func near(distance: Int) throws {
    for (left, right) in [("金融", "法院"), ("ai", "2024"), ("意见", "普惠金融"), ("保险", "保险")] {
      let expected = scan { text in
        text.folded.split(separator: "\n").contains { paragraph in
          let (first, second) = (places(left, paragraph), places(right, paragraph))
          return first.contains { one in
            second.contains { other in
              let gap =
                one.lowerBound < other.lowerBound
                ? other.lowerBound - one.upperBound : one.lowerBound - other.upperBound
              return one != other && gap >= 0 && gap <= distance
            }
          }
        }
      }
      #expect(Set(try index.ids("\(left) NEAR/\(distance) \(right)")) == expected, "\(left) \(right)")
    }
  }

  /// - Parameter whole: leaves out the places where a number or word of letters goes on.
  private func places(_ needle: String, _ text: Substring, whole: Bool = true) -> [Range<Int>] {
    let (text, needle) = (Array(text.unicodeScalars), Array(needle.unicodeScalars))
    func goesOn(at index: Int, _ end: Unicode.Scalar) -> Bool {
      guard text.indices.contains(index), text[index].isASCII, end.isASCII else { return false }
      let (beside, end) = (text[index].properties, end.properties)
      return beside.isAlphabetic == end.isAlphabetic && beside.numericType == end.numericType
    }
    guard text.count >= needle.count else { return [] }
    return (0...text.count - needle.count).map { $0..<$0 + needle.count }.filter { place in
      guard text[place].elementsEqual(needle) else { return false }
      return !whole || !goesOn(at: place.lowerBound - 1, needle[0]) && !goesOn(at: place.upperBound, needle.last!)
    }
  }

  @Test("a prefix means words that begin so; Han is found wherever it stands")
  func prefix() throws {
    let index = try SampleIndex([
      ("a", nil, "标准 covid19 发布"), ("b", nil, "covids 与 cov"), ("c", nil, "xcovid"), ("d", nil, "普惠金融"),
    ])
    #expect(Set(try index.ids("covid*")) == ["a", "b"])
    #expect(Set(try index.ids("cov* AND covid*")) == ["a", "b"])
    #expect(try index.ids("普惠*") == ["d"])
    #expect(try index.ids("zzz*") == [])
  }

  @Test("prefixes that stand for too many words are refused with the limit")
  func tooManyWords() throws {
    let words = (0..<1_100).map { "w\($0)" }.joined(separator: " ")
    let index = try SampleIndex([("a", nil, "文" + words)])
    let error = #expect(throws: SearchError.self) { try index.ids("w*") }
    #expect(error?.code == .invalidRequest && error?.message.contains("1024") == true)
    #expect(try index.ids("w10* w11*") == ["a"])
  }
}
