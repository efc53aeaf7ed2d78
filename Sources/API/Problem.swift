// What went wrong with a request: problem details as RFC 9457 has them.

/// Why a request was not answered, as the body of the response.
public struct Problem: Error, Hashable, Sendable, Codable {
  /// The media type of a problem as JSON.
  public static let mediaType = "application/problem+json"

  /// A URI that names the kind of problem; compare this, never the texts.
  public var type: String
  /// What kind of problem it is, the same for every one of its ``type``.
  public var title: String
  /// The HTTP status.
  public var status: Int
  /// What was wrong with this request.
  public var detail: String
  /// What the asker can do, where something can be done.
  public var hint: String?

  /// A problem of a known kind.
  public init(_ kind: Kind, _ detail: String, hint: String? = nil) {
    type = Kind.prefix + kind.rawValue
    title = kind.title
    status = kind.status
    self.detail = detail
    self.hint = hint
  }

  /// The kind, or nil for one of a later version.
  public var kind: Kind? {
    type.hasPrefix(Kind.prefix) ? Kind(rawValue: String(type.dropFirst(Kind.prefix.count))) : nil
  }
}

extension Problem {
  /// The kinds of problems; the names are stable.
  public enum Kind: String, Sendable, CaseIterable {
    /// The request cannot be read: its line, its coding or its JSON.
    case malformedRequest = "malformed-request"
    /// A parameter that has to be there is not.
    case missingParameter = "missing-parameter"
    /// There is no parameter of a name that the request has.
    case unknownParameter = "unknown-parameter"
    /// A parameter has a value that it cannot have.
    case invalidParameter = "invalid-parameter"
    /// The user who asks may not ask for that.
    case forbidden
    /// The generation that a cursor belongs to is gone.
    case expiredCursor = "expired-cursor"
    /// There is nothing at the path.
    case unknownPath = "unknown-path"
    /// There is no document with the id or number.
    case unknownDocument = "unknown-document"
    /// The path does not take the method.
    case methodNotAllowed = "method-not-allowed"
    /// The request did not come whole in time.
    case requestTimeout = "request-timeout"
    /// The body is longer than the daemon reads.
    case bodyTooLarge = "body-too-large"
    /// The body is said to be something else than JSON.
    case unsupportedMediaType = "unsupported-media-type"
    /// The target or the header is longer than the daemon reads.
    case headerTooLarge = "header-too-large"
    /// A fault of the daemon.
    case bug
    /// Too many requests wait already.
    case busy
    /// The deadline passed before there was an answer.
    case deadlineExceeded = "deadline-exceeded"
    /// The index cannot be read.
    case indexUnavailable = "index-unavailable"

    /// What stands before the name in ``Problem/type``.
    static let prefix = "urn:suoyin:problem:"

    /// The HTTP status that goes with it.
    public var status: Int { row.status }

    /// What it is called.
    public var title: String { row.title }

    private var row: (status: Int, title: String) {
      switch self {
      case .malformedRequest: (400, "The request cannot be read")
      case .missingParameter: (400, "A parameter is missing")
      case .unknownParameter: (400, "There is no such parameter")
      case .invalidParameter: (400, "A parameter has a value that is not allowed")
      case .forbidden: (403, "This user may not ask for that")
      case .unknownPath: (404, "There is nothing at this path")
      case .unknownDocument: (404, "There is no such document")
      case .methodNotAllowed: (405, "The path does not take this method")
      case .requestTimeout: (408, "The request did not arrive in time")
      case .expiredCursor: (410, "The page is gone")
      case .bodyTooLarge: (413, "The body is too large")
      case .unsupportedMediaType: (415, "The body is not JSON")
      case .headerTooLarge: (431, "The request line or the header is too large")
      case .bug: (500, "A fault of the daemon")
      case .busy: (503, "The daemon has too much to do")
      case .indexUnavailable: (503, "The index cannot be read")
      case .deadlineExceeded: (504, "The deadline passed before there was an answer")
      }
    }
  }
}
