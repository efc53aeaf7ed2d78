// Which files are sidecars, and of which source.

public import Archive

/// The file beside a source that says more about its documents.
public struct SidecarFile: Hashable, Sendable {
  /// The absolute path.
  public let path: String
  /// Size in bytes when it was found.
  public let byteCount: Int
  /// Modification time in nanoseconds since 1970 when it was found.
  public let modifiedNanoseconds: Int64

  /// The largest sidecar that is read: some thousand documents. A guess.
  static let maximumBytes = 1 << 20

  /// A file that was found.
  public init(path: String, byteCount: Int, modifiedNanoseconds: Int64) {
    self.path = path
    self.byteCount = byteCount
    self.modifiedNanoseconds = modifiedNanoseconds
  }

  /// Its name, for messages.
  public var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// Whether it still is what was read, as far as size and time tell.
  public func isUnchanged(since signature: SourceSignature) -> Bool {
    byteCount == signature.byteCount && modifiedNanoseconds == signature.modifiedNanoseconds
  }
}

/// A sidecar's bytes, with the name that findings about it carry.
public struct SidecarContent: Hashable, Sendable {
  /// The file's name.
  public let name: String
  /// Everything the file held.
  public let bytes: [UInt8]

  /// A sidecar.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// The sidecars in one directory.
///
/// `公报.txt.meta.json` belongs to `公报.txt`. `公报.meta.json` does, too, where that has none by its full name and no
/// other source is called `公报`.
struct SidecarNames {
  private static let ending = ".meta.json"

  /// Names of sidecars by the name of their source.
  private(set) var sidecars: [String: String] = [:]
  /// Sidecars that could belong to several sources.
  private(set) var ambiguous: [(name: String, sources: [String])] = []
  private var all: Set<String> = []

  init(_ names: [String]) {
    let candidates = names.filter { $0.hasSuffix(SidecarNames.ending) }
    guard !candidates.isEmpty else { return }
    let sources = names.filter { SourceFormat(path: $0) != nil }
    let known = Set(sources)
    let byStem = Dictionary(grouping: sources, by: SidecarNames.stem)
    var stems: [(name: String, sources: [String])] = []
    for candidate in candidates {
      let base = String(candidate.dropLast(SidecarNames.ending.count))
      if known.contains(base) { sidecars[base] = candidate } else { stems.append((candidate, byStem[base] ?? [])) }
    }
    for (name, sources) in stems {
      if sources.count > 1 {
        ambiguous.append((name, sources))
      } else if let source = sources.first, sidecars[source] == nil {
        sidecars[source] = name
      }
    }
    all = Set(sidecars.values).union(ambiguous.map(\.name))
  }

  /// Whether a file is a source's sidecar.
  func contains(_ name: String) -> Bool { all.contains(name) }

  private static func stem(_ name: String) -> String {
    String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)])
  }
}
