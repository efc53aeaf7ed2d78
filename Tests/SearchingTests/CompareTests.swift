// Comparison: what holds for any two documents, and how clauses are told.

import API
import Foundation
import Searching
import TestSupport
import Testing

@Suite("comparison", .timeLimit(.minutes(5)))
struct CompareTests {
  private func answer(_ a: String, _ b: String) throws -> CompareAnswer {
    let index = try SampleIndex([("a", nil, a), ("b", nil, b)])
    return try index.searcher.compare(CompareRequest(a: "a", b: "b"))
  }

  /// Clauses of a policy and the same with some left out, changed, put in or moved.
  private func policies(seed: UInt64) -> (String, String) {
    var generator = SeededGenerator(seed: seed)
    let titles = ["适用范围。", "工作目标：", "资金保障", ""]
    let clauses = (1...12).map { number in
      "\(number)." + titles[number % 4] + (number % 3 == 0 ? "\n" : "")
        + String.random(
          codePointCount: .random(in: 1...60, using: &generator), kinds: [.digit, .punctuation],
          using: &generator) + "。"
    }
    var other = clauses
    for _ in 0..<Int.random(in: 0...8, using: &generator) {
      let place = Int.random(in: 0..<other.count, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0 where other.count > 1: other.remove(at: place)
      case 1: other.insert("新" + String.random(codePointCount: 20, kinds: [.latin], using: &generator), at: place)
      case 2: other.swapAt(place, Int.random(in: 0..<other.count, using: &generator))
      default: other[place] += String.random(codePointCount: 5, kinds: [.han], using: &generator)
      }
    }
    return (clauses.joined(separator: "\n"), other.joined(separator: "\n"))
  }

  /// Puts what stands in B into the text of A.
  private func applied(_ clause: ComparedClause) -> String? {
    guard let a = clause.a, let b = clause.b else { return nil }
    let (left, right) = (Array(a.text.unicodeScalars), Array(b.text.unicodeScalars))
    var text: [Unicode.Scalar] = []
    var offset = 0
    for edit in clause.edits {
      text += left[offset..<edit.a[0]] + right[edit.b[0]..<edit.b[1]]
      offset = edit.a[1]
    }
    return String(String.UnicodeScalarView(text + left[offset...]))
  }

  @Test(
    "edits make the clause of B of that of A, every clause is listed once, and sides may be exchanged",
    arguments: 0..<20)
  func laws(seed: Int) throws {
    let (a, b) = policies(seed: UInt64(seed))
    let index = try SampleIndex([("a", nil, a), ("b", nil, b)])
    let there = try index.searcher.compare(CompareRequest(a: "a", b: "b"))
    let folded = { (text: String) in text.lowercased().applyingTransform(.fullwidthToHalfwidth, reverse: false) }
    for clause in there.clauses {
      if let made = applied(clause) { #expect(folded(made) == folded(clause.b!.text)) }
      #expect((clause.a == nil) == (clause.kind == .onlyB) && (clause.b == nil) == (clause.kind == .onlyA))
      #expect(clause.kind != .same || clause.edits.isEmpty)
    }
    let lines = try index.searcher.document("b")!.text.split(separator: "\n").count
    #expect(there.clauses.count { $0.b != nil } == lines)
    let (back, counts) = (try index.searcher.compare(CompareRequest(a: "b", b: "a")).counts, there.counts)
    #expect(back.same == counts.same && back.changed == counts.changed && back.moved == counts.moved)
    #expect(back.onlyA == counts.onlyB && back.onlyB == counts.onlyA)
  }

  @Test("a document is the same as itself, lines that stand in it often included", arguments: 0..<5)
  func itself(seed: Int) throws {
    let text = policies(seed: UInt64(seed)).0 + "\n（略）" + String(repeating: "\n——\n（略）", count: 30)
    let index = try SampleIndex([("a", nil, text)])
    let answer = try index.searcher.compare(CompareRequest(a: "a", b: "a"))
    #expect(answer.counts.same == answer.clauses.count && answer.clauses.count > 12)
  }

  @Test("numbers, dates and words are marked whole, and a number in front is no text")
  func marks() throws {
    let answer = try answer(
      "办法\n一、对首次获得贷款且单户金额不超过500万元的小微企业给予贴息。\n二、自2023年3月1日起施行。",
      "办法\n一、总体要求见附件。\n二、对首次获得贷款且单户金额不超过1,000万元的小微企业给予贴息。\n三、自2024年3月1日起施行。")
    #expect(answer.clauses.map(\.kind) == [.same, .onlyB, .changed, .changed])
    #expect(answer.clauses[2].edits == [ClauseEdit(a: [15, 18], b: [15, 20])])
    #expect(answer.clauses[2].a?.number == "一、" && answer.clauses[2].b?.number == "二、")
    #expect(answer.clauses[3].edits == [ClauseEdit(a: [1, 5], b: [1, 5])])
    #expect(answer.clauses[3].b?.line == 2 && answer.clauses[3].b?.heading == "三、自2024年3月1日起施行")
  }

  @Test("what stands first under one title is one clause, whether the title stands in front or above")
  func titles() throws {
    let answer = try answer(
      "一、总则\n（一）适用范围。本预案适用于湖区。\n（二）工作原则。人民至上。\n第二段另起。", "1 总则\n1.1 适用范围\n凡在山区发生者从此规定。\n1.2 工作原则\n统一指挥，分级负责。")
    let pairs = answer.clauses.filter { $0.a != nil && $0.b != nil }
    #expect(pairs.map { $0.b?.text } == ["总则", "凡在山区发生者从此规定。", "统一指挥，分级负责。"])
    #expect(pairs.map { $0.a?.text } == ["总则", "适用范围。本预案适用于湖区。", "工作原则。人民至上。"])
    // They share too little to show what stayed, but for the ends.
    #expect(pairs[2].edits == [ClauseEdit(a: [0, 9], b: [0, 9])] && pairs[2].similarity == 0)
    #expect(answer.clauses.filter { $0.kind == .onlyA }.map { $0.a?.text } == ["第二段另起。"])
  }

  @Test("marks at the ends of headings and items are no change of them")
  func endMarks() throws {
    let items = try answer("（一）身份证复印件；\n（二）授权委托书；\n（三）申请表。", "（一）身份证复印件\n（二）授权委托书\n（三）申请表")
    #expect(items.clauses.map(\.kind) == [.changed, .changed, .changed])
    let headings = try answer("一、工作目标：\n到2025年全部完成。", "一、工作目标\n力争明年见效。")
    #expect(headings.clauses.map { $0.a?.text } == ["工作目标：", "到2025年全部完成。"])
    #expect(headings.clauses.map { $0.b?.text } == ["工作目标", "力争明年见效。"])
  }

  @Test("a clause that is found elsewhere is not given away for a title")
  func titleAndMove() throws {
    let moved = "各级财政按照分级负担原则安排专项资金，纳入年度预算管理。"
    let answer = try answer(
      "一、资金保障\n\(moved)\n二、附则\n本办法自印发之日起施行。", "一、资金保障\n有关规定另行制定。\n二、附则\n本办法自印发之日起施行。\n三、补充\n\(moved)")
    let couple = try #require(answer.clauses.first { $0.a?.text == moved })
    #expect(couple.b?.text == moved && couple.kind == .moved)
  }

  @Test("a clause that stands elsewhere has moved; width and traditional characters are no change")
  func moves() throws {
    let (first, second) = ("加强组织领导，建立工作协调机制，定期研究解决问题。", "强化资金保障，统筹使用涉农资金，提高使用效益。")
    let third = "严格监督考核，结果纳入年度综合评价。"
    let answer = try answer(
      "（一）\(first)\n（二）\(second)\n（三）\(third)", "(一) 強化資金保障，统筹使用涉农资金，提高使用效益。\n（二）\(third)\n（三）\(first)")
    #expect(answer.clauses.map(\.kind) == [.same, .same, .moved] && answer.clauses[2].edits.isEmpty)
  }

  @Test("headings nest by the forms of their numbers")
  func headings() throws {
    let text = "第一章 总则\n第一条 为了发展，制定本办法。\n（一）甲；\n1.乙\n1.2 丙\n（3）丁\n第二章 附则\n第三条规定的，从其规定。\n2024年施行"
    let headings = try answer(text, text).clauses.compactMap { $0.a?.heading }
    #expect(
      headings == [
        "第一章 总则", "第一章 总则/第一条 为了发展，制定本办法", "第一章 总则/第一条 为了发展，制定本办法/（一）甲",
        "第一章 总则/第一条 为了发展，制定本办法/（一）甲/1.乙", "第一章 总则/第一条 为了发展，制定本办法/（一）甲/1.乙/1.2 丙",
        "第一章 总则/第一条 为了发展，制定本办法/（一）甲/1.乙/1.2 丙/（3）丁", "第二章 附则", "第二章 附则", "第二章 附则",
      ])
  }

  @Test("texts of 100,000 characters are compared in bounded time, however different they are")
  func long() throws {
    var generator = SeededGenerator(seed: 9)
    let text = String.random(codePointCount: 100_000, kinds: [.punctuation], using: &generator)
    let changed = String(
      String.UnicodeScalarView(text.unicodeScalars.enumerated().filter { $0.offset % 97 > 0 }.map(\.element)))
    let index = try SampleIndex([
      ("a", nil, text), ("b", nil, changed), ("c", nil, String(repeating: "政府工作", count: 25_000)),
      ("d", nil, String(repeating: "政府工作办", count: 20_000)),
    ])
    let start = ContinuousClock.now
    let near = try index.searcher.compare(CompareRequest(a: "a", b: "b"))
    let far = try index.searcher.compare(CompareRequest(a: "c", b: "d"))
    // Optimised each takes a fifth of a second; this is a build for tests.
    #expect(ContinuousClock.now - start < .seconds(60))
    #expect(near.counts.changed == 1 && !far.clauses.isEmpty)
  }

  @Test("which id is unknown is said")
  func unknown() throws {
    let index = try SampleIndex([("a", nil, "文")])
    for (request, message) in [
      (CompareRequest(a: "a", b: "x"), "there is no document x"),
      (CompareRequest(a: "x", b: "a"), "there is no document x"),
      (CompareRequest(a: "x", b: "y"), "there is no document x, nor y"),
      (CompareRequest(a: "x", b: "x"), "there is no document x"),
    ] {
      let error = #expect(throws: SearchError.self) { try index.searcher.compare(request) }
      #expect(error?.code == .unknownDocument && error?.message == message)
    }
  }
}
