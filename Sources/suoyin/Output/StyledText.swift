// Text with stretches that stand out, before it is laid out in lines.

/// How a stretch is shown. Without colours only a match is marked, by 【】.
enum TextStyle {
  case plain
  case dim
  case strong
  case match
  case place
  case bar
  case removed
  case added

  /// The parameters of the terminal's SGR sequence (ECMA-48); nil for plain text.
  var sequence: String? {
    switch self {
    case .plain: nil
    case .dim: "2"
    case .strong: "1"
    case .match: "1;31"
    case .place: "35"
    case .bar: "34"
    case .removed: "31"
    case .added: "32"
    }
  }

  /// A text in this style.
  func painted(_ text: String) -> String { sequence.map { "\u{1B}[\($0)m\(text)\u{1B}[0m" } ?? text }
}

/// A text as stretches of one style each; without control characters, whatever it was made of.
struct StyledText {
  private(set) var stretches: [(text: String, style: TextStyle)] = []

  init() {}

  /// A text of one style, on one line.
  init(_ text: String, _ style: TextStyle = .plain) { append(text, style) }

  /// A text with its matches marked.
  ///
  /// - Parameter highlights: half-open ranges of code points, increasing, not overlapping.
  init(_ text: String, highlights: [[Int]], _ style: TextStyle = .plain) {
    let scalars = Array(text.unicodeScalars)
    func string(_ range: Range<Int>) -> String {
      let range = range.clamped(to: scalars.indices)
      return String(String.UnicodeScalarView(scalars[range]))
    }
    var offset = 0
    for highlight in StyledText.joined(highlights) {
      append(string(offset..<highlight.lowerBound), style)
      append(string(highlight), .match)
      offset = highlight.upperBound
    }
    append(string(offset..<max(scalars.count, offset)), style)
  }

  /// Matches that touch are shown as one.
  private static func joined(_ highlights: [[Int]]) -> [Range<Int>] {
    highlights.reduce(into: []) { joined, highlight in
      if let last = joined.last, highlight[0] <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(highlight[1], last.upperBound)
      } else {
        joined.append(highlight[0]..<highlight[1])
      }
    }
  }

  /// The text without styles.
  var plain: String { stretches.map(\.text).joined() }

  /// How many columns it takes, without marks around matches.
  var columnCount: Int { stretches.reduce(0) { $0 + Terminal.columnCount($1.text) } }

  mutating func append(_ text: String, _ style: TextStyle = .plain) {
    guard !text.isEmpty else { return }
    stretches.append((Terminal.oneLine(text), style))
  }

  static func += (left: inout StyledText, right: StyledText) { left.stretches += right.stretches }

  static func + (left: StyledText, right: StyledText) -> StyledText {
    var both = left
    both += right
    return both
  }
}
