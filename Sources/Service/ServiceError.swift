// What can keep a daemon from serving: the environment's failures, never a request's.

internal import Foundation
public import Indexing

/// A daemon that cannot start.
public struct ServiceError: Error, Hashable, Sendable {
  /// Why; codes are compared, messages never.
  public enum Code: String, Sendable, CaseIterable {
    /// Another daemon answers on the socket, or serves the index.
    case taken
    /// The socket's path cannot be used: too long, not a socket, another user's directory.
    case invalidPath
    /// What a supervisor handed over is not one listening Unix stream socket.
    case handed
    /// The socket cannot be given to the group that was named.
    case access
    /// The system refuses: permissions, no space, no descriptors.
    case system
    /// The index cannot be served.
    case index
  }

  /// Why.
  public let code: Code
  /// One sentence: what failed, and where.
  public let message: String
  /// What the user can do.
  public let hint: String?
  /// What happened to the index, where that is the reason.
  public let cause: IndexingError?

  init(_ code: Code, _ message: String, hint: String? = nil) {
    self.code = code
    self.message = message
    self.hint = hint
    cause = nil
  }

  init(_ cause: IndexingError) {
    code = .index
    message = cause.message
    hint = cause.hint
    self.cause = cause
  }

  /// A system call that failed, by `errno`.
  static func system(_ what: String, _ path: String, errno number: Int32) -> ServiceError {
    ServiceError(.system, "cannot \(what) \(path): \(String(cString: strerror(number)))")
  }
}

extension ServiceError: CustomStringConvertible {
  /// Message and hint.
  public var description: String { hint.map { "\(message) (\($0))" } ?? message }
}
