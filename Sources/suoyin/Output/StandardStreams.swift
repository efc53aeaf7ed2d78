// The three descriptors that programs print to without looking.

internal import Foundation

/// Standard input, output and error.
enum StandardStreams {
  /// Takes the numbers of those that whoever started the command has closed. The next file that is opened would get
  /// them, and log lines and answers would go into the index or to a client of the daemon.
  ///
  /// What takes them can only be read (standard input: only be written), so that printing still fails where nobody can
  /// see it.
  static func reserve() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest free number: this one.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
