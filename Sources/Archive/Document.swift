// One document: the unit of search.

/// A document as ingestion delivers it: identity, repaired text and the way back to its source.
public struct Document: Hashable, Sendable {
  /// Who it is.
  public let id: DocumentID
  /// The source it was cut from.
  public let source: SourceID
  /// Its place in the source, counted from 1.
  public let ordinal: Int
  /// What is known of it beside its text; what its owner states comes later than what its text shows.
  public var metadata: Metadata
  /// The repaired text: paragraphs separated by LF. A stated title is its first paragraph, so that phrases,
  /// passages and offsets all speak of one text.
  public let text: String
  /// The place in the source of each code point of ``text``.
  public let spans: SpanMap
  /// What repair changed in ``text``, in order.
  public let edits: [Edit]

  /// A document.
  public init(
    id: DocumentID, source: SourceID, ordinal: Int, metadata: Metadata, text: String, spans: SpanMap,
    edits: [Edit] = []
  ) {
    self.id = id
    self.source = source
    self.ordinal = ordinal
    self.metadata = metadata
    self.text = text
    self.spans = spans
    self.edits = edits
  }
}
