// What a user can say about how sources are read.

/// How the bytes of sources are taken.
public struct ReadingOptions: Hashable, Sendable {
  /// The encoding that all sources are in; `nil` lets each source's bytes tell. Any name that ICU knows.
  public var encoding: String?
  /// Whether what cannot be decoded is read as U+FFFD and reported, instead of the source being skipped.
  public var isLossy = false
  /// What is said of all documents.
  public var fields = StatedFields()

  /// Every source's bytes tell its encoding, and what cannot be decoded is skipped.
  public init() {}

  /// Whether ``encoding`` is none or one that can be read.
  public var isValid: Bool { encoding.map { TextEncoding(named: $0) != nil } ?? true }

  /// What tells apart readings that may make different texts of the same bytes: the version of ingestion and
  /// what was said.
  ///
  /// Stored with each source, so that it is read again when the version or the options are others.
  public var fingerprint: String {
    let name = encoding.map { "encoding=" + (TextEncoding(named: $0)?.name ?? $0) }
    let said = fields.fingerprint.isEmpty ? nil : fields.fingerprint
    return [ReadingOptions.version, name, isLossy ? "lossy" : nil, said].compactMap(\.self).joined(separator: " ")
  }

  private static var version: String { "ingestion=\(Ingestor.version)" }

  /// Whether a fingerprint was made under other rules of repair, splitting and describing than this program has.
  public static func isOfOtherRules(_ fingerprint: String) -> Bool {
    fingerprint != version && !fingerprint.hasPrefix(version + " ")
  }
}
