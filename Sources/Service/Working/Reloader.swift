// Has the index opened anew, when it is asked to.

internal import API
internal import Foundation
internal import Indexing
internal import Logging
internal import NIOConcurrencyHelpers
internal import Synchronization

/// Lets all workers open the index anew, also where `current` looks as it did: the directory may be another one.
///
/// A worker counts the reloads, and drops what it has open when there has been another; what it answers at that time it
/// answers to the end. Where the index cannot be opened nothing is dropped, as long as `current` is the same.
final class Reloader: Sendable {
  private let options: ServiceOptions
  private let notifier: Notifier?
  private let logger: Logger
  private let counter = Atomic(0)
  /// The claim on the index. The lock also lets one reload happen at a time.
  private let entry: NIOLockedValueBox<LockFile?>

  /// - Parameter entry: the daemon's claim on the index, which is removed by ``end()``.
  init(_ options: ServiceOptions, _ entry: LockFile?, _ notifier: Notifier?, _ logger: Logger) {
    self.options = options
    self.entry = NIOLockedValueBox(entry)
    self.notifier = notifier
    self.logger = logger
  }

  /// How many reloads there have been.
  var count: Int { counter.load(ordering: .acquiring) }

  /// What the supervisor is told while the daemon serves.
  var status: String { "serving \(options.index) on \(options.socket)" }

  /// Opens the index, and lets the workers do the same before their next answers.
  ///
  /// - Throws: `indexUnavailable`; then everything goes on with what was open.
  func reload() throws(Problem) {
    let failure: IndexingError? = entry.withLockedValue { entry in
      notifier?.tell(.reloading, logger)
      defer { notifier?.tell(.ready(status), logger) }
      do throws(IndexingError) {
        let reader = try IndexReader(directory: options.index)
        counter.add(1, ordering: .releasing)
        renew(&entry)
        logger.info("reloaded", metadata: ["index": "\(options.index)", "generation": "\(reader.manifest.generation)"])
        return nil
      } catch {
        return error
      }
    }
    guard let failure else { return }
    logger.error("cannot reload", metadata: ["reason": "\(failure.message)"])
    throw Problem(.indexUnavailable, failure.message, hint: failure.hint)
  }

  /// Gives up the claim on the index.
  func end() {
    entry.withLockedValue { entry in
      entry?.remove()
      entry = nil
    }
  }

  /// In a directory that took the place of another nobody has said yet who serves it.
  private func renew(_ entry: inout LockFile?) {
    guard entry?.isNamed != true else { return }
    do throws(ServiceError) { entry = try IndexEntry.take(options, logger) } catch {
      logger.warning("only --socket leads here", metadata: ["reason": "\(error.message)"])
    }
  }
}
