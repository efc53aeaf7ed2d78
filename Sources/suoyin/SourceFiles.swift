// The files that `repair` and `split` look at without an index.

internal import Archive
internal import Ingestion

/// Visits the sources at a path and reports what is wrong with them.
enum SourceFiles {
  /// - Parameter visit: shows one source; what is wrong with parts of it goes to the list.
  /// - Throws: ``CommandFailure`` of exit status 5 when any source could not be read, or not all of it.
  static func visit(
    _ path: String, _ visit: (SourceFile, inout [SourceProblem]) throws(SourceProblem) -> Void
  ) throws {
    let found = Discovery(roots: [path]).find()
    var problems = found.problems
    for source in found.files {
      do throws(SourceProblem) {
        try visit(source, &problems)
      } catch {
        problems.append(error)
      }
    }
    for problem in problems { Terminal.complain(describe(problem)) }
    if !problems.isEmpty { throw CommandFailure(.someSourcesFailed) }
  }
}
