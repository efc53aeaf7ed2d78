// Logs that cannot be written.

import Client
import Foundation
import TestSupport
import Testing

extension Faults {
  @Suite("logs")
  struct Logs {
    /// How standard error is taken from a daemon: a script that becomes what it is given.
    static let scripts = [
      "exec \"$0\" \"$@\" 2>&-", "exec \"$0\" \"$@\" <&- >&- 2>&-", "exec \"$0\" \"$@\" 2> >(exec true)",
      "exec \"$0\" \"$@\" 2>/dev/full",
    ]

    @Test("a daemon whose log goes nowhere answers, and prints into nothing else", arguments: scripts)
    func nowhere(script: String) async throws {
      try await FaultDaemon.serve(through: ["bash", "-c", script]) { try provoke($0) }
    }

    @Test(
      "a daemon whose log is on a full disk goes on",
      .enabled(if: SmallDisk.isPossible, "a file system has to be mounted: unshare -rm or unshare -m"))
    func fullDisk() async throws {
      let directory = try TemporaryDirectory()
      let mount = directory.path + "/disk"
      try FileManager.default.createDirectory(atPath: mount, withIntermediateDirectories: true)
      try await SmallDisk.mounted(at: mount, options: "size=64k") { disk in
        let launcher = disk.enter + ["bash", "-c", "exec \"$0\" \"$@\" 2>>\(mount)/log"]
        try await FaultDaemon.serve(through: launcher) { daemon in
          let filled = try await disk.shell("cat /dev/zero >\"$0/fill\"", mount)
          #expect(filled.status != 0)
          for _ in 0..<20 { try provoke(daemon) }
          let log = try await disk.shell("cat \"$0/log\"", mount)
          #expect(log.output.contains("serving"), "\(log.output)")
          #expect(try await disk.shell("rm \"$0/fill\"", mount).status == 0)
          try provoke(daemon)
          let later = try await disk.shell("tail -c 1000 \"$0/log\"", mount)
          #expect(later.output.contains("opened"), "\(later.output)")
        }
      }
    }

    /// Makes the daemon write to its log: the index goes and comes back.
    private func provoke(_ daemon: FaultDaemon) throws {
      let away = daemon.directory.path + "/away"
      try FileManager.default.moveItem(atPath: daemon.index, toPath: away)
      for _ in 0..<5 { #expect(try RawConnection.get("/v1/status", from: daemon.socket).status == 503) }
      try FileManager.default.moveItem(atPath: away, toPath: daemon.index)
      // Its claim on the index, which the first free descriptor is for, holds what it has to.
      #expect(DaemonClient(servingIndex: daemon.index)?.socket == daemon.socket)
      try daemon.expectsRightAnswer()
    }
  }
}
