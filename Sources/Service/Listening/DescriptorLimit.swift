// How many files and connections this process may have open.

internal import Foundation

/// The limit of descriptors (`RLIMIT_NOFILE`, getrlimit(2)).
public enum DescriptorLimit {
  /// How many there may be now.
  public static var current: Int { values.map { Int(clamping: $0.rlim_cur) } ?? 1_024 }

  /// Raises it to what the system allows. The lower one that shells and systemd set is for programs that call select(2),
  /// which this one does not.
  public static func raise() {
    guard var values else { return }
    values.rlim_cur = values.rlim_max
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &values)
  }

  /// How many this process has open now; one of those in the folder is the listing's own.
  static var openCount: Int {
    max(0, ((try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd"))?.count ?? 0) - 1)
  }

  private static var values: rlimit? {
    var values = rlimit()
    return getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &values) == 0 ? values : nil
  }
}
