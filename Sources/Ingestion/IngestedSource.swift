// What ingestion makes of one source.

public import Archive

/// The documents of a source and what was found wrong with it.
public struct IngestedSource: Hashable, Sendable {
  /// In the order of the source.
  public let documents: [Document]
  /// In the order of the source.
  public let diagnostics: [Diagnostic]

  /// What a source gave.
  public init(documents: [Document], diagnostics: [Diagnostic]) {
    self.documents = documents
    self.diagnostics = diagnostics
  }

  /// Whether the source gave nothing, for a reason that ``diagnostics`` tells.
  public var isRefused: Bool { documents.isEmpty && !diagnostics.isEmpty }
}
