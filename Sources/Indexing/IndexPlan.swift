// What a run has to do: which files are new or may have changed, which are as they were.

internal import Archive
internal import Foundation
internal import Ingestion

/// The work of a run on one collection.
struct IndexPlan: Sendable {
  /// Files to read, by id, each with the record the index has of it.
  var candidates: [(file: SourceFile, known: Source?)] = []
  var unchangedCount = 0
  /// Sources of the index whose file is gone.
  var goneCount = 0
  var problems: [SourceProblem] = []

  /// Compares files with records.
  ///
  /// A file that has the identity of a source elsewhere which is still there is a collision: neither may overwrite
  /// the other. A source that moved with its root is the same source.
  ///
  /// - Parameter reading: what tells the options of this run apart; sources read with others are read again.
  init(files: [SourceFile], known: [SourceID: Source], reading: String) {
    let found = Set(files.map(\.id))
    goneCount = known.values.count { !found.contains($0.id) && access($0.absolutePath, F_OK) != 0 }
    for file in files {
      guard let source = known[file.id] else {
        candidates.append((file, nil))
        continue
      }
      if source.root != file.root, source.absolutePath != file.path, isOtherFile(source.absolutePath, than: file.path) {
        problems.append(collision(file, source))
      } else if source.signature.byteCount == file.byteCount,
        source.signature.modifiedNanoseconds == file.modifiedNanoseconds, source.root == file.root,
        source.reading == reading, !source.lacksDocuments, isSidecarUnchanged(file.sidecar, source.sidecar)
      {
        unchangedCount += 1
      } else {
        candidates.append((file, source))
      }
    }
  }
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
