// Finds the files at and below the roots, gives them their identity and says what cannot be read.

public import Archive
import Glibc

/// The search for sources.
///
/// A root is made canonical first, so that `Corpus`, `./Corpus`, `Corpus/` and the absolute path give the same ids.
/// Links are followed, but a file is taken once however many ways lead to it; the way without links wins.
public struct Discovery: Sendable {
  /// What was found.
  public struct Findings: Hashable, Sendable {
    /// The files that can be read, sorted by id.
    public var files: [SourceFile] = []
    /// What cannot, in the order of the roots.
    public var problems: [SourceProblem] = []
    /// How many files of other formats were passed over below directories.
    public var skippedCount = 0
    /// How many files and directories were passed over because the patterns say so.
    public var excludedCount = 0
    /// The canonical absolute paths of the roots that are there.
    public var roots: [String] = []
  }

  /// The largest source that is read when nothing is said: 64 MB.
  public static let defaultMaximumSourceBytes = 64 << 20

  private let roots: [String]
  private let collection: String
  private let maximumSourceBytes: Int
  private let patterns: SourcePatterns

  /// A search that has not begun.
  ///
  /// - Parameters:
  ///   - roots: files and directories, absolute or relative to the working directory.
  ///   - collection: must satisfy `SourceID.isValidCollection`.
  ///   - maximumSourceBytes: larger files are problems.
  ///   - patterns: which files below directories are taken.
  public init(
    roots: [String], collection: String = SourceID.defaultCollection,
    maximumSourceBytes: Int = Discovery.defaultMaximumSourceBytes, patterns: SourcePatterns = SourcePatterns()
  ) {
    self.roots = roots
    self.collection = collection
    self.maximumSourceBytes = maximumSourceBytes
    self.patterns = patterns
  }

  /// Walks the roots in their order. Deterministic for a given state of the files.
  public func find() -> Findings {
    var walk = DirectoryWalk(collection: collection, maximumSourceBytes: maximumSourceBytes, patterns: patterns)
    for root in roots { walk.visit(root: root) }
    walk.findings.files.sort { $0.id < $1.id }
    return walk.findings
  }
}
