// Questions that have to be answered within a time.

import API
import Foundation
import Searching
import TestSupport
import Testing
import Xapian

@Suite("limits of time", .timeLimit(.minutes(2)))
struct LimitTests {
  private let index: SampleIndex

  init() throws {
    index = try SampleIndex((1...300).map { ("\($0)", nil, "第\($0)号：推进普惠金融，\n发展农业保险和普惠金融。") })
  }

  /// Every page of a concordance, each within a time.
  private func lines(within milliseconds: Int, waited: Duration = .zero) throws -> [ConcordanceLine] {
    var request = ConcordanceRequest(query: "普惠金融")
    var lines: [ConcordanceLine] = []
    repeat {
      let page = try index.searcher.limited(to: milliseconds, received: .now - waited) {
        (searcher) throws(SearchError) in try request.answer(by: searcher)
      }
      lines += page.lines
      request.cursor = page.next
    } while request.cursor != nil
    return lines
  }

  @Test("pages that time cuts short lead through everything once")
  func pages() throws {
    let whole = try ConcordanceRequest(query: "普惠金融").answer(by: index.searcher).lines
    #expect(whole.count == 600)
    #expect(try lines(within: 60_000) == whole)
    // Little time; where it is not even enough to begin, that is said, and the next try may be luckier.
    for milliseconds in [1, 2, 5] {
      do { #expect(try lines(within: milliseconds) == whole) } catch let error as SearchError {
        #expect(error.code == .late)
      }
    }
  }

  @Test("what cannot be is refused for that, also where there is no time for an answer")
  func invalid() throws {
    let long = String(repeating: "普", count: SearchRequest.maximumQueryBytes)
    let none = [Filter(field: "nothing", value: "普")]
    let requests: [any Tool] = [
      TrendRequest(queries: ["普惠", long]), TrendRequest(queries: ["普惠"], filters: none), TrendRequest(queries: []),
      ConcordanceRequest(query: long), CollocationsRequest(query: long), ExportRequest(query: long),
      CoverageRequest(filters: none), SuggestRequest(query: long),
    ]
    for request in requests {
      let error = #expect(throws: SearchError.self) {
        try index.searcher.limited(to: 0) { (searcher) throws(SearchError) in _ = try request.answer(by: searcher) }
      }
      #expect(error?.code == .invalidRequest, "\(request)")
    }
  }

  @Test("what is over before it begins, and what nobody waits for, is not answered; the next question is")
  func over() throws {
    let request = TrendRequest(queries: ["普惠金融"])
    let answer = try request.answer(by: index.searcher)
    let flag = CancellationFlag()
    flag.cancel()
    for (milliseconds, flag) in [(0, nil), (60_000, flag)] {
      let error = #expect(throws: SearchError.self) {
        try index.searcher.limited(to: milliseconds, cancelledBy: flag) {
          (searcher) throws(SearchError) in try request.answer(by: searcher)
        }
      }
      #expect(error?.code == .late)
    }
    #expect(try request.answer(by: index.searcher) == answer)
  }

  /// What a question that is over, or that nobody waits for, is refused with.
  private func refusal(_ request: some Tool, cancelledBy flag: CancellationFlag? = nil) -> SearchError.Code? {
    let error = #expect(throws: SearchError.self) {
      try index.searcher.limited(to: flag == nil ? 0 : 60_000, cancelledBy: flag) {
        (searcher) throws(SearchError) in try request.answer(by: searcher)
      }
    }
    return error?.code
  }

  @Test("it is neither where hardly a document is read for it")
  func few() throws {
    let flag = CancellationFlag()
    flag.cancel()
    let requests: [any Tool] = [
      TrendRequest(queries: ["火星"]), SuggestRequest(query: "普慧金融"), CompareRequest(a: "1", b: "2"),
    ]
    for request in requests {
      #expect(refusal(request) == .late && refusal(request, cancelledBy: flag) == .late, "\(request)")
    }
    let suggested = try SuggestRequest(query: "普慧金融").answer(by: index.searcher).suggestions
    #expect(suggested.map(\.text) == ["普惠金融"])
  }

  @Test("a search that had no time to learn what was repealed has no hits, says so, and the next one learns it")
  func repeals() throws {
    let index = try SampleIndex(lines: [
      #"{"id":"old","number":"甲发〔2020〕1号","date":"2020-01-01","text":"农业保险按本办法办理。"}"#,
      #"{"id":"new","number":"甲发〔2024〕9号","date":"2024-03-01","text":"《农业保险办法》（甲发〔2020〕1号）同时废止。"}"#,
    ])
    var request = SearchRequest(query: "农业保险", filters: [Filter(field: "valid", value: "2024-06-01")])
    request.deadlineMilliseconds = 0
    let cut = try index.searcher.search(request)
    #expect(cut.timedOut && cut.hits.isEmpty && cut.next == nil && !cut.total.exact)
    request.deadlineMilliseconds = nil
    let whole = try index.searcher.search(request)
    #expect(whole.hits.map(\.id) == ["new"] && !whole.timedOut && whole.total.exact)
  }

  @Test("a question that is cancelled on the way ends soon")
  func cancelled() throws {
    let flag = CancellationFlag()
    let searcher = index.searcher
    // A thread of its own: the questions below block one of the few that tasks share.
    Thread.detachNewThread {
      Thread.sleep(forTimeInterval: 0.02)
      flag.cancel()
    }
    // It would go on for ever.
    let error = #expect(throws: SearchError.self) {
      while true {
        _ = try searcher.limited(to: 60_000, cancelledBy: flag) {
          (searcher) throws(SearchError) in try TrendRequest(queries: ["普惠金融"]).answer(by: searcher)
        }
      }
    }
    #expect(error?.code == .late)
  }
}
