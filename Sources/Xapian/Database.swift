// An open database and its documents.

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

  /// The bytes stored with a document.
  ///
  /// - Throws: `documentNotFound`; `invalidUse` for docid 0; `modified`, `corrupt`.
  public func data(of docid: DocID) throws(XapianError) -> [UInt8] {
    var loan = cxapian_loan()
    try call(context("data of document \(docid)")) { cxapian_database_data(handle, docid, &loan, $0) }
    return loan.takeBytes()
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
}

/// Adds a value to the dictionary that `context` points at.
private func visitValue(context: UnsafeMutableRawPointer, docid: DocID, value: cxapian_bytes) {
  let values = context.assumingMemoryBound(to: [DocID: [UInt8]].self)
  values.pointee[docid] = Array(UnsafeBufferPointer(start: value.start, count: value.count))
}
