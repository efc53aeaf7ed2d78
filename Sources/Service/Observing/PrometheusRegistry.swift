// Figures for Prometheus, collected through swift-metrics.

internal import CoreMetrics
internal import NIOConcurrencyHelpers

/// A factory of swift-metrics that keeps what is recorded and writes it as Prometheus reads it
/// (https://prometheus.io/docs/instrumenting/exposition_formats, text format 0.0.4).
///
/// Counters are counters, meters gauges, timers and recorders histograms of seconds. One per daemon, not the process's own:
/// a process may hold several.
final class PrometheusRegistry: MetricsFactory {
  /// The media type of ``text``.
  static let mediaType = "text/plain; version=0.0.4; charset=utf-8"

  private struct Key: Hashable {
    let name: String
    /// As they stand behind the name, without braces.
    let labels: String
  }

  private let series = NIOLockedValueBox<[Key: any PrometheusSeries]>([:])
  private let help: [String: String]

  /// - Parameter help: what figures are, by their names.
  init(help: [String: String]) { self.help = help }

  func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
    series(label, dimensions) { PrometheusNumber(type: "counter") }
  }

  func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
    series(label, dimensions) { PrometheusNumber(type: "gauge") }
  }

  func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
    series(label, dimensions) { PrometheusHistogram() }
  }

  func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    series(label, dimensions) { PrometheusHistogram() }
  }

  // What was counted stays known, as Prometheus expects of a counter.
  func destroyCounter(_ handler: any CounterHandler) {}
  func destroyMeter(_ handler: any MeterHandler) {}
  func destroyRecorder(_ handler: any RecorderHandler) {}
  func destroyTimer(_ handler: any TimerHandler) {}

  /// Puts one series of a name in the place of all there are: for figures whose labels come and go.
  func replace(_ name: String, by dimensions: [(String, String)], _ value: Double) {
    let number = PrometheusNumber(type: "gauge")
    number.set(value)
    series.withLockedValue { all in
      all = all.filter { $0.key.name != name }
      all[Key(name: name, labels: PrometheusRegistry.labels(dimensions))] = number
    }
  }

  /// All figures, by name.
  var text: String {
    let all = series.withLockedValue { $0 }
    var text = ""
    for (name, members) in Dictionary(grouping: all, by: \.key.name).sorted(by: { $0.key < $1.key }) {
      if let help = help[name] { text += "# HELP \(name) \(help)\n" }
      text += "# TYPE \(name) \(members[0].value.type)\n"
      for (key, series) in members.sorted(by: { $0.key.labels < $1.key.labels }) {
        for line in series.samples {
          let labels = [key.labels, line.label].compactMap { $0.isEmpty ? nil : $0 }.joined(separator: ",")
          text +=
            name + line.suffix + (labels.isEmpty ? "" : "{\(labels)}") + " \(PrometheusRegistry.number(line.value))\n"
        }
      }
    }
    return text
  }

  private func series<Series: PrometheusSeries>(
    _ name: String, _ dimensions: [(String, String)], _ make: () -> Series
  ) -> Series {
    let labels = PrometheusRegistry.labels(dimensions)
    return series.withLockedValue { all in
      let key = Key(name: name, labels: labels)
      if let known = all[key] {
        guard let known = known as? Series else { preconditionFailure("\(name) is a figure of another kind") }
        return known
      }
      let made = make()
      all[key] = made
      return made
    }
  }

  private static func labels(_ dimensions: [(String, String)]) -> String {
    dimensions.map { "\($0)=\"\(escaped($1))\"" }.joined(separator: ",")
  }

  private static func escaped(_ value: String) -> String {
    // Names of paths and numbers hold nothing of that, and are looked up with each request.
    guard
      value.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n") })
    else { return value }
    return value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }

  /// Whole numbers without a point.
  private static func number(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? "\(value)" }
}
