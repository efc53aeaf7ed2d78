// The daemon under a supervisor: a socket that is handed over, and what it says of itself.

import Client
import Foundation
import Subprocess
import TestSupport
import Testing

@Suite("supervision", .timeLimit(.minutes(5)))
struct SupervisionTests {
  private let notice: NoticeIndex
  private var directory: TemporaryDirectory { notice.directory }
  private var index: String { notice.path }
  private var socket: String { directory.path + "/run/suoyin.sock" }

  init() async throws { notice = try await NoticeIndex() }

  private func isThere(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  @Test("a socket that is handed over is served, found by the index, and neither locked nor removed")
  func activation() async throws {
    let log = directory.path + "/log"
    let status = try await RunningDaemon.serve(index, on: socket, through: Activation.launcher(socket), log: log) {
      daemon in
      #expect(try await Command.run("search", "金融", "--socket", socket).status == 0)
      let client = try #require(DaemonClient(servingIndex: index))
      #expect(client.socket == socket)
      #expect(!isThere(socket + ".lock"))
      let flags = try String(contentsOfFile: "/proc/\(daemon.pid)/fdinfo/3", encoding: .utf8)
      let number = try #require(
        flags.split(separator: "\n").first { $0.hasPrefix("flags:") }?.split(separator: "\t").last)
      #expect(try #require(Int(number, radix: 8)) & Int(O_CLOEXEC) != 0)
    }
    #expect(status == .exited(0))
    #expect(isThere(socket) && !isThere(index + "/daemon") && !isThere(socket + ".lock"))
    #expect(try String(contentsOfFile: log, encoding: .utf8).contains("socket=\(socket)"))
  }

  @Test("requests that come while the daemon is started anew on a socket that is held are answered by the next one")
  func restart() async throws {
    try FileManager.default.createDirectory(atPath: directory.path + "/run", withIntermediateDirectories: true)
    // A parent that holds the socket, as systemd does, starts the daemon twice.
    let script = """
      import os, signal, socket, subprocess, sys
      path, arguments = sys.argv[1], sys.argv[2:]
      held = socket.socket(socket.AF_UNIX)
      held.bind(path)
      held.listen()
      def start():
          def child():
              if held.fileno() == 3:
                  os.set_inheritable(3, True)
              else:
                  os.dup2(held.fileno(), 3)
              os.environ.update(LISTEN_FDS="1", LISTEN_PID=str(os.getpid()))
              os.execv(arguments[0], arguments)
          pid = os.fork()
          if pid == 0:
              child()
          return pid
      def ask():
          client = socket.socket(socket.AF_UNIX)
          client.settimeout(30)
          client.connect(path)
          client.send(b"GET /v1/status HTTP/1.1\\r\\nhost: x\\r\\nconnection: close\\r\\n\\r\\n")
          return client
      early = ask()
      for round in range(2):
          pid = start()
          print(early.recv(1 << 16).split(b"\\r\\n")[0].decode())
          os.kill(pid, signal.SIGTERM)
          print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
          early = ask()
      """
    let output = try await Python.run(script, socket, Command.path, "serve", "--index", index)
    #expect(output == "HTTP/1.1 200 OK\n0\nHTTP/1.1 200 OK\n0\n")
  }

  @Test(
    "what is handed over and is no listening Unix socket is refused with the reason: status 2",
    arguments: [
      ("datagram", "1", "not a stream socket"), ("silent", "1", "does not listen"),
      ("network", "1", "not a Unix socket"),
      ("file", "1", "not a Unix socket"), ("stream", "2", "2 descriptors"), ("stream", "x", "not both numbers"),
      ("stream", "99999999999", "not both numbers"),
    ])
  func refusals(kind: String, count: String, reason: String) async throws {
    let launcher = Activation.launcher(socket, kind, count: count)
    let result = try await Command.run(arguments: ["serve", "--index", index], through: launcher)
    #expect(
      result.status == 2 && result.error.contains(reason) && result.error.contains("ListenStream="), "\(result.error)")
    #expect(!isThere(index + "/daemon"))
  }

  @Test("what is handed over to another process, or nothing at all, leaves the daemon its own socket")
  func otherProcess() async throws {
    let own = directory.path + "/own/suoyin.sock"
    for launcher in [Activation.launcher(socket, pid: "1"), Activation.launcher(socket + "2", count: "0")] {
      let status = try await RunningDaemon.serve(index, on: own, through: launcher) { _ in
        #expect(isThere(own + ".lock"))
      }
      #expect(status == .exited(0) && !isThere(own))
    }
  }

  @Test("path, mode and group of a socket that is handed over are not the daemon's to say: status 2")
  func contradiction() async throws {
    for options in [["--socket", directory.path + "/other"], ["--socket-mode", "0660"]] {
      let taken = directory.path + "/\(options[0])/s"
      let result = try await Command.run(
        arguments: ["serve", "--index", index] + options, through: Activation.launcher(taken))
      #expect(result.status == 2 && result.error.contains(taken), "\(result.error)")
    }
  }

  @Test("the supervisor hears in order when the daemon serves, reloads and ends", arguments: ["path", "abstract"])
  func notification(kind: String) async throws {
    let name = kind == "path" ? directory.path + "/notify" : "@suoyin-test-\(UUID().uuidString)"
    let supervisor = try NotifySocket(name)
    let status = try await RunningDaemon.serve(index, on: socket, environment: ["NOTIFY_SOCKET": name]) { daemon in
      let ready = supervisor.nextState()
      #expect(ready["READY"] == "1" && ready["MAINPID"] == "\(daemon.pid)")
      #expect(ready["STATUS"]?.contains(socket) == true)
      let before = NotifyClock.microseconds
      kill(daemon.pid, SIGHUP)
      let reloading = supervisor.nextState()
      #expect(reloading["RELOADING"] == "1")
      let moment = try #require(reloading["MONOTONIC_USEC"].flatMap { Int($0) })
      #expect((before...NotifyClock.microseconds).contains(moment))
      #expect(supervisor.nextState()["READY"] == "1")
      kill(daemon.pid, SIGTERM)
      #expect(supervisor.nextState()["STOPPING"] == "1")
    }
    #expect(status == .exited(0))
  }

  @Test("the supervisor hears twice an interval that the daemon lives, unless another process is watched")
  func watchdog() async throws {
    let supervisor = try NotifySocket(directory.path + "/notify")
    let environment = ["NOTIFY_SOCKET": supervisor.address, "WATCHDOG_USEC": "400000"]
    let start = ContinuousClock.now
    try await RunningDaemon.serve(index, on: socket, environment: environment) { _ in
      #expect(supervisor.next()["READY"] == "1")
      for _ in 1...6 { #expect(supervisor.next() == ["WATCHDOG": "1"]) }
      // The first comes at once, five more after 0.2 s each; a busy machine hears of several at a time, but not early.
      #expect(ContinuousClock.now - start > .milliseconds(900))
    }
    let other = try NotifySocket(directory.path + "/other")
    let changes = ["NOTIFY_SOCKET": other.address, "WATCHDOG_PID": "1"]
    try await RunningDaemon.serve(index, on: socket, environment: environment.merging(changes) { $1 }) { daemon in
      #expect(other.next()["READY"] == "1")
      try await Task.sleep(for: .milliseconds(500))
      kill(daemon.pid, SIGTERM)
      #expect(other.next()["STOPPING"] == "1")
    }
  }

  @Test(
    "a supervisor that is not there stops nothing",
    arguments: ["/nowhere/notify", "@suoyin-nobody", "relative", "vsock:2:1", "/" + String(repeating: "x", count: 200)])
  func deafSupervisor(address: String) async throws {
    let log = directory.path + "/log"
    let environment = ["NOTIFY_SOCKET": address, "WATCHDOG_USEC": "100000"]
    let status = try await RunningDaemon.serve(index, on: socket, environment: environment, log: log) { daemon in
      let answered = try await Command.run("search", "金融", "--socket", socket)
      #expect(answered.status == 0)
      kill(daemon.pid, SIGHUP)
    }
    #expect(status == .exited(0))
    #expect(try String(contentsOfFile: log, encoding: .utf8).contains("the supervisor does not hear"))
  }
}

/// The clock that systemd compares reloads by.
private enum NotifyClock {
  static var microseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1_000
  }
}
