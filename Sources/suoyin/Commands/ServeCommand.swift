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
    overview: """
      HTTP/1.1 with JSON under /v1; /v1/openapi.json describes it, and API.md. A new generation of the index is served as
      soon as it is there. SIGTERM and SIGINT let running requests finish and leave nothing behind. SIGHUP, or POST to
      /v1/admin/reload by the same user or root, opens the index anew, as after its directory was replaced. The log
      goes to standard error.

      A listening Unix socket that systemd hands over (LISTEN_FDS) is served in place of one of its own; systemd hears
      when the daemon is ready, reloads and ends, and that it lives (NOTIFY_SOCKET, WATCHDOG_USEC).

      Examples:
        suoyin serve --index Index
        suoyin serve --index Index --check
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
  @Option(
    help: ArgumentHelp(
      "How many requests may wait, of those that may take long and of all others; beyond, they are refused with 503.",
      valueName: "n"))
  var queue: Int = ServeCommand.defaults.queueCapacity
  @Option(
    name: .customLong("deadline-ms"),
    help: ArgumentHelp("After how long answers end where the request does not say.", valueName: "ms"))
  var deadline: Int = ServeCommand.defaults.defaultDeadlineMilliseconds

  @Option(
    name: .customLong("log-level"),
    help: ArgumentHelp("The least that is logged: debug, info, notice, warning, error.", valueName: "level"),
    transform: { text in
      guard let level = Logger.Level(rawValue: text) else {
        throw ValidationError("there are: \(Logger.Level.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      return level
    })
  var logLevel = Logger.Level.info
  @Flag(name: .customLong("log-queries"), help: "Log what is looked for, too.")
  var logQueries = false
  @Option(
    help: ArgumentHelp(
      "Who may connect, in octal digits: 0600 to 0666. [default: 0600, the daemon's user alone]", valueName: "mode"))
  var socketMode: String?
  @Option(
    help: ArgumentHelp(
      """
      The group that the socket is given to; with --socket-mode 0660 its members may search. A directory that is made \
      for the socket is then 0750 and the group's; one that is there is left as it is.
      """, valueName: "name"))
  var socketGroup: String?

  @Flag(
    help: """
      Say whether a start would succeed, a line for each thing it needs, and end with the status that it would end \
      with; nothing is served or changed.
      """)
  var check = false
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
    _ = try access()
  }

  func run() throws {
    DescriptorLimit.raise()
    let handed = try HandedSocket.take()
    let notifier = Notifier.take()
    let options = try options(handed)
    if check { return try report(StartCheck(options)) }
    let signals = DaemonSignals()
    let log = LineLog()
    var logger = Logger(label: "suoyin") { _ in log }
    logger.logLevel = logLevel
    defer { log.flush() }
    let daemon = try Daemon(options, notifier: notifier, logger: logger)
    while signals.next() == SIGHUP { daemon.reload() }
    daemon.stop()
  }

  private func report(_ check: StartCheck) throws {
    for finding in check.findings {
      let name = finding.subject.padding(toLength: 13, withPad: " ", startingAt: 0)
      print(Terminal.printable((finding.error == nil ? "good    " : "FAILED  ") + name + finding.message))
    }
    if let error = check.error, let failure = CommandFailure(error) { throw CommandFailure(failure.status) }
  }

  private func options(_ handed: HandedSocket?) throws -> ServiceOptions {
    var options = ServiceOptions(
      index: index.path, socket: socket ?? SocketPath.standard(ProcessInfo.processInfo.environment))
    if let workers { options.workerCount = workers }
    options.queueCapacity = queue
    options.defaultDeadlineMilliseconds = deadline
    options.logsQueries = logQueries
    options.idleTimeout = .seconds(idleSeconds)
    options.access = try access()
    options.handed = handed
    if let handed,
      socketMode != nil || socketGroup != nil || !(socket.map { SocketPath.isSame($0, handed.path) } ?? true)
    {
      throw CommandFailure(
        .usage,
        "the socket \(handed.path) is handed over, so --socket, --socket-mode and --socket-group cannot change it (say it in suoyin.socket)"
      )
    }
    return options
  }

  private func access() throws -> SocketAccess {
    var access = SocketAccess()
    if let socketMode {
      guard let mode = SocketAccess.mode(socketMode) else {
        throw ValidationError("--socket-mode is \(socketMode); it must be octal, 0600 to 0666, and executes nothing")
      }
      access.mode = mode
    }
    if let socketGroup {
      guard access.setGroup(socketGroup) else {
        throw ValidationError("--socket-group is \(socketGroup), and there is no such group")
      }
      guard access.mode & 0o020 != 0 else {
        throw ValidationError("--socket-group \(socketGroup) may not connect; add --socket-mode 0660")
      }
    }
    return access
  }
}

/// The signals that the daemon heeds: those that end it in good order, and SIGHUP.
private struct DaemonSignals {
  private var signals = sigset_t()

  /// Blocks them in this thread and those it starts from now on, so that they wait to be fetched. A log whose reader
  /// has gone must not end the daemon either.
  init() {
    sigemptyset(&signals)
    for number in [SIGTERM, SIGINT, SIGHUP] { sigaddset(&signals, number) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    signal(SIGPIPE, SIG_IGN)
  }

  /// Waits for one of them.
  func next() -> Int32 {
    var signals = signals
    var number: Int32 = 0
    while sigwait(&signals, &number) != 0 {}
    return number
  }
}
