// What can keep an index from being read or written: the environment's failures, never a source's.

internal import Foundation
internal import Xapian

/// An index that cannot be opened or written.
public struct IndexingError: Error, Hashable, Sendable {
  /// Why; codes are compared, messages never.
  public enum Code: String, Sendable, CaseIterable {
    /// There is no index in the directory.
    case missing
    /// Another process is writing the index.
    case locked
    /// The index was made by another version of schema or analyser.
    case incompatible
    /// The index's files are damaged.
    case damaged
    /// The index directory cannot be written: permissions, full disk.
    case unwritable
    /// Nothing to index, or an option that makes no sense.
    case invalidArgument
    /// A fault of this program.
    case bug
  }

  /// Why.
  public let code: Code
  /// One sentence: what failed, and where.
  public let message: String
  /// What the user can do.
  public let hint: String?

  /// A failure.
  public init(_ code: Code, _ message: String, hint: String? = nil) {
    self.code = code
    self.message = message
    self.hint = hint
  }
}

extension IndexingError: CustomStringConvertible {
  /// Message and hint.
  public var description: String { hint.map { "\(message) (\($0))" } ?? message }
}

extension IndexingError {
  /// A failure of a system call, from `errno`.
  static func system(_ what: String, _ path: String, errno number: Int32) -> IndexingError {
    let reason = String(cString: strerror(number))
    let hint: String? =
      switch number {
      case ENOSPC, EDQUOT: "free some space and run it again: the index is as it was"
      case EACCES, EPERM, EROFS: "it has to be writable for whoever indexes; or name another directory with --index"
      default: nil
      }
    return IndexingError(.unwritable, "cannot \(what) \(path): \(reason)", hint: hint)
  }
}

/// Runs an operation on a database that is being written and says what its failure means for the index.
func withIndex<Value>(_ path: String, _ body: () throws(XapianError) -> Value) throws(IndexingError) -> Value {
  do {
    return try body()
  } catch {
    switch error.code {
    case .corrupt: throw .damaged(path, error)
    case .cannotOpen, .databaseNotFound, .locked, .failed:
      throw IndexingError(
        .unwritable, "cannot open or write \(path): \(error.message)",
        hint: "see that the disk has room and may be written, and run it again: the index is as it was")
    default: throw IndexingError(.bug, "\(path): \(error.message)")
    }
  }
}

/// Runs an operation on a sealed database: what cannot be read there is damaged.
func withSealed<Value>(_ path: String, _ body: () throws(XapianError) -> Value) throws(IndexingError) -> Value {
  do {
    return try body()
  } catch {
    switch error.code {
    case .corrupt, .cannotOpen, .databaseNotFound, .failed: throw .damaged(path, error)
    default: throw IndexingError(.bug, "\(path): \(error.message)")
    }
  }
}

extension IndexingError {
  fileprivate static func damaged(_ path: String, _ error: XapianError) -> IndexingError {
    IndexingError(
      .damaged, "the index is damaged at \(path): \(error.message)",
      hint: "remove the index directory and index the sources again")
  }
}
