// Ending a match before its time: by the clock or by hand.

internal import CXapian

/// Cancels matches from any thread.
public final class CancellationFlag: Sendable {
  // Points at an atomic in C++ and never changes itself.
  nonisolated(unsafe) let handle: OpaquePointer

  /// A flag that is not raised.
  public init() {
    handle = made { cxapian_flag_new($0) }
  }

  deinit {
    cxapian_flag_free(handle)
  }

  /// Ends the matches that watch this flag, for good.
  public func cancel() { cxapian_flag_raise(handle) }

  /// Whether `cancel()` was called.
  public var isCancelled: Bool { cxapian_flag_is_raised(handle) }
}

/// When queries end at the latest: at a deadline, or when a flag is raised.
///
/// See `Query.expiring`. All queries of a request may share one: once it has fired, each of them ends at once.
public final class Expiry: Sendable {
  // Points at atomics and constants in C++ and never changes itself.
  nonisolated(unsafe) let handle: OpaquePointer

  /// - Parameters:
  ///   - deadline: the clock is read every 16 documents, so that even after its deadline a query examines 15.
  ///   - flag: looked at before every document.
  public init(at deadline: ContinuousClock.Instant?, flag: CancellationFlag? = nil) {
    let nanoseconds = deadline.map { nanosecondsUntil($0) } ?? .max
    handle = made { cxapian_expiry_new(nanoseconds, flag?.handle, $0) }
  }

  deinit {
    cxapian_expiry_free(handle)
  }

  /// Whether it has cut a match short.
  public var didFire: Bool { cxapian_expiry_did_fire(handle) }
}

/// Nanoseconds from now, at most a century either way so that no clock overflows.
///
/// The instant is not handed over as it is: C++ counts on another clock.
private func nanosecondsUntil(_ deadline: ContinuousClock.Instant) -> Int64 {
  let century = Duration.seconds(100 * 366 * 86_400)
  let left = min(max(ContinuousClock.now.duration(to: deadline), .zero - century), century)
  return left.components.seconds * 1_000_000_000 + left.components.attoseconds / 1_000_000_000
}
