// Pages of concordances: none is longer than it may be, and together they are the whole.

import API
import Searching
import Testing

@Suite("pages of concordances")
struct ConcordancePageTests {
  /// The lines of every page.
  private func pages(_ request: ConcordanceRequest, in index: SampleIndex) throws -> [[ConcordanceLine]] {
    var request = request
    var pages: [[ConcordanceLine]] = []
    repeat {
      let page = try request.answer(by: index.searcher)
      pages.append(page.lines)
      request.cursor = page.next
    } while request.cursor != nil
    return pages
  }

  @Test(
    "a page has as many lines as its limit, also of one document, and all together are the whole",
    arguments: ConcordanceOrder.allCases)
  func limits(order: ConcordanceOrder) throws {
    let index = try SampleIndex([
      ("a", nil, String(repeating: "保险和补贴，", count: 20)), ("b", nil, "保险"), ("c", nil, "没有"), ("d", nil, "甲保险乙保险丙保险。"),
    ])
    func request(_ limit: Int?) -> ConcordanceRequest {
      ConcordanceRequest(query: "保险", sort: order, width: 5, limit: limit, offsets: .utf16)
    }
    let whole = try pages(request(nil), in: index)
    #expect(whole.map(\.count) == [24] && Set(whole[0]).count == 24)
    for limit in [1, 2, 7] {
      let pages = try pages(request(limit), in: index)
      #expect(pages.dropLast().allSatisfy { $0.count == limit } && (1...limit).contains(pages.last!.count))
      #expect(Array(pages.joined()) == whole[0], "\(limit)")
    }
  }

  @Test("a page with much context ends with its fourth megabyte", arguments: [ConcordanceOrder.document, .left])
  func bytes(order: ConcordanceOrder) throws {
    let index = try SampleIndex([("a", nil, String(repeating: "保险补贴资金和其他，", count: 1_500))])
    let request = ConcordanceRequest(
      query: "保险", sort: order, width: ConcordanceRequest.maximumWidth, limit: ConcordanceRequest.maximumLimit)
    let pages = try pages(request, in: index)
    for page in pages {
      #expect(page.reduce(0) { $0 + $1.left.utf8.count + $1.match.utf8.count + $1.right.utf8.count } < 4_300_000)
    }
    #expect(pages.count == 3 && Set(pages.joined().map(\.offset)).count == 1_500)
  }

  @Test("a cursor leads into a document, and one that no answer gives is refused")
  func cursor() throws {
    let index = try SampleIndex([("a", nil, "甲保险乙保险丙保险。")])
    var request = ConcordanceRequest(query: "保险", limit: 2)
    let next = try #require(try request.answer(by: index.searcher).next)
    #expect(next.contains("-0.2-"))
    for place in ["0.0", "0", "0.-1", "-1.2", "0.1.1", "0.", ".2"] {
      request.cursor = next.replacing("-0.2-", with: "-\(place)-")
      let error = #expect(throws: SearchError.self) { try request.answer(by: index.searcher) }
      #expect(error?.code == .invalidRequest, "\(place)")
    }
  }
}
