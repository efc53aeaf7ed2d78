// Tells a supervisor how the daemon fares: the protocol of sd_notify(3).

internal import Foundation
internal import Logging
internal import NIOCore

/// Sends the daemon's state to the socket that a supervisor, such as systemd, listens on.
///
/// A supervisor that does not listen is none of the daemon's failures: that is logged once, and the daemon goes on.
public final class Notifier: Sendable {
  /// What a supervisor is told.
  enum State {
    /// The daemon answers; also after a reload, whether that succeeded or not.
    case ready(String)
    case reloading
    case stopping

    /// The assignments of sd_notify(3).
    var text: String {
      switch self {
      case .ready(let status):
        // A path may hold a line feed, which would end the assignment.
        "READY=1\nSTATUS=\(status.replacing("\n", with: " "))\nMAINPID=\(getpid())"
      case .reloading: "RELOADING=1\nMONOTONIC_USEC=\(Notifier.monotonicMicroseconds)\nSTATUS=opening the index anew"
      case .stopping: "STOPPING=1\nSTATUS=finishing the requests it has"
      }
    }
  }

  /// What says where the supervisor listens. It is meant for one process, not for those that this one starts.
  private static let variables = ["NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"]
  /// How long a state may wait for a supervisor that does not read, in seconds. A guess: systemd reads at once.
  private static let patience = 1

  /// The path, or `@` and an abstract name.
  private let address: String
  /// How often the supervisor wants to hear that the daemon lives; nil where it does not.
  let watchdogInterval: Duration?
  private let descriptor: Int32

  private init?(_ address: String, watchdogInterval: Duration?) {
    self.address = address
    self.watchdogInterval = watchdogInterval
    descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return nil }
    var patience = timeval(tv_sec: Notifier.patience, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { close(descriptor) }

  /// The supervisor that the environment names, nil where it names none; takes the variables out of the environment.
  public static func take() -> Notifier? {
    let environment = ProcessInfo.processInfo.environment
    for name in variables { unsetenv(name) }
    guard let address = environment["NOTIFY_SOCKET"], !address.isEmpty else { return nil }
    var interval: Duration?
    // The watchdog is another's where it names another process (sd_watchdog_enabled(3)).
    if environment["WATCHDOG_PID"].map({ Int32($0) == getpid() }) ?? true,
      let microseconds = environment["WATCHDOG_USEC"].flatMap({ Int64($0) }), microseconds > 0
    {
      interval = .microseconds(microseconds)
    }
    return Notifier(address, watchdogInterval: interval)
  }

  /// Says what the daemon does.
  func tell(_ state: State, _ logger: Logger) {
    guard let reason = send(state.text, flags: 0) else { return }
    logger.warning("the supervisor does not hear", metadata: ["socket": "\(address)", "reason": "\(reason)"])
  }

  /// Says again and again, as often as the supervisor wants it, that the event loop turns: a daemon whose loop hangs is
  /// ended. Twice an interval, as sd_watchdog_enabled(3) advises.
  func watch(_ loop: any EventLoop) {
    guard let watchdogInterval else { return }
    let half = TimeAmount(watchdogInterval / 2)
    loop.scheduleRepeatedTask(initialDelay: .zero, delay: half) { [self] _ in
      // What cannot be sent at once is late anyway, and the loop waits for nobody.
      _ = send("WATCHDOG=1", flags: Int32(MSG_DONTWAIT))
    }
  }

  /// - Returns: why it could not be sent; nil when it was.
  private func send(_ text: String, flags: Int32) -> String? {
    var name = Array(address.utf8)
    guard name[0] == UInt8(ascii: "/") || name[0] == UInt8(ascii: "@") else {
      return "this is no address of a Unix socket"
    }
    // An abstract name begins with a NUL and ends with the address (unix(7)).
    if name[0] == UInt8(ascii: "@") { name[0] = 0 }
    var destination = sockaddr_un()
    destination.sun_family = sa_family_t(AF_UNIX)
    guard name.count < MemoryLayout.size(ofValue: destination.sun_path) else { return "the address is too long" }
    withUnsafeMutableBytes(of: &destination.sun_path) { $0.copyBytes(from: name) }
    let length = socklen_t(MemoryLayout<sockaddr_un>.offset(of: \.sun_path)! + name.count)
    let bytes = Array(text.utf8)
    let count = withUnsafePointer(to: &destination) { destination in
      destination.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        sendto(descriptor, bytes, bytes.count, flags | Int32(MSG_NOSIGNAL), $0, length)
      }
    }
    return count == bytes.count ? nil : String(cString: strerror(errno))
  }

  private static var monotonicMicroseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1_000
  }
}
