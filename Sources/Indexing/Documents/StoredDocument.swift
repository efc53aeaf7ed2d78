// A document as the index keeps it: its head, its text, and what leads back to its source.

public import Archive

/// What the index stores of a document.
///
/// ``Field/tag`` is a field's value, once for each issuer and division of the region; tag 0 is the span map,
/// ``RecordTag`` has the rest. Unknown tags are skipped, so that fields can be added.
public struct StoredDocument: Sendable {
  /// Who it is, and what a hit shows of it.
  public let head: StoredHead
  /// The repaired text as UTF-8.
  public let textBytes: [UInt8]
  private let spanBytes: ArraySlice<UInt8>
  private let editBytes: ArraySlice<UInt8>
  private let rest: MetadataRest

  /// The document's id.
  public var id: DocumentID { head.id }
  /// The source it was cut from.
  public var source: SourceID { head.source }

  /// The repaired text.
  public var text: String { String(decoding: textBytes, as: UTF8.self) }

  /// Everything that is known of it.
  ///
  /// - Throws: ``CorruptBytes`` when the index is damaged.
  public func metadata() throws(CorruptBytes) -> Metadata { try rest.added(to: head.fields) }

  /// The place in the source of each code point of ``text``.
  ///
  /// - Throws: ``CorruptBytes`` when the index is damaged.
  public func spans() throws(CorruptBytes) -> SpanMap {
    var reader = ByteReader(Array(spanBytes))
    return try SpanMap(from: &reader)
  }

  /// The place in the source of one code point of ``text``, without decoding all others.
  ///
  /// - Throws: ``CorruptBytes`` when the index is damaged.
  public func position(at codePointOffset: Int) throws(CorruptBytes) -> SourcePosition? {
    var reader = ByteReader(Array(spanBytes))
    return try SpanMap.position(at: codePointOffset, from: &reader)
  }

  /// What repair changed in ``text``, in order.
  ///
  /// - Throws: ``CorruptBytes`` when the index is damaged.
  public func edits() throws(CorruptBytes) -> [Edit] {
    var edits: [Edit] = []
    try forEachEdit { edit in
      edits.append(edit)
      return true
    }
    return edits
  }

  /// Whether repair changed more than white space in a stretch of ``text``.
  ///
  /// - Throws: ``CorruptBytes`` when the index is damaged.
  public func isRepaired(in codePoints: Range<Int>) throws(CorruptBytes) -> Bool {
    var isRepaired = false
    try forEachEdit { edit in
      guard edit.textOffset < codePoints.upperBound else { return false }
      let end = edit.textOffset + max(edit.after.unicodeScalars.count, 1)
      isRepaired = end > codePoints.lowerBound && edit.changesCharacters
      return !isRepaired
    }
    return isRepaired
  }

  private func forEachEdit(_ visit: (Edit) -> Bool) throws(CorruptBytes) {
    guard !editBytes.isEmpty else { return }
    var reader = ByteReader(Array(editBytes))
    try Edit.forEach(from: &reader, visit)
  }

  init(_ stored: StoredBytes) throws(CorruptBytes) {
    var rest = MetadataRest()
    var spanBytes: ArraySlice<UInt8> = []
    var editBytes: ArraySlice<UInt8> = []
    var textBytes = stored.text
    head = try StoredHead(stored.head + stored.record) { tag, value in
      switch tag {
      case RecordTag.spans: spanBytes = value
      case RecordTag.edits: editBytes = value
      case Field.text.tag: textBytes = Array(value)
      default: rest.take(tag, value)
      }
    }
    self.rest = rest
    self.textBytes = textBytes
    self.spanBytes = spanBytes
    self.editBytes = editBytes
  }
}

extension CorruptBytes {
  /// Which document the bytes are of.
  func error(_ document: UInt32, in path: String) -> IndexingError {
    IndexingError(
      .damaged, "document \(document) of \(path) is damaged",
      hint: "remove the index directory and index the sources again")
  }
}
