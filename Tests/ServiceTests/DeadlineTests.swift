// Searches that have to end.

import API
import Client
import Foundation
import Service
import TestSupport
import Testing

@Suite("deadlines", .timeLimit(.minutes(2)))
struct DeadlineTests {
  @Test("a search whose deadline is over answers with the best of what was examined, and says so")
  func expired() throws {
    let served = try ServedIndex(documentCount: 500)
    let response = try RawConnection.get("/v1/search?q=%E9%87%91%E8%9E%8D&limit=5&deadline_ms=0", from: served.socket)
    #expect(response.status == 200)
    let answer = try JSONDecoder().decode(SearchAnswer.self, from: response.body)
    #expect(answer.timedOut && !answer.total.exact)
    // Passages are cut as long as there is time, which a slow machine may not have.
    #expect(answer.hits.count == 5)
    #expect(answer.total.loose >= 5 && answer.total.strict <= answer.total.loose)
    served.daemon.stop()
  }

  @Test("a query of hundreds of runs has its hits, with time enough and with too little")
  func manyRuns() throws {
    let served = try ServedIndex(documentCount: 500)
    let client = try DaemonClient(socket: served.socket)
    let query = (1...400).map { "\($0)号" }.joined(separator: " ")
    let whole = try client.search(SearchRequest(query: query, limit: 500, deadlineMilliseconds: 60_000))
    #expect(!whole.timedOut && whole.total.exact && whole.hits.count == whole.total.loose)
    let cut = try client.search(SearchRequest(query: query, limit: 5, deadlineMilliseconds: 20))
    #expect(cut.hits.count == 5 && cut.timedOut != cut.total.exact && cut.total.strict <= cut.total.loose)
    // What has to be there has to be there still.
    let quoting = try client.search(
      SearchRequest(query: query + " \"第7号文件\"", limit: 5, deadlineMilliseconds: 60_000))
    #expect(quoting.hits.map(\.id) == ["篇 7/上#1"])
    served.daemon.stop()
  }

  @Test("a search that ends in time is whole, whatever its deadline")
  func inTime() throws {
    let served = try ServedIndex(documentCount: 500)
    let client = try DaemonClient(socket: served.socket)
    let answer = try client.search(SearchRequest(query: "金融", deadlineMilliseconds: 60_000))
    #expect(!answer.timedOut && answer.total == Total(strict: 500, loose: 500, exact: true))
    served.daemon.stop()
  }

  @Test("the daemon's deadline holds where the request names none, and the request's own where it does")
  func standard() throws {
    let served = try ServedIndex(documentCount: 500) { $0.defaultDeadlineMilliseconds = 0 }
    let client = try DaemonClient(socket: served.socket)
    #expect(try client.search(SearchRequest(query: "金融")).timedOut)
    #expect(try !client.search(SearchRequest(query: "金融", deadlineMilliseconds: 60_000)).timedOut)
    served.daemon.stop()
  }

  @Test(
    "a tool whose deadline is over is a problem of its own, and the worker goes on",
    arguments: [
      "concordance?q=%E9%87%91%E8%9E%8D", "trend?q=%E9%87%91%E8%9E%8D", "collocations?q=%E9%87%91%E8%9E%8D", "export",
      "cited-by?id=%E7%AF%87%201/%E4%B8%8A%231", "history?id=%E7%AF%87%201/%E4%B8%8A%231", "coverage",
      "trend?q=%E7%81%AB%E6%98%9F", "suggest?q=%E6%99%AE%E6%85%A7%E9%87%91%E8%9E%8D",
      "compare?a=%E7%AF%87%201/%E4%B8%8A%231&b=%E7%AF%87%202/%E4%B8%8A%231",
    ])
  func tools(target: String) throws {
    let served = try ServedIndex(documentCount: 20)
    let end = target.contains("?") ? "&" : "?"
    let late = try RawConnection.get("/v1/\(target)\(end)deadline_ms=0", from: served.socket)
    #expect(try late.status == 504 && JSONDecoder().decode(Problem.self, from: late.body).kind == .deadlineExceeded)
    #expect(try RawConnection.get("/v1/\(target)\(end)deadline_ms=60000", from: served.socket).status == 200)
    served.daemon.stop()
  }
}
