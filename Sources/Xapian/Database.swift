// An open database: what it holds, its documents and its metadata.

internal import CXapian

/// The number of a document in a database, from 1.
public typealias DocID = UInt32

/// A database open for reading, of one shard or several.
///
/// It shows the revision that was current when it was opened. Not `Sendable`: each thread opens its own. With n shards
/// the document d of shard s (both from 0) has the docid `d * n + s + 1`.
public class Database {
  /// The shards, in their order.
  public let paths: [String]
  let handle: OpaquePointer

  init(paths: [String], handle: OpaquePointer) {
    self.paths = paths
    self.handle = handle
  }

  /// Opens one database.
  ///
  /// - Throws: `databaseNotFound`, `cannotOpen`, `corrupt`.
  public convenience init(path: String) throws(XapianError) {
    try self.init(paths: [path])
  }

  /// Opens databases as the shards of one.
  ///
  /// - Throws: as `init(path:)`; the message names the shard.
  public convenience init(paths: [String]) throws(XapianError) {
    precondition(!paths.isEmpty, "a database has at least one shard")
    let list = ByteList(paths)
    let handle = try create("opening \(paths.joined(separator: ", "))") { error in
      list.withView { cxapian_database_open($0, error) }
    }
    self.init(paths: paths, handle: handle)
  }

  deinit {
    cxapian_database_free(handle)
  }

  /// Names an operation on this database, for errors.
  func context(_ operation: String) -> String { "\(operation) in \(paths.joined(separator: ", "))" }

  /// Moves to the newest revision.
  ///
  /// - Returns: whether the revision may have changed.
  /// - Throws: `invalidUse` when closed, `corrupt`, `failed`.
  @discardableResult
  public func reopen() throws(XapianError) -> Bool {
    var changed = false
    try call(context("reopening")) { cxapian_database_reopen(handle, &changed, $0) }
    return changed
  }

  /// The bytes stored with a document.
  ///
  /// - Throws: `documentNotFound`; `invalidUse` for docid 0; `modified`, `corrupt`.
  public func data(of docid: DocID) throws(XapianError) -> [UInt8] {
    try withData(of: docid) { Array($0) }
  }

  /// Lends the bytes stored with a document without another copy.
  public func withData<Result>(
    of docid: DocID, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) throws(XapianError) -> Result {
    var loan = cxapian_loan()
    try call(context("data of document \(docid)")) { cxapian_database_data(handle, docid, &loan, $0) }
    return loan.take(as: UInt8.self, body)
  }

  /// The bytes in a value slot of a document; empty when it has none, or is not there.
  public func value(of docid: DocID, slot: UInt32) throws(XapianError) -> [UInt8] {
    var loan = cxapian_loan()
    try call(context("value \(slot) of document \(docid)")) {
      cxapian_database_value(handle, docid, slot, &loan, $0)
    }
    return loan.takeBytes()
  }

  /// The bytes of every document that has any in a value slot: far quicker than to ask for one document after another.
  public func values(inSlot slot: UInt32) throws(XapianError) -> [DocID: [UInt8]] {
    var values: [DocID: [UInt8]] = [:]
    try call(context("values of slot \(slot)")) { error in
      withUnsafeMutablePointer(to: &values) { cxapian_database_each_value(handle, slot, visitValue, $0, error) }
    }
    return values
  }

  /// What was stored under a key of the database; empty when nothing was.
  ///
  /// Xapian's trap: with several shards only the first is asked.
  ///
  /// - Throws: `invalidUse` for an empty key.
  public func metadata(_ key: some Bytes) throws(XapianError) -> [UInt8] {
    var loan = cxapian_loan()
    try call(context("metadata")) { error in
      key.withView { cxapian_database_metadata(handle, $0, &loan, error) }
    }
    return loan.takeBytes()
  }
}

/// Adds a value to the dictionary that `context` points at.
private func visitValue(context: UnsafeMutableRawPointer, docid: DocID, value: cxapian_bytes) {
  let values = context.assumingMemoryBound(to: [DocID: [UInt8]].self)
  values.pointee[docid] = Array(UnsafeBufferPointer(start: value.start, count: value.count))
}
