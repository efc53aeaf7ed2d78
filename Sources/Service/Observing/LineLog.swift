// The daemon's log: lines to standard error that nobody waits for.

internal import Foundation
public import Logging
internal import NIOConcurrencyHelpers

/// Writes a line for each message, `2024-05-01T08:00:00Z info answered endpoint=search hits=3`, from a thread of its own.
///
/// Whoever logs never waits for the reader of the log. Where that does not keep up, lines are dropped, and their number is
/// logged. What clients sent makes no lines of its own: control characters are spelled out.
public struct LineLog: LogHandler {
  public var metadata: Logger.Metadata = [:]
  public var logLevel = Logger.Level.info
  private let writer: LineWriter

  /// - Parameter descriptor: where the lines go; standard error unless said.
  public init(descriptor: Int32 = 2) { writer = LineWriter(descriptor: descriptor) }

  public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  public func log(event: LogEvent) {
    var line = "\(Date.now.formatted(.iso8601)) \(event.level) \(event.message)"
    let all = metadata.merging(event.metadata ?? [:]) { $1 }
    for (name, value) in all.sorted(by: { $0.key < $1.key }) { line += " \(name)=\(LineLog.quoted("\(value)"))" }
    writer.write(LineLog.spelled(line) + "\n")
  }

  /// Waits until what was logged has been written, but not for long.
  public func flush() { writer.flush() }

  /// In quotation marks where a value would not be read as one word.
  private static func quoted(_ value: String) -> String {
    let isWord =
      !value.isEmpty && !value.unicodeScalars.contains { $0 == " " || $0 == "\"" || $0 == "=" || $0.value < 0x20 }
    return isWord ? value : "\"" + value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// Control characters by their numbers, <A>: the log is lines, and must not steer the terminal of its reader.
  private static func spelled(_ line: String) -> String {
    func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) }
    guard line.unicodeScalars.contains(where: isControl) else { return line }
    var spelled = ""
    for scalar in line.unicodeScalars {
      if isControl(scalar) {
        spelled += "<" + String(scalar.value, radix: 16, uppercase: true) + ">"
      } else {
        spelled.unicodeScalars.append(scalar)
      }
    }
    return spelled
  }
}

/// A bounded queue of lines and the thread that writes them.
private final class LineWriter: Sendable {
  /// The most lines that wait: a second of requests on two cores. A guess.
  private static let capacity = 10_000

  private struct State {
    var lines: [String] = []
    var droppedCount = 0
    var isWriting = false
  }

  private let state = NIOLockedValueBox(State())
  private let waiting = DispatchSemaphore(value: 0)
  private let file: FileHandle

  init(descriptor: Int32) {
    file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
    let thread = Thread { [self] in run() }
    thread.name = "log"
    thread.start()
  }

  func write(_ line: String) {
    let isFirst = state.withLockedValue { state in
      guard state.lines.count < LineWriter.capacity else {
        state.droppedCount += 1
        return false
      }
      state.lines.append(line)
      return state.lines.count == 1
    }
    if isFirst { waiting.signal() }
  }

  func flush() {
    for _ in 0..<100 where state.withLockedValue({ $0.isWriting || !$0.lines.isEmpty }) { usleep(10_000) }
  }

  private func run() {
    while true {
      waiting.wait()
      let (lines, droppedCount) = state.withLockedValue { state in
        defer { (state.lines, state.droppedCount, state.isWriting) = ([], 0, true) }
        return (state.lines, state.droppedCount)
      }
      var bytes = Data(lines.joined().utf8)
      if droppedCount > 0 {
        bytes += Data("\(Date.now.formatted(.iso8601)) warning \(droppedCount) lines were lost\n".utf8)
      }
      // A full disk or a reader that has gone must not end the daemon: what cannot be written is lost.
      try? file.write(contentsOf: bytes)
      state.withLockedValue { $0.isWriting = false }
    }
  }
}
