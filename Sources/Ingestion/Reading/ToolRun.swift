// Runs a program of the system over bytes, with limits.

import Glibc

/// One run of a program that reads standard input and writes standard output.
///
/// Both are files without a name, not pipes: neither side ever waits for the other. Workers are plain threads and may
/// wait.
enum ToolRun {
  /// How it ended.
  enum End: Equatable {
    case exited(status: Int32, output: [UInt8], complaint: String)
    case notFound
    case timedOut
    case tooMuchOutput
    case failed(String)
  }

  /// What is kept of standard error: enough for the first sentence (guess).
  private static let maximumComplaintBytes = 1_000

  /// Runs a program to its end.
  ///
  /// - Parameters:
  ///   - program: found on PATH.
  ///   - maximumOutputBytes: more ends the run.
  ///   - seconds: of waiting; then the program is killed.
  static func run(
    _ program: String, _ arguments: [String], input: [UInt8], maximumOutputBytes: Int, seconds: Double
  ) -> End {
    let files = (0..<3).map { _ in openNamelessFile() }
    defer { for file in files where file >= 0 { close(file) } }
    guard files.allSatisfy({ $0 >= 0 }), write(input, to: files[0]) else {
      return .failed("there is no room for temporary files: \(systemMessage())")
    }
    var process: pid_t = 0
    let code = spawn(program, arguments, files, &process)
    if code == ENOENT { return .notFound }
    guard code == 0 else { return .failed("it cannot be started: \(systemMessage(code))") }
    let end = wait(for: process, seconds: seconds) { byteCount(of: files[1]) > maximumOutputBytes }
    let output = read(files[1], limit: maximumOutputBytes + 1)
    if end == .stopped || output.count > maximumOutputBytes { return .tooMuchOutput }
    if end == .unknown { return .failed("how it ended cannot be told, because SIGCHLD is ignored") }
    guard case .ended(let status) = end else { return .timedOut }
    guard status & 0x7F == 0 else { return .failed("it was ended by signal \(status & 0x7F)") }
    let complaint = String(decoding: read(files[2], limit: maximumComplaintBytes), as: UTF8.self)
    return .exited(status: status >> 8 & 0xFF, output: output, complaint: complaint)
  }

  /// A temporary file that is gone as soon as it is closed; below zero, with `errno` set, when there can be none.
  private static func openNamelessFile() -> Int32 {
    let directory = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    let path = strdup(directory + "/suoyin-XXXXXX")!
    defer { free(path) }
    let file = mkstemp(path)
    if file >= 0 {
      unlink(path)
      _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    }
    return file
  }

  private static func spawn(
    _ program: String, _ arguments: [String], _ files: [Int32], _ process: inout pid_t
  ) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (target, file) in files.enumerated() { posix_spawn_file_actions_adddup2(&actions, file, Int32(target)) }
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    return posix_spawnp(&process, program, &actions, nil, &words, environ)
  }

  private enum Wait: Equatable {
    case ended(Int32)
    case timedOut
    case stopped
    /// It is no child of this process any more: the kernel has cleared it away.
    case unknown
  }

  /// Waits for the end, and brings it about when the time is over or there is reason to stop.
  private static func wait(for process: pid_t, seconds: Double, unless isToStop: () -> Bool) -> Wait {
    let deadline = ContinuousClock.now + .seconds(seconds)
    var status: Int32 = 0
    // From half a millisecond to twenty: short runs are not held up, long ones cost nothing.
    var pause: UInt32 = 500
    while true {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process { return .ended(status) }
      if ended < 0, errno != EINTR { return .unknown }
      let isOver = ContinuousClock.now > deadline
      if isOver || isToStop() {
        kill(process, SIGKILL)
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return isOver ? .timedOut : .stopped
      }
      usleep(pause)
      pause = min(pause * 2, 20_000)
    }
  }

  private static func byteCount(of file: Int32) -> Int { FileStatus(descriptor: file)?.byteCount ?? 0 }

  private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress! + written, $0.count - written) }
      if count > 0 { written += count } else if errno != EINTR { return false }
    }
    return lseek(file, 0, SEEK_SET) == 0
  }

  private static func read(_ file: Int32, limit: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: min(byteCount(of: file), limit)) { buffer, filled in
      while filled < buffer.count {
        let count = pread(file, buffer.baseAddress! + filled, buffer.count - filled, off_t(filled))
        if count > 0 { filled += count } else if count == 0 || errno != EINTR { return }
      }
    }
  }
}
