// What repair makes of one source, before it is divided into documents.

public import Archive

/// The repaired texts of a source and what was found wrong with it.
public struct RepairedSource: Hashable, Sendable {
  /// One for a text, one for each record of JSON Lines.
  public let texts: [RepairedText]
  /// The encoding its bytes were read in; `nil` when they could not be read.
  public let encoding: String?
  /// In the order of the source.
  public let diagnostics: [Diagnostic]
}
