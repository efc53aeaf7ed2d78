// What standard output and standard error are, and what may be written to them.

internal import Foundation

/// The terminal, or the file or pipe in its place.
enum Terminal {
  /// Whether answers may be coloured: a terminal that was not told otherwise (https://no-color.org).
  static var isColoured: Bool {
    isatty(STDOUT_FILENO) == 1 && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
  }

  /// Whether progress is worth showing.
  static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 && environment("TERM") != "dumb" }

  /// An environment variable.
  static func environment(_ name: String) -> String? { ProcessInfo.processInfo.environment[name] }

  /// Writes a line to standard error.
  static func complain(_ message: String) {
    // A message that cannot be written must not end a run that went well.
    try? FileHandle.standardError.write(contentsOf: Data((printable(message) + "\n").utf8))
  }

  /// A text without control characters: what a source holds must not steer the reader's terminal.
  static func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var clean = ""
    for scalar in text.unicodeScalars { clean.unicodeScalars.append(isControl(scalar) ? "\u{FFFD}" : scalar) }
    return clean
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    // U+0000–1F and U+007F–9F: looking the category up takes as long as repairing the text.
    (scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value) && scalar != "\n" && scalar != "\t"
  }
}
