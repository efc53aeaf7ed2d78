// What systemd does for the daemon: hands a socket over, and listens to what it says.

import Foundation

/// Socket activation as sd_listen_fds(3) has it.
enum Activation {
  /// Binds a listening socket, and becomes the program named behind the path with that as descriptor 3.
  ///
  /// - Parameters:
  ///   - socket: the path; a socket on which nobody answers is taken over as it is bound again.
  ///   - kind: what is handed over: `stream`, `datagram`, `silent` (does not listen), `network`, `file`.
  ///   - count: what `LISTEN_FDS` says.
  ///   - pid: what `LISTEN_PID` says; nil for the process itself.
  static func launcher(_ socket: String, _ kind: String = "stream", count: String = "1", pid: String? = nil) -> [String]
  {
    let script = """
      import os, socket, sys
      path, kind, count, pid = sys.argv[1:5]
      if kind == "file":
          held = open(os.devnull)
      elif kind == "network":
          held = socket.socket(socket.AF_INET)
          held.listen()
      else:
          os.makedirs(os.path.dirname(path), exist_ok=True)
          held = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM if kind == "datagram" else socket.SOCK_STREAM)
          held.bind(path)
          if kind == "stream":
              held.listen()
      if held.fileno() == 3:
          os.set_inheritable(3, True)
      else:
          os.dup2(held.fileno(), 3)
      os.environ.update(LISTEN_FDS=count, LISTEN_PID=pid or str(os.getpid()), LISTEN_FDNAMES="suoyin.socket")
      os.execv(sys.argv[5], sys.argv[5:])
      """
    return ["python3", "-c", script, socket, kind, count, pid ?? ""]
  }
}

/// The socket of a supervisor that sd_notify(3) sends to.
final class NotifySocket {
  /// What `NOTIFY_SOCKET` says.
  let address: String
  private let descriptor: Int32

  /// - Parameter address: a path, or `@` and an abstract name.
  init(_ address: String) throws {
    self.address = address
    descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var bound = sockaddr_un()
    bound.sun_family = sa_family_t(AF_UNIX)
    var name = Array(address.utf8)
    if name[0] == UInt8(ascii: "@") { name[0] = 0 }
    withUnsafeMutableBytes(of: &bound.sun_path) { $0.copyBytes(from: name) }
    let length = socklen_t(MemoryLayout<sockaddr_un>.offset(of: \.sun_path)! + name.count)
    let failed = withUnsafePointer(to: &bound) { bound in
      bound.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
    }
    guard failed == 0 else {
      throw CommandDied(description: "cannot bind \(address): \(String(cString: strerror(errno)))")
    }
    var patience = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { close(descriptor) }

  /// The next message as variables and values; empty where none comes in 20 seconds.
  func next() -> [String: String] {
    var bytes = [UInt8](repeating: 0, count: 4_096)
    let count = max(0, recv(descriptor, &bytes, bytes.count, 0))
    let lines = String(decoding: bytes.prefix(count), as: UTF8.self).split(separator: "\n")
    return Dictionary(
      uniqueKeysWithValues: lines.map { line in
        let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return (String(parts[0]), String(parts.dropFirst().first ?? ""))
      })
  }

  /// The next message that is no sign of life.
  func nextState() -> [String: String] {
    while true {
      let message = next()
      if message["WATCHDOG"] == nil { return message }
    }
  }
}
