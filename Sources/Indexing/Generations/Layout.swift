// Where things lie in an index directory. Schema.swift draws the picture.

internal import Foundation

/// The paths of an index directory.
struct IndexLayout: Sendable {
  /// Absolute.
  let directory: String

  init(directory: String) {
    self.directory = URL(fileURLWithPath: directory).standardizedFileURL.path
  }

  var current: String { directory + "/current" }
  /// The file by which a backup is known.
  var backupMark: String { directory + "/backup" }
  var lock: String { directory + "/lock" }
  var building: String { directory + "/building" }
  var generations: String { directory + "/generations" }

  func generation(_ name: String) -> GenerationLayout { GenerationLayout(directory: generations + "/" + name) }

  /// The generations on disk, oldest first.
  func generationNames() -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: generations)) ?? []
    return names.compactMap { name in Int(name).map { ($0, name) } }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// The name of the current generation, or nil where there is no index.
  func readCurrent() throws(IndexingError) -> String? {
    guard let bytes = FileManager.default.contents(atPath: current) else {
      guard !FileManager.default.fileExists(atPath: current) else {
        throw IndexingError(.damaged, "cannot read \(current)", hint: "check its permissions")
      }
      return nil
    }
    let name = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    guard let number = Int(name), number > 0 else {
      throw IndexingError(
        .damaged, "\(current) does not name a generation",
        hint: "write the name of one of \(generations) into it, or remove the index and index again")
    }
    return name
  }
}

/// The paths of one generation, sealed or being built.
struct GenerationLayout: Sendable {
  let directory: String

  var manifest: String { directory + "/manifest.json" }

  func shard(_ collection: String) -> String { directory + "/collections/" + collection }
  func documents(_ collection: String) -> String { shard(collection) + "/documents" }
  func sources(_ collection: String) -> String { shard(collection) + "/sources" }
}
