// The identity of a source: collection and path below the indexed root.

/// Names one source for good: the collection it belongs to and its path relative to the root that was indexed.
///
/// It does not depend on how the root was spelled (`Corpus`, `./Corpus` or absolute), so that indexing again finds
/// the same source and citations stay valid.
public struct SourceID: Hashable, Sendable, Comparable, Codable {
  /// The collection used when none is named.
  public static let defaultCollection = "default"

  /// The name of the set of sources this one belongs to; holds no slash.
  public let collection: String

  /// Path below the root, components joined by `/`; the file name alone when the root is the file itself.
  public let path: String

  /// - Parameters:
  ///   - collection: must satisfy ``isValidCollection(_:)``.
  ///   - path: relative and non-empty.
  public init(collection: String = SourceID.defaultCollection, path: String) {
    precondition(SourceID.isValidCollection(collection), "a collection name is not empty and holds no '/', '#' or NUL")
    precondition(!path.isEmpty && !path.hasPrefix("/"), "a source path is relative to its root")
    self.collection = collection
    self.path = path
  }

  /// Whether a name can stand for a collection: not empty, at most 64 bytes, without `/`, `#`, white space or
  /// control characters, and not beginning with a dot.
  public static func isValidCollection(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 64 && !name.hasPrefix(".")
      && name.unicodeScalars.allSatisfy { scalar in
        guard scalar.isASCII else { return !scalar.properties.isWhitespace }
        return scalar > " " && scalar != "/" && scalar != "#" && scalar.value != 0x7F
      }
  }

  /// `collection/path`, the form people read and type.
  public var description: String { "\(collection)/\(path)" }

}

// Names are bytes: Swift takes canonically equivalent strings for equal, a file system does not.
extension SourceID {
  public static func == (left: SourceID, right: SourceID) -> Bool {
    left.description.utf8.elementsEqual(right.description.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    for byte in description.utf8 { hasher.combine(byte) }
  }

  public static func < (left: SourceID, right: SourceID) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }
}

extension SourceID: CustomStringConvertible {}
