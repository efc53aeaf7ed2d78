// What can go wrong in the engine: a closed set of codes, told apart without reading texts.

internal import CXapian

/// A call into Xapian that failed; nothing of it was done.
public struct XapianError: Error, Sendable, Equatable {
  /// Why a call failed.
  public enum Code: Sendable, CaseIterable {
    /// An argument or the order of the calls is wrong: a term too long, docid 0, a closed database.
    case invalidUse
    /// There is no database at the path.
    case databaseNotFound
    /// There is something at the path, but it cannot be opened or created: another format version, a database where a
    /// new one should be, no access.
    case cannotOpen
    /// Another writer holds the database.
    case locked
    /// The database was changed twice under a reader: open it anew and try again. Sealed generations never cause it.
    case modified
    /// The files of the database are damaged.
    case corrupt
    /// No document has this docid.
    case documentNotFound
    /// Input or output failed, memory ran out, or anything else.
    case failed
  }

  /// Why it failed.
  public let code: Code
  /// Xapian's own words, for people.
  public let message: String
  /// Which operation on which path.
  public let context: String
}

extension XapianError: CustomStringConvertible {
  public var description: String { "\(context): \(message)" }
}

extension XapianError.Code {
  init(_ code: cxapian_code) {
    switch code {
    case CXAPIAN_INVALID_USE: self = .invalidUse
    case CXAPIAN_DATABASE_NOT_FOUND: self = .databaseNotFound
    case CXAPIAN_CANNOT_OPEN: self = .cannotOpen
    case CXAPIAN_LOCKED: self = .locked
    case CXAPIAN_MODIFIED: self = .modified
    case CXAPIAN_CORRUPT: self = .corrupt
    case CXAPIAN_DOCUMENT_NOT_FOUND: self = .documentNotFound
    default: self = .failed
    }
  }
}

/// Makes one call of the shim and throws its error.
///
/// - Parameter context: the operation and its path, made only when the call failed.
func call(
  _ context: @autoclosure () -> String, _ body: (UnsafeMutablePointer<cxapian_error>) -> Bool
) throws(XapianError) {
  var error = cxapian_error()
  if body(&error) { return }
  defer { cxapian_error_clear(&error) }
  let message = error.message.map { String(cString: $0) } ?? "out of memory"
  throw XapianError(code: XapianError.Code(error.code), message: message, context: context())
}

/// Makes a call that creates a handle.
func create(
  _ context: @autoclosure () -> String, _ body: (UnsafeMutablePointer<cxapian_error>) -> OpaquePointer?
) throws(XapianError) -> OpaquePointer {
  var handle: OpaquePointer?
  try call(context()) { error in
    handle = body(error)
    return handle != nil
  }
  return handle!
}

/// Makes a call that creates a handle and can fail only for a mistake in this module, or without memory.
func made(_ body: (UnsafeMutablePointer<cxapian_error>) -> OpaquePointer?) -> OpaquePointer {
  do throws(XapianError) {
    return try create("making a handle", body)
  } catch {
    fatalError("\(error)")
  }
}
