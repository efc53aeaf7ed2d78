// Which files below a root are taken: patterns of names with * and ?.

/// Patterns that choose among the files below directories. A file named as a root is always taken.
///
/// A pattern without a slash is compared with names, one with a slash with the path below the root; `*` and `?` match
/// slashes too, so that `2024/*` is everything below `2024`.
public struct SourcePatterns: Hashable, Sendable {
  /// Only files that match one of these are taken; none means all.
  public var included: [String]
  /// Files and directories that match one of these are passed over; goes before ``included``.
  public var excluded: [String]

  /// Patterns; without any, every file is taken.
  public init(included: [String] = [], excluded: [String] = []) {
    self.included = included
    self.excluded = excluded
  }

  /// Whether a file is taken.
  ///
  /// - Parameter path: below the root.
  func takes(file path: String) -> Bool {
    (included.isEmpty || SourcePatterns.matches(path, any: included)) && enters(path)
  }

  /// Whether a directory is entered, or a file not passed over.
  ///
  /// - Parameter path: below the root.
  func enters(_ path: String) -> Bool { !SourcePatterns.matches(path, any: excluded) }

  private static func matches(_ path: String, any patterns: [String]) -> Bool {
    guard !patterns.isEmpty else { return false }
    let name = path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    return patterns.contains { pattern in
      // A directory is often typed with its slash.
      let wanted = pattern.count > 1 && pattern.hasSuffix("/") ? String(pattern.dropLast()) : pattern
      return matches(wanted.contains("/") ? path : name, wanted)
    }
  }

  /// Unlike the C library's, which in the C locale lets `?` match one byte of a Han character, this one compares whole
  /// characters; sets in brackets are left out, because names of gazettes have brackets.
  private static func matches(_ text: String, _ pattern: String) -> Bool {
    let (text, pattern) = (Array(text.unicodeScalars), Array(pattern.unicodeScalars))
    var (place, next) = (0, 0)
    // Where the last star stood, and up to where it has been tried.
    var star: (next: Int, place: Int)?
    while place < text.count {
      if next < pattern.count, pattern[next] == "*" {
        star = (next + 1, place)
        next += 1
      } else if next < pattern.count, pattern[next] == "?" || pattern[next] == text[place] {
        place += 1
        next += 1
      } else if let last = star {
        star = (last.next, last.place + 1)
        (next, place) = (last.next, last.place + 1)
      } else {
        return false
      }
    }
    return pattern[next...].allSatisfy { $0 == "*" }
  }
}
