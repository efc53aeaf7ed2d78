// Whether a daemon could start, without starting one.

internal import API
internal import Foundation
internal import Indexing

/// Looks at everything a start needs, and makes, locks and removes nothing.
///
/// It cannot look into the future: what is free now may be taken when the daemon starts.
public struct StartCheck: Sendable {
  /// What was found of one thing.
  public struct Finding: Sendable {
    /// What was looked at: `index`, `descriptors`, `daemon` (whether one serves the index), `directory`, `socket`.
    public let subject: String
    /// One sentence: how it is, or what is wrong and what can be done.
    public let message: String
    /// What a start would end with; nil where it is good.
    public let error: ServiceError?
  }

  /// In the order in which a start needs them.
  public private(set) var findings: [Finding] = []

  /// What a start would end with; nil where it would serve.
  public var error: ServiceError? { findings.lazy.compactMap(\.error).first }

  /// Looks.
  public init(_ options: ServiceOptions) {
    var index: (path: String, manifest: Manifest)?
    look("index") { () throws(ServiceError) in
      let found = try IndexEntry.open(options.index)
      index = found
      let documents = found.manifest.collections.reduce(0) { $0 + $1.documents }
      return "\(found.path): generation \(found.manifest.generation), \(documents) documents"
    }
    // In a start too a path that is none comes before everything that is not the index.
    let path = options.handed == nil ? try? SocketPath.resolve(options.socket) : nil
    if path == nil { lookAtPath(options) }
    look("descriptors") { () throws(ServiceError) in
      let collectionCount = index?.manifest.collections.count ?? 1
      return try DescriptorNeed(workerCount: options.workerCount, collectionCount: collectionCount).check()
    }
    if let index {
      look("daemon") { () throws(ServiceError) in
        try IndexEntry.refuseServed(index.path)
        return "none serves the index"
      }
    }
    if let path { lookAround(path, options.access) }
  }

  /// A socket that is handed over, or a path that cannot be one's.
  private mutating func lookAtPath(_ options: ServiceOptions) {
    look("socket") { () throws(ServiceError) in
      if let handed = options.handed { return "\(handed.path): handed over" }
      return try SocketPath.resolve(options.socket)
    }
  }

  private mutating func lookAround(_ path: String, _ access: SocketAccess) {
    look("directory") { () throws(ServiceError) in try StartCheck.directory(of: path, access) }
    look("socket") { () throws(ServiceError) in
      switch try ListeningSocket.leftover(at: path) {
      case .nothing: "\(path): free"
      case .stale: "\(path): left by a daemon that is gone; a start takes it over"
      }
    }
  }

  private mutating func look(_ subject: String, _ body: () throws(ServiceError) -> String) {
    do throws(ServiceError) {
      findings.append(Finding(subject: subject, message: try body(), error: nil))
    } catch {
      findings.append(Finding(subject: subject, message: error.description, error: error))
    }
  }

  private static func directory(of socket: String, _ access: SocketAccess) throws(ServiceError) -> String {
    try access.refuseForeignGroup(socket)
    let directory = SocketPath.directory(of: socket)
    var nearest = directory
    while !FileManager.default.fileExists(atPath: nearest), nearest != "/" {
      nearest = SocketPath.directory(of: nearest)
    }
    guard Foundation.access(nearest, W_OK | X_OK) == 0 else { throw .system("write to", nearest, errno: errno) }
    guard nearest == directory else { return "\(directory): a start makes it" }
    try SocketPath.checkDirectory(directory)
    return access.canReach(socket)
      ? "\(directory): there, and can be written"
      : "\(directory): can be written, but the group \(access.group ?? "") cannot go through it"
  }
}
