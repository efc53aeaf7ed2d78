// What ingestion makes of one source.

public import Archive

/// The documents of a source and what was found wrong with it.
public struct IngestedSource: Hashable, Sendable {
  /// In the order of the source.
  public let documents: [Document]
  /// In the order of the source.
  public let diagnostics: [Diagnostic]
  /// The encoding it was read in; `nil` where none was found or another program decoded it (PDF).
  public let encoding: String?
  /// What it is a copy of; `nil` for records, which say so themselves.
  public let publication: Publication?

  /// What a source gave.
  public init(
    documents: [Document], diagnostics: [Diagnostic], encoding: String? = nil, publication: Publication? = nil
  ) {
    self.documents = documents
    self.diagnostics = diagnostics
    self.encoding = encoding
    self.publication = publication
  }

  /// Whether the source gave nothing, for a reason that ``diagnostics`` tells.
  public var isRefused: Bool { documents.isEmpty && !diagnostics.isEmpty }
}
