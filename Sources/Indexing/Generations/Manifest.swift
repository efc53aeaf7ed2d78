// What a generation says of itself: whether this code can read it, and what it holds.

internal import Analysis
internal import Foundation
internal import Ingestion

/// The first thing read of a generation.
public struct Manifest: Hashable, Sendable, Codable {
  /// What one collection holds.
  public struct Collection: Hashable, Sendable, Codable {
    /// Its name.
    public var name: String
    /// How many sources it holds.
    public var sources: Int
    /// How many documents it holds.
    public var documents: Int

    /// A collection's counts.
    public init(name: String, sources: Int, documents: Int) {
      self.name = name
      self.sources = sources
      self.documents = documents
    }
  }

  /// The name of the generation.
  public let generation: String
  /// When it was sealed, ISO 8601.
  public let sealedAt: String
  /// The version of the schema.
  public let schema: Int
  /// What its terms were made with.
  public let analyzer: String
  /// The version of the rules that made its texts and documents.
  public let ingestion: Int
  /// Its collections, by name.
  public let collections: [Collection]

  /// The manifest of a generation made by this code, sealed now.
  init(generation: String, collections: [Collection]) {
    self.generation = generation
    sealedAt = Date().formatted(.iso8601)
    schema = Schema.version
    analyzer = Analyzer.fingerprint
    ingestion = Ingestor.version
    self.collections = collections.sorted { $0.name < $1.name }
  }

  /// Reads the manifest of a generation.
  ///
  /// - Throws: `damaged` when it is not one; `incompatible` when this code cannot use the generation.
  /// - Parameter ofAnyAnalyzer: whether another analyser will do, because all terms are to be made anew.
  init(at path: String, ofAnyAnalyzer: Bool = false) throws(IndexingError) {
    // The schema first: the rest of another schema's manifest may look different.
    guard let bytes = FileManager.default.contents(atPath: path),
      let version = try? JSONDecoder().decode(SchemaVersion.self, from: bytes)
    else { throw IndexingError(.damaged, "cannot read \(path)", hint: "remove the index and index again") }
    try Manifest.refuse(schema: version.schema, path)
    guard let manifest = try? JSONDecoder().decode(Manifest.self, from: bytes) else {
      throw IndexingError(.damaged, "cannot read \(path)", hint: "remove the index and index again")
    }
    self = manifest
    if !ofAnyAnalyzer { try Manifest.refuse(analyzer: analyzer, path) }
  }

  private struct SchemaVersion: Decodable { let schema: Int }

  /// How many sources each collection has, whatever the schema; nil where that cannot be read.
  static func sourceCounts(at path: String) -> [String: Int]? {
    struct Counts: Decodable {
      struct Count: Decodable {
        let name: String
        let sources: Int
      }
      let collections: [Count]
    }
    let bytes = FileManager.default.contents(atPath: path)
    let counts = bytes.flatMap { try? JSONDecoder().decode(Counts.self, from: $0) }?.collections
    return counts.map { Dictionary($0.map { ($0.name, $0.sources) }, uniquingKeysWith: { first, _ in first }) }
  }

  private static func refuse(schema: Int, _ path: String) throws(IndexingError) {
    guard schema != Schema.version else { return }
    throw IndexingError(
      .incompatible, "\(path): the index has schema \(schema), this program reads \(Schema.version)",
      hint: "index the sources again: suoyin index PATH --rebuild, or into another directory with --index")
  }

  private static func refuse(analyzer: String, _ path: String) throws(IndexingError) {
    guard analyzer != Analyzer.fingerprint else { return }
    throw IndexingError(
      .incompatible,
      "\(path): the index was made with \(analyzer), this program analyses with \(Analyzer.fingerprint)",
      hint: "run suoyin index, which makes the terms anew")
  }

  /// The manifest's bytes: JSON with sorted keys.
  func encoded() -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try! encoder.encode(self)  // strings and integers always encode
  }
}
