// Asks a daemon as a program of any user would.

import Foundation

/// One request over a connection of its own.
enum Asker {
  static func get(_ target: String, from socket: String, user: Int? = nil) async throws -> (status: Int, body: String) {
    try await ask("GET", target, socket, user, group: nil)
  }

  static func post(_ target: String, to socket: String, user: Int? = nil) async throws -> (status: Int, body: String) {
    try await ask("POST", target, socket, user, group: nil)
  }

  /// Whether a user of a group may connect.
  static func mayConnect(to socket: String, user: Int, group: Int) async throws -> Bool {
    try await ask("GET", "/v1/health", socket, user, group: group).status == 200
  }

  /// - Parameters:
  ///   - user: whom to ask as, with no group but `group` or, without that, its own; nil for the user of the tests.
  /// - Returns: status and body; status 0 where it may not connect.
  private static func ask(
    _ method: String, _ target: String, _ socket: String, _ user: Int?, group: Int?
  ) async throws -> (status: Int, body: String) {
    let script = """
      import http.client, os, socket, sys
      method, target, path, user, group = sys.argv[1:6]
      if user:
          os.setgroups([])
          os.setgid(int(group or user))
          os.setuid(int(user))
      class Connection(http.client.HTTPConnection):
          def connect(self):
              self.sock = socket.socket(socket.AF_UNIX)
              self.sock.connect(path)
      connection = Connection("localhost")
      try:
          connection.request(method, target)
          answer = connection.getresponse()
          sys.stdout.write(f"{answer.status}\\n{answer.read().decode()}")
      except PermissionError:
          print(0)
      """
    let output = try await Python.run(
      script, method, target, socket, user.map { "\($0)" } ?? "", group.map { "\($0)" } ?? "")
    let parts = output.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    guard let status = parts.first.flatMap({ Int($0) }) else { throw CommandDied(description: output) }
    return (status, parts.count > 1 ? String(parts[1]) : "")
  }
}

/// Waits for what another process is about to do.
func waitUntil(_ isSo: () throws -> Bool) async throws {
  for _ in 0..<2_000 {
    if (try? isSo()) == true { return }
    try await Task.sleep(for: .milliseconds(10))
  }
  throw CommandDied(description: "it did not come to pass in 20 seconds")
}
