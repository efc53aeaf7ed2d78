// Work on whole databases on disk: checking and compacting.

internal import CXapian

extension Database {
  /// Verifies the tables of the database at a path.
  ///
  /// - Returns: how many errors were found, and what the check said, for people.
  /// - Throws: `databaseNotFound`, `cannotOpen`, `corrupt` when it cannot even be opened.
  public static func check(_ path: String) throws(XapianError) -> (errorCount: Int, report: String) {
    var count = 0
    var loan = cxapian_loan()
    try call("checking \(path)") { error in
      path.withView { cxapian_database_check($0, &count, &loan, error) }
    }
    return (count, loan.takeText())
  }

  /// Merges databases into a new, compact one.
  ///
  /// Docids are renumbered in the order of the sources: a source's first docid follows the last one of the source
  /// before it, gaps inside a source stay, leading gaps go.
  ///
  /// - Parameter destination: a directory that does not hold one of the sources.
  /// - Throws: `databaseNotFound`, `cannotOpen`; `invalidUse` for a source as destination.
  public static func compact(_ sources: [String], into destination: String) throws(XapianError) {
    precondition(!sources.isEmpty, "compaction needs a source")
    let list = ByteList(sources)
    try call("compacting into \(destination)") { error in
      list.withView { sources in
        destination.withView { cxapian_database_compact(sources, $0, error) }
      }
    }
  }
}
