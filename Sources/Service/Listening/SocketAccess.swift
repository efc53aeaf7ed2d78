// Who may connect: the mode and the group of the socket.

internal import Foundation

/// Mode and group that the daemon's socket gets.
public struct SocketAccess: Hashable, Sendable {
  /// Read and write for some; execution means nothing for a socket, and its owner always may.
  private static let possibleModes: ClosedRange<UInt32> = 0o600...0o666
  /// `O_PATH` of Linux (asm-generic/fcntl.h), which Glibc's module does not show.
  private static let pathOnly: Int32 = 0o10_000_000

  /// The mode, 0600 unless another is asked for.
  public var mode: UInt32 = 0o600
  /// The group that is named, as it was named; nil for the one that the socket gets by itself.
  public private(set) var group: String?
  private(set) var groupID: gid_t?

  /// For its owner alone.
  public init() {}

  /// Reads a mode as chmod(1) does: in octal digits.
  ///
  /// - Returns: nil for what is no mode of a socket that its owner may use.
  public static func mode(_ text: String) -> UInt32? {
    guard text.utf8.count <= 4, text.utf8.allSatisfy({ (0x30...0x37).contains($0) }), let mode = UInt32(text, radix: 8),
      possibleModes.contains(mode), mode & ~0o666 == 0
    else { return nil }
    return mode
  }

  /// Names a group, by name or by number.
  ///
  /// - Returns: false where there is no such group.
  public mutating func setGroup(_ name: String) -> Bool {
    guard let id = getgrnam(name)?.pointee.gr_gid ?? gid_t(name) else { return false }
    (group, groupID) = (name, id)
    return true
  }

  /// Gives a bound socket that does not listen yet its group and then its mode. Bound with 0600, it is never more open
  /// than asked: the mode comes when the group is the right one already.
  ///
  /// - Throws: `access` where the user may not give the group; `system`.
  func apply(to path: String) throws(ServiceError) {
    guard mode != 0o600 || groupID != nil else { return }
    // By a descriptor: whatever may come to stand at the path, nothing but this socket is opened to others.
    let descriptor = open(path, SocketAccess.pathOnly | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system("open", path, errno: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else {
      throw ServiceError(.invalidPath, "\(path) is not a socket", hint: "somebody else writes to its directory")
    }
    try give(descriptor, path, mode)
  }

  /// Opens a directory that was made for the socket to the group: it may go through and look.
  func apply(toDirectory path: String) throws(ServiceError) {
    guard groupID != nil else { return }
    let descriptor = open(path, O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system("open", path, errno: errno) }
    defer { close(descriptor) }
    try give(descriptor, path, 0o750)
  }

  private func give(_ descriptor: Int32, _ path: String, _ mode: mode_t) throws(ServiceError) {
    // A descriptor of O_PATH is taken by chmod(2) only through its name in /proc (open(2)).
    let name = "/proc/self/fd/\(descriptor)"
    if let group, let groupID, chown(name, uid_t.max, groupID) != 0 {
      guard errno == EPERM else { throw .system("give the group \(group) to", path, errno: errno) }
      throw SocketAccess.foreign(group, path)
    }
    guard chmod(name, mode) == 0 else { throw .system("change the mode of", path, errno: errno) }
  }

  private static func foreign(_ group: String, _ path: String) -> ServiceError {
    ServiceError(
      .access, "this user may not give \(path) to the group \(group)",
      hint: "name a group you are a member of with --socket-group, or run as root")
  }

  /// - Throws: `access` where the user is no member of the group; a start finds that out by trying.
  func refuseForeignGroup(_ path: String) throws(ServiceError) {
    guard let group, let groupID, geteuid() != 0, groupID != getegid() else { return }
    var groups = [gid_t](repeating: 0, count: Int(max(0, getgroups(0, nil))))
    guard getgroups(Int32(groups.count), &groups) >= 0, groups.contains(groupID) else {
      throw SocketAccess.foreign(group, path)
    }
  }

  /// Whether the group may go through the directory of a socket; those above it are not looked at.
  func canReach(_ socket: String) -> Bool {
    guard let groupID else { return true }
    var status = stat()
    guard stat(SocketPath.directory(of: socket), &status) == 0 else { return false }
    return status.st_mode & 0o001 != 0 || (status.st_gid == groupID && status.st_mode & 0o010 != 0)
  }
}
