// Which kinds of files can be read, and how a name tells.

/// How the bytes of a source are to be taken.
public enum SourceFormat: String, Sendable, Codable, CaseIterable {
  /// Plain text: one document a source. Markdown is read as the text it is.
  case text
  /// A web page: the text of its blocks, one document a source.
  case html
  /// JSON Lines: one document a record, `{"id", "title", "text"}`.
  case jsonLines
  /// PDF: the text that `pdftotext` extracts, one document a source.
  case pdf

  /// The format that a file's name stands for.
  ///
  /// - Returns: `nil` when the extension is none that can be read; case does not matter.
  public init?(path: String) {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "txt", "md": self = .text
    case "html", "htm": self = .html
    case "jsonl": self = .jsonLines
    case "pdf": self = .pdf
    default: return nil
    }
  }

  /// The extensions that can be read, for hints.
  static let extensions = ".txt, .md, .html, .htm, .jsonl and .pdf"
}
