// What a daemon counts and measures of itself.

internal import CoreMetrics
internal import Foundation

/// The figures of one daemon; what each is says its help text.
struct ServiceMetrics: Sendable {
  private static let help = [
    "suoyin_requests_total": "Requests answered or refused, by endpoint and HTTP status.",
    "suoyin_requests_dropped_total": "Requests whose clients had gone before a worker took them, by endpoint.",
    "suoyin_request_queue_seconds": "Time that requests waited for a worker.",
    "suoyin_request_engine_seconds": "Time that workers took to find answers.",
    "suoyin_request_render_seconds": "Time that it took to write answers as JSON.",
    "suoyin_queue_length": "Requests that wait for a worker now.",
    "suoyin_workers": "Workers, each with a view of the index.",
    "suoyin_connections": "Connections that are open now.",
    "suoyin_index_documents": "Documents of the generation that a worker opened last.",
    "suoyin_index_generation": "1 for the generation that a worker opened last.",
    "suoyin_index_opened_total": "How often a worker opened a generation.",
    "process_resident_memory_bytes": "Memory that the process holds.",
    "process_open_fds": "Descriptors that the process has open.",
    "process_start_time_seconds": "When the daemon began, in seconds since 1970.",
  ]

  private let registry = PrometheusRegistry(help: ServiceMetrics.help)

  init(workerCount: Int) {
    set("suoyin_workers", workerCount)
    set("process_start_time_seconds", Int(Date.now.timeIntervalSince1970))
  }

  /// That a request was answered or refused.
  ///
  /// - Parameter times: where a worker's time went.
  func note(_ endpoint: String, status: Int, _ times: WorkTimes?) {
    Counter(
      label: "suoyin_requests_total", dimensions: [("endpoint", endpoint), ("status", "\(status)")], factory: registry
    ).increment()
    guard let times else { return }
    for (name, duration) in times.parts {
      CoreMetrics.Timer(
        label: "suoyin_request_\(name)_seconds", dimensions: [("endpoint", endpoint)], factory: registry
      ).recordNanoseconds(Int64(duration / .nanoseconds(1)))
    }
  }

  /// That a client had gone before a worker took its request.
  func noteDropped(_ endpoint: String) {
    Counter(
      label: "suoyin_requests_dropped_total", dimensions: [("endpoint", endpoint)], factory: registry
    ).increment()
  }

  /// That a worker opened a generation.
  func noteOpened(generation: String, documentCount: Int) {
    Counter(label: "suoyin_index_opened_total", factory: registry).increment()
    set("suoyin_index_documents", documentCount)
    registry.replace("suoyin_index_generation", by: [("generation", generation)], 1)
  }

  /// All figures as Prometheus reads them; those of now are looked up.
  func text(queueLength: Int, connectionCount: Int) -> String {
    set("suoyin_queue_length", queueLength)
    set("suoyin_connections", connectionCount)
    if let bytes = ServiceMetrics.residentBytes { set("process_resident_memory_bytes", bytes) }
    set("process_open_fds", DescriptorLimit.openCount)
    return registry.text
  }

  private func set(_ name: String, _ value: Int, _ labels: [(String, String)] = []) {
    Meter(label: name, dimensions: labels, factory: registry).set(value)
  }

  /// The second number of /proc/self/statm: pages that are held.
  private static var residentBytes: Int? {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
    let numbers = text.split(separator: " ")
    return numbers.count > 1 ? Int(numbers[1]).map { $0 * Int(getpagesize()) } : nil
  }
}
