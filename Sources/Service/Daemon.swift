// The daemon: starts, serves, drains.

internal import Foundation
internal import Indexing
public import Logging
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import Searching

/// Serves one index on one socket, from ``init(_:logger:)`` to ``stop()``.
public final class Daemon: Sendable {
  /// The socket it answers on, absolute.
  public var socket: String { listening.path }

  private let listening: ListeningSocket
  private let reloader: Reloader
  private let pool: WorkerPool
  private let group: MultiThreadedEventLoopGroup
  private let server: Server
  private let drainTimeout: Duration
  private let notifier: Notifier?
  private let logger: Logger

  /// Takes the socket and the index's lock entry, and begins to serve.
  ///
  /// - Parameter notifier: who is told when it serves and when it ends.
  /// - Throws: ``ServiceError``: `index` where there is none that this program reads, `taken` where another daemon has
  ///   the socket or the index, `invalidPath`, `access`, `system`.
  public init(_ requested: ServiceOptions, notifier: Notifier? = nil, logger: Logger) throws(ServiceError) {
    var options = requested
    let index = try IndexEntry.open(requested.index)
    options.index = index.path
    options.socket =
      if let handed = requested.handed { handed.path } else { try SocketPath.resolve(requested.socket) }
    let need = DescriptorNeed(
      workerCount: options.workerCount, collectionCount: index.manifest.collections.count)
    try need.check()
    options.connectionCapacity = options.connectionCapacity ?? need.connectionCapacity
    // The index first: once the socket answers, the daemon serves.
    let reloader = Reloader(options, try IndexEntry.take(options, logger), notifier, logger)
    self.reloader = reloader
    do throws(ServiceError) {
      listening =
        if let handed = options.handed { try ListeningSocket(handed) } else {
          try ListeningSocket(options.socket, options.access)
        }
    } catch {
      reloader.end()
      throw error
    }
    let metrics = ServiceMetrics(workerCount: options.workerCount)
    let journal = RequestJournal(options, metrics, logger)
    drainTimeout = options.drainTimeout
    self.notifier = notifier
    self.logger = logger
    do throws(ServiceError) {
      let pool = try WorkerPool(
        workerCount: options.workerCount, capacity: options.queueCapacity, drop: { journal.noteDropped($0) }
      ) { [options] in Worker(options, reloader, metrics, journal, logger).answer }
      self.pool = pool
      // One loop: it only hands requests over; what costs time is done by the workers.
      group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
      do throws(ServiceError) {
        server = try Server(listening, options, pool, metrics, journal, on: group.next())
      } catch {
        pool.close()
        throw error
      }
    } catch {
      reloader.end()
      listening.remove()
      throw error
    }
    DispatchQueue.global(qos: .background).async { Suggester.prepare() }
    logger.info(
      "serving", metadata: ["index": "\(options.index)", "socket": "\(listening.path)", "pid": "\(getpid())"])
    if options.handed == nil, !options.access.canReach(listening.path) {
      logger.warning(
        "the group cannot reach the socket",
        metadata: [
          "group": "\(options.access.group ?? "")", "directory": "\(SocketPath.directory(of: listening.path))",
        ])
    }
    notifier?.tell(.ready(reloader.status), logger)
    notifier?.watch(group.next())
  }

  /// Has all workers open the index anew before their next answers; those they are at they finish.
  ///
  /// An index that cannot be opened is logged, and the daemon goes on with what it has.
  public func reload() { try? reloader.reload() }

  /// Takes no more requests, finishes those it has, and leaves nothing behind. Blocks until then.
  public func stop() {
    logger.info("draining")
    notifier?.tell(.stopping, logger)
    server.drain(within: drainTimeout)
    pool.close()
    try? group.syncShutdownGracefully()
    reloader.end()
    listening.remove()
    logger.info("ended")
  }
}
