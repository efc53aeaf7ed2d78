// What a run has to do: which files are new or may have changed, which are as they were, which are gone.

internal import Archive
internal import Foundation
internal import Ingestion

/// Why a source is read.
public enum ReadingCause: String, Sendable, Codable, CaseIterable {
  /// The index does not have it.
  case new
  /// Its file, or its sidecar, has another size or modification time.
  case touched
  /// It was read below another root.
  case moved
  /// Rules of repair, splitting or describing have changed since it was read.
  case rules
  /// It was read with other options: encoding, stated fields.
  case options
  /// A document of it was left out because its id was taken.
  case takenID
  /// The user wants everything to be read again.
  case rebuild
}

/// A file to read.
struct Candidate: Sendable {
  let file: SourceFile
  /// What the index has of it.
  let known: Source?
  let cause: ReadingCause
}

/// The work of a run on one collection.
struct IndexPlan: Sendable {
  var candidates: [Candidate] = []
  var unchangedCount = 0
  /// Sources below the roots of this run whose file is gone, in order.
  private(set) var gone: [SourceID] = []
  private(set) var problems: [SourceProblem] = []

  /// Compares files with records.
  ///
  /// A file that has the identity of a source elsewhere which is still there is a collision: neither may overwrite
  /// the other. A source that moved with its root is the same source.
  init(found: Discovery.Findings, known: [SourceID: Source], options: IndexingOptions) {
    let reading = options.reading.fingerprint
    for file in found.files {
      guard let source = known[file.id] else {
        candidates.append(Candidate(file: file, known: nil, cause: .new))
        continue
      }
      if !isSame(source.root, file.root), !isSame(source.absolutePath, file.path),
        isOtherFile(source.absolutePath, than: file.path)
      {
        problems.append(collision(file, source))
      } else if let cause = options.rebuilds ? .rebuild : IndexPlan.cause(file, source, reading: reading) {
        candidates.append(Candidate(file: file, known: source, cause: cause))
      } else {
        unchangedCount += 1
      }
    }
    let ids = Set(found.files.map(\.id))
    let lost = known.values.filter { !ids.contains($0.id) && $0.isGone }
    for root in found.roots {
      let below = lost.filter { isPath($0.absolutePath, atOrBelow: root) }
      // A disk that is not mounted leaves an empty directory, or a link that leads nowhere.
      let isEmpty = !found.files.contains { isPath($0.path, atOrBelow: root) }
      if isEmpty, !below.isEmpty, options.prunesGone {
        problems.append(emptyRoot(root, below.count))
      } else {
        gone += below.filter { source in !found.problems.contains { isPath(source.absolutePath, atOrBelow: $0.path) } }
          .map(\.id)
      }
    }
    gone = Set(gone).sorted()
  }

  /// Why a source that the index has is to be read; nil where it is as it was.
  private static func cause(_ file: SourceFile, _ source: Source, reading: String) -> ReadingCause? {
    if ReadingOptions.isOfOtherRules(source.reading) { return .rules }
    if source.reading != reading { return .options }
    if source.lacksDocuments { return .takenID }
    if !isSame(source.root, file.root) { return .moved }
    let isUntouched =
      source.signature.byteCount == file.byteCount && source.signature.modifiedNanoseconds == file.modifiedNanoseconds
    return isUntouched && isSidecarUnchanged(file.sidecar, source.sidecar) ? nil : .touched
  }
}

extension Source {
  /// Whether its file is not there any more.
  fileprivate var isGone: Bool {
    var status = stat()
    guard stat(absolutePath, &status) == 0 else { return errno == ENOENT || errno == ENOTDIR }
    return status.st_mode & S_IFMT != S_IFREG
  }
}

private func emptyRoot(_ root: String, _ count: Int) -> SourceProblem {
  SourceProblem(
    path: root, id: nil,
    diagnostic: Diagnostic(
      .unreadable, "nothing is there any more, where the index has \(count) sources; none of them is removed",
      hint: "see whether the disk is mounted; suoyin remove takes them out of the index"))
}

private func isSidecarUnchanged(_ file: SidecarFile?, _ known: SourceSignature?) -> Bool {
  guard let file, let known else { return file == nil && known == nil }
  return file.isUnchanged(since: known)
}

private func isOtherFile(_ old: String, than new: String) -> Bool {
  var (first, second) = (stat(), stat())
  guard stat(old, &first) == 0, stat(new, &second) == 0 else { return false }
  return first.st_dev != second.st_dev || first.st_ino != second.st_ino
}

private func collision(_ file: SourceFile, _ source: Source) -> SourceProblem {
  SourceProblem(
    path: file.path, id: file.id,
    diagnostic: Diagnostic(
      .collision, "\(file.id) already stands for \(source.absolutePath)",
      hint: "index this root under another name: --collection NAME"))
}
