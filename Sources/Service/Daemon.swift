// The daemon: starts, serves, drains.

internal import Foundation
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
  private let entry: LockFile?
  private let pool: WorkerPool
  private let group: MultiThreadedEventLoopGroup
  private let server: Server
  private let drainTimeout: Duration
  private let logger: Logger

  /// Takes the socket and the index's lock entry, and begins to serve.
  ///
  /// - Throws: ``ServiceError``: `index` where there is none that this program reads, `taken` where another daemon has
  ///   the socket or the index, `invalidPath`, `system`.
  public init(_ requested: ServiceOptions, logger: Logger) throws(ServiceError) {
    var options = requested
    options.index = try IndexEntry.resolve(requested.index)
    options.socket = try SocketPath.resolve(requested.socket)
    // The index first: once the socket answers, the daemon serves.
    entry = try IndexEntry.take(options, logger)
    do throws(ServiceError) {
      listening = try ListeningSocket(options.socket)
    } catch {
      entry?.remove()
      throw error
    }
    let metrics = ServiceMetrics(workerCount: options.workerCount)
    pool = WorkerPool(workerCount: options.workerCount, capacity: options.queueCapacity) { [options] in
      Worker(options, metrics, logger).answer
    }
    // One loop: it only hands requests over; what costs time is done by the workers.
    group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    drainTimeout = options.drainTimeout
    self.logger = logger
    do throws(ServiceError) {
      let journal = RequestJournal(options, metrics, logger)
      server = try Server(listening, options, pool, metrics, journal, on: group.next())
    } catch {
      pool.close()
      entry?.remove()
      listening.remove()
      throw error
    }
    DispatchQueue.global(qos: .background).async { Suggester.prepare() }
    logger.info(
      "serving", metadata: ["index": "\(options.index)", "socket": "\(listening.path)", "pid": "\(getpid())"])
  }

  /// Takes no more requests, finishes those it has, and leaves nothing behind. Blocks until then.
  public func stop() {
    logger.info("draining")
    server.drain(within: drainTimeout)
    pool.close()
    try? group.syncShutdownGracefully()
    entry?.remove()
    listening.remove()
    logger.info("ended")
  }
}
