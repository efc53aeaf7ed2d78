// Whether a daemon is well.

/// That a daemon is alive and takes requests.
public struct HealthAnswer: Hashable, Sendable, Codable {
  /// Always `ok`: a daemon that cannot say it does not answer.
  public var status: String

  /// A daemon that is well.
  public init() { status = "ok" }
}
