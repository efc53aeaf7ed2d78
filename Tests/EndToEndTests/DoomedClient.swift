// A client that is killed.

import Foundation

/// A process that sends requests, each on a connection of its own, reads the beginning of the first answer, and waits.
final class DoomedClient {
  private static let script = """
    import socket, sys
    connections = []
    for request in sys.argv[2:]:
        connection = socket.socket(socket.AF_UNIX)
        connection.connect(sys.argv[1])
        connection.sendall(request.encode())
        connections.append(connection)
    print("sent", flush=True)
    connections[0].recv(1000)
    print("reads", flush=True)
    sys.stdin.read()
    """

  private let process = Process()
  private let output = Pipe()

  /// Starts it, and waits until it has sent its requests.
  init(socket: String, requests: [String]) throws {
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", DoomedClient.script, socket] + requests
    process.standardOutput = output
    process.standardInput = Pipe()
    try process.run()
    wait(for: "sent")
  }

  func waitUntilItReads() { wait(for: "reads") }

  /// Kills it, and waits until the kernel has closed its connections.
  func kill() {
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  private func wait(for line: String) {
    var text = ""
    while !text.contains(line) {
      let bytes = output.fileHandleForReading.availableData
      guard !bytes.isEmpty else { return }
      text += String(decoding: bytes, as: UTF8.self)
    }
  }
}
