// How commands end, and how failures become messages.

internal import API
internal import Client
internal import Foundation
internal import ICU
internal import Indexing
internal import Searching
internal import Service

/// The exit statuses of the command (DESIGN.md section 8).
enum ExitStatus: Int32 {
  case done = 0
  case nothingFound = 1
  case usage = 2
  case noDaemon = 3
  case noIndex = 4
  case someSourcesFailed = 5
  case bug = 70
}

/// A reason to end with another status than 0.
struct CommandFailure: Error {
  let status: ExitStatus
  /// What is said on standard error; nil when the output already says it.
  let message: String?

  init(_ status: ExitStatus, _ message: String? = nil) {
    self.status = status
    self.message = message
  }

  /// What an error of one of the modules means for the command; nil for the parser's own errors.
  init?(_ error: any Error) {
    switch error {
    case let failure as CommandFailure: self = failure
    case let error as IndexingError: self.init(error)
    case let error as SearchError: self.init(error)
    case let error as ServiceError: self.init(error)
    case let error as ClientError: self.init(error)
    case let error as ICUError: self.init(.bug, "ICU: \(error.message)")
    default: return nil
    }
  }

  private init(_ error: IndexingError) {
    let status: ExitStatus =
      switch error.code {
      case .missing, .locked, .incompatible, .damaged, .unwritable: .noIndex
      case .invalidArgument: .usage
      case .bug: .bug
      }
    self.init(status, error.description)
  }

  private init(_ error: SearchError) {
    if let cause = error.cause {
      self.init(cause)
    } else {
      let status: ExitStatus =
        switch error.code {
        case .invalidRequest, .expired, .late: .usage
        case .unknownDocument: .nothingFound
        case .index: .noIndex
        case .bug: .bug
        }
      self.init(status, error.hint.map { "\(error.message) (\($0))" } ?? error.message)
    }
  }

  private init(_ error: ServiceError) {
    if let cause = error.cause {
      self.init(cause)
    } else {
      let status: ExitStatus =
        switch error.code {
        case .invalidPath, .handed, .access: .usage
        case .taken, .system, .index: .noIndex
        }
      self.init(status, error.description)
    }
  }

  private init(_ error: ClientError) {
    guard case .refused(let problem) = error else {
      self.init(.noDaemon, error.description)
      return
    }
    let status: ExitStatus =
      switch problem.kind {
      case .invalidParameter, .expiredCursor: .usage
      case .unknownDocument: .nothingFound
      case .indexUnavailable: .noIndex
      case .busy, .deadlineExceeded: .noDaemon
      default: .bug
      }
    self.init(status, error.description)
  }

  /// Whether an error means that there is no document with an id that was named.
  static func isUnknownDocument(_ error: any Error) -> Bool {
    switch error {
    case let error as SearchError: error.code == .unknownDocument
    case ClientError.refused(let problem): problem.kind == .unknownDocument
    default: false
    }
  }

  func report() {
    if let message { Terminal.complain("suoyin: \(message)") }
  }
}
