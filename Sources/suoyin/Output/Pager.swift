// The reader's pager.

internal import Foundation

/// A program that shows text page by page on the terminal.
enum Pager {
  /// Shows a text, and returns when the reader is done with it.
  ///
  /// The text is whole before the pager starts, and the pager's end ends the writing: neither can wait for the other.
  ///
  /// - Returns: whether it was shown; false where there is no pager, or it cannot be run.
  static func show(_ text: String) -> Bool {
    guard let command else { return false }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return false }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let process = start(command, reading: ends[0])
    close(ends[0])
    guard let process else {
      close(ends[1])
      return false
    }
    // The pager may end before it has read everything, and an interrupt is the pager's to understand.
    let handlers = [SIGPIPE, SIGINT, SIGQUIT].map { ($0, signal($0, SIG_IGN)) }
    // Not all of it where the reader has seen enough.
    try? FileHandle(fileDescriptor: ends[1], closeOnDealloc: false).write(contentsOf: Data(text.utf8))
    close(ends[1])
    let status = wait(for: process)
    for (number, handler) in handlers { signal(number, handler) }
    return status != notFound
  }

  /// What a shell says of a command that it cannot find: 127 in the second byte of the status.
  private static let notFound: Int32 = 127 << 8

  /// $SUOYIN_PAGER, else $PAGER, as the shell reads it; else `less -FRX`. Nothing, or `cat`, means none.
  private static var command: [String]? {
    guard let named = Terminal.environment("SUOYIN_PAGER") ?? Terminal.environment("PAGER") else {
      return ["less", "-FRX"]
    }
    return named.isEmpty || named == "cat" ? nil : ["sh", "-c", named]
  }

  private static func start(_ command: [String], reading input: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    var environment = ProcessInfo.processInfo.environment
    // As git does: a less of the reader's own choice shows colours, too, and ends where one page holds everything.
    if environment["LESS"] == nil { environment["LESS"] = "FRX" }
    let arguments = command.map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in arguments + variables { free(pointer) } }
    var process = pid_t()
    return posix_spawnp(&process, command[0], &actions, nil, arguments, variables) == 0 ? process : nil
  }

  private static func wait(for process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status
  }
}
