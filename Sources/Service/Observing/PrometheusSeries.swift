// The kinds of figures that Prometheus knows.

internal import CoreMetrics
internal import NIOConcurrencyHelpers

/// One figure with one set of labels.
protocol PrometheusSeries: AnyObject, Sendable {
  /// What Prometheus calls its kind.
  var type: String { get }
  /// Its lines: what follows the name, a label of its own, and the value.
  var samples: [(suffix: String, label: String, value: Double)] { get }
}

/// A number that grows, or one that is set.
final class PrometheusNumber: PrometheusSeries, CounterHandler, MeterHandler {
  let type: String
  private let value = NIOLockedValueBox(0.0)

  /// - Parameter type: `counter` or `gauge`.
  init(type: String) { self.type = type }

  var samples: [(suffix: String, label: String, value: Double)] { [("", "", value.withLockedValue { $0 })] }

  func increment(by amount: Int64) { increment(by: Double(amount)) }
  func increment(by amount: Double) { value.withLockedValue { $0 += amount } }
  func decrement(by amount: Double) { increment(by: -amount) }
  func set(_ number: Int64) { set(Double(number)) }
  func set(_ number: Double) { value.withLockedValue { $0 = number } }
  func reset() { set(0.0) }
}

/// How many observations were no greater than each of some bounds.
final class PrometheusHistogram: PrometheusSeries, TimerHandler, RecorderHandler {
  /// In seconds: from what a plain search takes to the longest deadline. A guess.
  private static let bounds = [
    0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60,
  ]

  private struct State {
    var counts = [Int](repeating: 0, count: PrometheusHistogram.bounds.count + 1)
    var sum = 0.0
  }

  let type = "histogram"
  private let state = NIOLockedValueBox(State())

  var samples: [(suffix: String, label: String, value: Double)] {
    let state = state.withLockedValue { $0 }
    var count = 0
    var samples: [(suffix: String, label: String, value: Double)] = []
    for (bound, number) in zip(PrometheusHistogram.bounds.map { "\($0)" } + ["+Inf"], state.counts) {
      count += number
      samples.append(("_bucket", "le=\"\(bound)\"", Double(count)))
    }
    return samples + [("_sum", "", state.sum), ("_count", "", Double(count))]
  }

  func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }
  func record(_ value: Int64) { record(Double(value)) }
  func record(_ value: Double) {
    let index = PrometheusHistogram.bounds.firstIndex { value <= $0 } ?? PrometheusHistogram.bounds.count
    state.withLockedValue { state in
      state.counts[index] += 1
      state.sum += value
    }
  }
}
