// What a daemon tells of itself: figures for Prometheus, and a line of the log for each request.

import API
import Client
import CoreMetrics
import Foundation
import Logging
import NIOConcurrencyHelpers
import TestSupport
import Testing

@testable import Service

@Suite("figures and log", .timeLimit(.minutes(2)))
struct MetricsTests {
  /// The figures of a daemon: values by name and labels.
  private func figures(_ socket: String, _ path: String = "/metrics") throws -> [String: Double] {
    let response = try RawConnection.get(path, from: socket)
    #expect(
      response.status == 200 && response.head.contains("content-type: text/plain; version=0.0.4; charset=utf-8\r\n"))
    var figures: [String: Double] = [:]
    var kinds: Set<String> = []
    for line in String(decoding: response.body, as: UTF8.self).split(separator: "\n") {
      if let kind = line.wholeMatch(of: /# TYPE ([a-z_]+) (counter|gauge|histogram)/) {
        #expect(kinds.insert(String(kind.1)).inserted, "\(line)")
      } else if !line.hasPrefix("# HELP ") {
        let sample = try #require(
          line.wholeMatch(of: /([a-z_]+(?:\{[a-z_]+="[^"]*"(?:,[a-z_]+="[^"]*")*\})?) ([0-9.e+-]+)/), "\(line)")
        figures[String(sample.1)] = Double(sample.2)
        let name = sample.1.prefix { $0 != "{" }.replacing(/_(bucket|sum|count)$/, with: "")
        #expect(kinds.contains(String(name)), "\(line)")
      }
    }
    return figures
  }

  @Test("requests are counted by endpoint and status, and their times fall into buckets")
  func requests() throws {
    let served = try ServedIndex()
    for target in ["/v1/search?q=a", "/v1/search?q=b", "/v1/search?x=1", "/v1/trend?q=a", "/v1/documents/none", "/"] {
      _ = try RawConnection.get(target, from: served.socket)
    }
    // A worker counts once it has answered.
    var found: [String: Double] = [:]
    for _ in 0..<200 where found[#"suoyin_requests_total{endpoint="documents",status="404"}"#] == nil {
      found = try figures(served.socket)
    }
    #expect(found[#"suoyin_requests_total{endpoint="search",status="200"}"#] == 2)
    #expect(found[#"suoyin_requests_total{endpoint="trend",status="200"}"#] == 1)
    #expect(found[#"suoyin_requests_total{endpoint="documents",status="404"}"#] == 1)
    #expect(found[#"suoyin_requests_total{endpoint="-",status="400"}"#] == 1)
    #expect(found[#"suoyin_requests_total{endpoint="-",status="404"}"#] == 1)
    #expect(found[#"suoyin_request_engine_seconds_count{endpoint="search"}"#] == 2)
    #expect(found[#"suoyin_request_engine_seconds_bucket{endpoint="search",le="+Inf"}"#] == 2)
    let sum = try #require(found[#"suoyin_request_engine_seconds_sum{endpoint="search"}"#])
    #expect(sum > 0 && sum < 60)
    #expect(found["suoyin_index_documents"] == 3 && found[#"suoyin_index_generation{generation="000001"}"#] == 1)
    #expect(found["suoyin_workers"] == 2 && found["suoyin_queue_length"] == 0)
    #expect(try #require(found["suoyin_connections"]) >= 1)
    #expect(try #require(found["process_resident_memory_bytes"]) > 1e6)
    #expect(try #require(found["process_open_fds"]) > 3)
    #expect(try figures(served.socket, "/v1/metrics").keys.contains("suoyin_workers"))
    served.daemon.stop()
  }

  @Test("only the newest generation is named")
  func generations() throws {
    let served = try ServedIndex()
    try ServedIndex.write(5, mark: "乙", below: served.directory)
    let client = try DaemonClient(socket: served.socket)
    // Each worker opens it when it answers next.
    for _ in 0..<20 { _ = try client.status() }
    let found = try figures(served.socket)
    #expect(
      found.keys.filter { $0.hasPrefix("suoyin_index_generation") } == [
        #"suoyin_index_generation{generation="000002"}"#
      ])
    #expect(found["suoyin_index_documents"] == 5)
    served.daemon.stop()
  }

  @Test("histograms count up to each bound, and marks in labels are escaped")
  func text() {
    let registry = PrometheusRegistry(help: ["seconds": "Time."])
    for seconds in [0.0001, 0.0002, 7, 1_000] {
      registry.makeRecorder(label: "seconds", dimensions: [("a", "\"\\\n")], aggregate: true).record(seconds)
    }
    registry.makeCounter(label: "many", dimensions: []).increment(by: 3)
    let lines = registry.text.split(separator: "\n").map(String.init)
    #expect(lines.first == "# TYPE many counter" && lines[1] == "many 3" && lines[2] == "# HELP seconds Time.")
    let label = #"{a="\"\\\n""#
    for (bound, count) in [("0.0001", 1), ("0.00025", 2), ("5.0", 2), ("10.0", 3), ("60.0", 3), ("+Inf", 4)] {
      #expect(lines.contains("seconds_bucket\(label),le=\"\(bound)\"} \(count)"), "\(bound)")
    }
    #expect(lines.contains("seconds_count\(label)} 4"))
  }

  @Test(
    "a line for each request tells where its time went, and what was looked for only if that is wanted",
    arguments: [true, false])
  func journal(logsQueries: Bool) throws {
    let log = CapturedLog()
    let served = try ServedIndex(logger: Logger(label: "test") { _ in log }) { $0.logsQueries = logsQueries }
    _ = try RawConnection.get("/v1/search?q=%E9%87%91%E8%9E%8D&limit=2", from: served.socket)
    _ = try RawConnection.get("/v1/trend?q=%E4%BF%9D%E9%99%A9", from: served.socket)
    _ = try RawConnection.get("/v1/search?limit=x&q=%E9%87%91%E8%9E%8D", from: served.socket)
    served.daemon.stop()
    let lines = log.lines.withLockedValue { $0 }
    let search = try #require(lines.first { $0["endpoint"] == "search" })
    #expect(search["status"] == "200" && search["hits"] == "2" && search["total"] == "3")
    for name in ["queue_us", "engine_us", "render_us", "request"] { #expect(search[name].flatMap { Int($0) } != nil) }
    #expect(search["query"] == (logsQueries ? "金融" : nil))
    #expect(lines.first { $0["endpoint"] == "trend" }?["query"]?.contains("保险") == (logsQueries ? true : nil))
    let refused = try #require(lines.first { $0["message"] == "refused" })
    #expect(refused["status"] == "400" && refused["problem"] == "invalid-parameter")
    // Each request has a number of its own, whoever answered it.
    #expect(Set(lines.compactMap { $0["request"] }).count == 3 && refused["request"].flatMap { Int($0) } != nil)
    #expect(refused["reason"]?.contains("limit") == (logsQueries ? true : nil))
    if !logsQueries { #expect(!lines.contains { "\($0)".contains("金融") || "\($0)".contains("保险") }) }
  }
}

/// A log that is kept.
private struct CapturedLog: LogHandler {
  let lines = NIOLockedValueBox<[[String: String]]>([])
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.info

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var line = (event.metadata ?? [:]).mapValues { "\($0)" }
    line["message"] = event.message.description
    lines.withLockedValue { $0.append(line) }
  }
}
