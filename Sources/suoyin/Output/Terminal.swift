// What standard output and standard error are, and what may be written to them.

internal import API
internal import Foundation

/// The terminal, or the file or pipe in its place.
enum Terminal {
  /// Whether answers may be coloured: a terminal that was not told otherwise (https://no-color.org).
  static var isColoured: Bool { isInteractive && (environment("NO_COLOR") ?? "").isEmpty }

  /// Whether somebody reads the output as it comes, on a terminal that knows more than lines.
  static var isInteractive: Bool { isatty(STDOUT_FILENO) == 1 && environment("TERM") != "dumb" }

  /// How many columns text has where nothing tells how many there are.
  static let defaultWidth = 80

  /// How many columns there are: what $COLUMNS says, else the terminal; nil where neither tells.
  static var width: Int? {
    if let columns = environment("COLUMNS").flatMap({ Int($0) }), columns > 0 { return columns }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
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

  /// A text on one line: a file's name may hold line ends, and must not pass for two lines of a list.
  static func oneLine(_ text: String) -> String {
    printable(String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\n" || $0 == "\t" ? " " : $0 })))
  }

  /// A text with blanks behind it, up to a number of columns.
  static func padded(_ text: String, to columnCount: Int) -> String {
    text + String(repeating: " ", count: max(columnCount - self.columnCount(text), 0))
  }

  /// A text of so many columns at most; what goes beyond is cut off, and … stands in its place.
  static func truncated(_ text: String, to columnCount: Int) -> String {
    guard self.columnCount(text) > columnCount else { return text }
    var kept = String.UnicodeScalarView()
    var used = 1
    for scalar in text.unicodeScalars {
      used += self.columnCount(scalar)
      guard used <= columnCount else { break }
      kept.append(scalar)
    }
    return String(kept) + "…"
  }

  /// How many columns a text takes: Han, full-width signs and their like take two, marks on other signs none.
  static func columnCount(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columnCount($1) }
  }

  /// The ranges that Unicode's EastAsianWidth.txt has as wide or full-width, small gaps between them included.
  static func columnCount(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return 1
    }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    // U+0000–1F and U+007F–9F: looking the category up takes as long as repairing the text.
    (scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value) && scalar != "\n" && scalar != "\t"
  }
}

extension Notice {
  /// The notice for people.
  var line: String { "note: " + Terminal.printable(message) }
}
