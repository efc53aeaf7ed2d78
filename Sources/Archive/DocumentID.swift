// The identity of a document: its source and its place in it, or the id its record brought along.

/// Names one document for good.
///
/// Documents cut from a text are `collection/path#ordinal`; JSON Lines records keep their own id.
public struct DocumentID: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
  /// The readable form, as printed, typed and stored; percent-encoded only in URLs.
  public let description: String

  /// The document at a place of a source.
  ///
  /// - Parameter ordinal: counted from 1 in the order of the source.
  public init(source: SourceID, ordinal: Int) {
    precondition(ordinal >= 1, "documents are counted from 1")
    description = "\(source)#\(ordinal)"
  }

  /// An id that was stored, typed by a user or brought along by a record.
  public init(_ description: String) {
    self.description = description
  }

  // Ids are bytes, as names of sources are.
  public static func == (left: DocumentID, right: DocumentID) -> Bool {
    left.description.utf8.elementsEqual(right.description.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    for byte in description.utf8 { hasher.combine(byte) }
  }

  public static func < (left: DocumentID, right: DocumentID) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }

  public init(from decoder: any Decoder) throws {
    description = try decoder.singleValueContainer().decode(String.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
