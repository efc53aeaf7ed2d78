// A database open for writing.

internal import CXapian

/// A database open for writing; it reads what it has written, committed or not.
///
/// One writer at a time holds a database. When the object goes, what is pending is committed as far as that works; call
/// `commit()` or `close()` to learn of errors.
public final class WritableDatabase: Database {
  /// What to do about a database that exists, or does not.
  public enum Mode: Sendable {
    /// Make a new one; fails with `cannotOpen` when there is one.
    case create
    /// Open one; fails when there is none.
    case open
  }

  /// Opens a database for writing.
  ///
  /// - Parameter unsynced: never wait for the disk. For throw-away segments only: a crash of the machine leaves rubbish.
  /// - Throws: `locked`, `databaseNotFound`, `cannotOpen`, `corrupt`.
  public init(path: String, mode: Mode, unsynced: Bool = false) throws(XapianError) {
    let handle = try create("opening \(path) for writing") { error in
      path.withView { cxapian_writer_open($0, mode.forShim, unsynced, error) }
    }
    super.init(paths: [path], handle: handle)
  }

  /// Adds a document.
  ///
  /// - Returns: its docid.
  /// - Throws: `invalidUse` for a term that is empty or too long, checked before anything is written; `failed`, after
  ///   which Xapian has dropped everything that was not yet committed.
  @discardableResult
  public func add(_ document: borrowing DocumentBuffer) throws(XapianError) -> DocID {
    var docid: DocID = 0
    try call(context("adding a document")) { error in
      document.withDocument { cxapian_writer_add(handle, $0, &docid, error) }
    }
    return docid
  }

  /// Deletes all documents that have a term; none is no error.
  public func delete(term: some Bytes) throws(XapianError) {
    try call(context("deleting by term")) { error in
      term.withView { cxapian_writer_delete_term(handle, $0, error) }
    }
  }

  /// Deletes a document.
  ///
  /// - Throws: `documentNotFound`; `invalidUse` for docid 0.
  public func delete(_ docid: DocID) throws(XapianError) {
    try call(context("deleting document \(docid)")) { cxapian_writer_delete(handle, docid, $0) }
  }

  /// Gives the last documents the docids that deleted ones have left, in order, so that none is free up to the document
  /// count; commits first.
  ///
  /// Xapian (seen in 1.4.22) takes the list of all documents for a term that all have, and then fails with `corrupt` at
  /// the end of that list's first chunk, unless docids are without gaps: then it needs no list.
  public func closeGaps() throws(XapianError) {
    try call(context("closing gaps")) { cxapian_writer_close_gaps(handle, $0) }
  }

  /// Writes what is pending to disk, for those to see who open it then.
  ///
  /// - Throws: `failed`, after which what was pending is lost.
  public func commit() throws(XapianError) {
    try call(context("committing")) { cxapian_writer_commit(handle, $0) }
  }

  /// Commits and gives the database up. Further calls fail with `invalidUse`.
  public func close() throws(XapianError) {
    try call(context("closing")) { cxapian_writer_close(handle, $0) }
  }
}

extension WritableDatabase.Mode {
  fileprivate var forShim: cxapian_mode {
    switch self {
    case .create: CXAPIAN_CREATE
    case .open: CXAPIAN_OPEN
    }
  }
}
