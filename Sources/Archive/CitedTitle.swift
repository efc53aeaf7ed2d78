// Titles as texts cite them: a notice by what it issues, a law without its state's name.

/// What of a title is left out where another document cites it.
public enum CitedTitle {
  /// The title of what a notice issues: 关于印发《X》的通知 and 关于印发X的通知 are cited for X.
  ///
  /// - Returns: the title itself where it issues nothing, or more than one document.
  public static func issued(_ title: String) -> String {
    guard title.hasSuffix("的通知"), let lead = title.firstRange(of: "关于印发") else { return title }
    var inner = title[lead.upperBound...].dropLast(3)
    if inner.first == "《", inner.last == "》" { inner = inner.dropFirst().dropLast() }
    guard inner.count >= 4, !inner.contains("》"), !inner.contains("《"), !inner.hasSuffix("等文件") else { return title }
    return String(inner)
  }

  /// A title without the name of the state before it: laws are cited with and without.
  public static func withoutState(_ title: String) -> Substring {
    title.hasPrefix(state) ? title.dropFirst(state.count) : title[...]
  }

  /// What the titles of laws begin with.
  public static let state = "中华人民共和国"
}
