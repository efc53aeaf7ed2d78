// How a daemon says in an index directory that it serves that index.

/// What a daemon writes into its lock file beside `current`.
public struct DaemonRecord: Hashable, Sendable, Codable {
  /// The lock file's name in the index directory.
  public static let fileName = "daemon"

  /// The daemon's process.
  public var pid: Int32
  /// The socket it answers on, absolute.
  public var socket: String
  /// The index directory it serves, absolute and without links: a copied directory holds a copy of this record, and
  /// must not lead to the daemon of the original.
  public var index: String

  /// A record.
  public init(pid: Int32, socket: String, index: String) {
    self.pid = pid
    self.socket = socket
    self.index = index
  }
}
