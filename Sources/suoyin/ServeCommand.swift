// suoyin serve: the daemon.

internal import API
internal import ArgumentParser
internal import Foundation
internal import Logging
internal import Service

struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Answer searches on a Unix socket, for programs and for the other commands.",
    discussion: """
      HTTP/1.1 with JSON under /v1: search, documents/ID, status, health. A new generation of the index is served as
      soon as it is there. SIGTERM and SIGINT let running requests finish and leave nothing behind. The log goes to
      standard error.

      Examples:
        suoyin serve --index Index
        curl --unix-socket SOCKET -G http://localhost/v1/search --data-urlencode 'q=普惠金融 首贷'
      """)

  @OptionGroup var index: IndexOption
  @Option(
    help: ArgumentHelp(
      "The socket. [default: $SUOYIN_SOCKET, else $XDG_RUNTIME_DIR/suoyin/suoyin.sock, else below the temporary directory]",
      valueName: "path"))
  var socket: String?
  @Option(help: ArgumentHelp("How many searches run at a time. [default: one a core]", valueName: "n"))
  var workers: Int?
  @Option(help: ArgumentHelp("How many requests may wait; beyond, they are refused with 503.", valueName: "n"))
  var queue: Int = ServeCommand.defaults.queueCapacity
  @Option(
    name: .customLong("deadline-ms"), help: ArgumentHelp("The deadline of searches that name none.", valueName: "ms"))
  var deadline: Int = ServeCommand.defaults.defaultDeadlineMilliseconds

  @Option(
    help: ArgumentHelp(
      "After how long a connection is closed that neither sends a whole request nor reads its answer.",
      valueName: "seconds"))
  var idleSeconds = Int(ServeCommand.defaults.idleTimeout / .seconds(1))

  private static let defaults = ServiceOptions(index: "", socket: "")

  func validate() throws {
    if let workers, !(1...1_024).contains(workers) {
      throw ValidationError("--workers is \(workers); it must be 1 to 1024")
    }
    if !(1...100_000).contains(queue) { throw ValidationError("--queue is \(queue); it must be 1 to 100000") }
    if !(1...86_400).contains(idleSeconds) {
      throw ValidationError("--idle-seconds is \(idleSeconds); it must be 1 to 86400")
    }
    let longest = SearchRequest.maximumDeadlineMilliseconds
    if !(1...longest).contains(deadline) {
      throw ValidationError("--deadline-ms is \(deadline); it must be 1 to \(longest)")
    }
  }

  func run() throws {
    DescriptorLimit.raise()
    var options = ServiceOptions(
      index: index.path, socket: socket ?? SocketPath.standard(ProcessInfo.processInfo.environment))
    if let workers { options.workerCount = workers }
    options.queueCapacity = queue
    options.defaultDeadlineMilliseconds = deadline
    options.idleTimeout = .seconds(idleSeconds)
    let signals = EndSignals()
    let daemon = try Daemon(options, logger: Logger(label: "suoyin") { StreamLogHandler.standardError(label: $0) })
    signals.wait()
    daemon.stop()
  }
}

/// The signals that end the daemon in good order.
private struct EndSignals {
  private var signals = sigset_t()

  /// Blocks them in this thread and those it starts from now on, so that they wait to be fetched. A log whose reader
  /// has gone must not end the daemon either.
  init() {
    sigemptyset(&signals)
    sigaddset(&signals, SIGTERM)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    signal(SIGPIPE, SIG_IGN)
  }

  /// Waits for one of them.
  func wait() {
    var signals = signals
    var number: Int32 = 0
    while sigwait(&signals, &number) != 0 {}
  }
}
