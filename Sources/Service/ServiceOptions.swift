// What a daemon is told when it starts.

internal import Foundation

/// Which index a daemon serves, where, and within which bounds.
public struct ServiceOptions: Sendable {
  /// The index directory.
  public var index: String
  /// The socket's path.
  public var socket: String
  /// Who may connect to a socket that the daemon makes.
  public var access = SocketAccess()
  /// A socket that was handed over; ``socket`` and ``access`` have no say then.
  public var handed: HandedSocket?
  /// How many searches run at a time. Each has a thread and a database of its own.
  public var workerCount = max(1, ProcessInfo.processInfo.activeProcessorCount)
  /// How many requests may wait for a worker, of those that may take long and of all others; beyond, they are refused. At
  /// some milliseconds a search the last of 64 waits less than a second: a guess.
  public var queueCapacity = 64
  /// The deadline of requests that name none, in milliseconds, counted from when they arrived.
  public var defaultDeadlineMilliseconds = 2_000
  /// The longest a connection may take from being opened, or from the last answer, to a whole request, and the longest
  /// that a client may read nothing of an answer. Half a request or a forgotten answer hold a connection no longer than
  /// this, or twice this once some of the answer has been read. A guess: people who type requests by hand need it.
  public var idleTimeout = Duration.seconds(30)
  /// How many connections are kept; another one closes those that have waited longest for their clients. Where nothing is
  /// said the limit of descriptors decides (`DescriptorNeed`).
  public var connectionCapacity: Int?
  /// How long the rest of a request that was refused before its end is read and thrown away, so that its sender reads
  /// the answer instead of a broken pipe.
  public var lingerTimeout = Duration.seconds(1)
  /// How long a daemon that was told to end waits for the requests it still has.
  public var drainTimeout = Duration.seconds(10)

  /// Whether the log has what is looked for; who looks for what is nobody's business otherwise.
  public var logsQueries = false

  /// Options with everything else at its default.
  public init(index: String, socket: String) {
    self.index = index
    self.socket = socket
  }
}
