// Why a daemon could not be asked.

public import API

/// A question that got no answer.
public enum ClientError: Error, Hashable, Sendable {
  /// Nobody answers on the socket, or not in time: the path and the reason.
  case unreachable(socket: String, reason: String)
  /// The daemon closed the connection before it had answered, as it does with idle ones: whoever asks again, over another
  /// one, may get an answer.
  case closed(socket: String)
  /// The daemon refused, and says why.
  case refused(Problem)
  /// What came back is not an answer of this API.
  case notUnderstood(socket: String, reason: String)
}

extension ClientError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unreachable(let socket, let reason): "no daemon answers on \(socket): \(reason)"
    case .closed(let socket): "the daemon on \(socket) closed the connection"
    case .refused(let problem): problem.hint.map { "\(problem.detail) (\($0))" } ?? problem.detail
    case .notUnderstood(let socket, let reason): "the answer from \(socket) cannot be understood: \(reason)"
    }
  }
}
