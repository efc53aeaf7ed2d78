// The one error of this module.

import CICU

/// ICU could not do what was asked. Damaged text is never such an error: decoders and breakers report or replace it.
public struct ICUError: Error, Hashable, Sendable {
  /// What went wrong; codes are compared, messages never.
  public enum Code: Hashable, Sendable, CaseIterable {
    /// ICU's data (dictionary, rules, charset table) is not installed, or not of the version of its code.
    case dataMissing
    /// ICU has no charset by that name.
    case unknownCharset
    /// An argument ICU cannot take: a text beyond 2^31 - 1 bytes, a name with a NUL in it.
    case invalidInput
    /// ICU ran out of memory.
    case outOfMemory
    /// Anything else: a fault in ICU or in this module.
    case `internal`
  }

  /// What went wrong.
  public let code: Code
  /// What was being done, and ICU's own name of the error where it gave one.
  public let message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// Throws unless a call into ICU succeeded.
  static func check(_ status: Int32, _ action: @autoclosure () -> String) throws(ICUError) {
    let code: Code
    switch cicu_failure_of(status) {
    case CICU_SUCCESS: return
    case CICU_DATA_MISSING: code = .dataMissing
    case CICU_INVALID_INPUT: code = .invalidInput
    case CICU_OUT_OF_MEMORY: code = .outOfMemory
    default: code = .internal
    }
    throw ICUError(code, "\(action()): \(String(cString: cicu_status_name(status)))")
  }

  /// The length of a text as ICU counts it, which is in 32 bits.
  static func length(_ byteCount: Int, _ action: @autoclosure () -> String) throws(ICUError) -> Int32 {
    guard let length = Int32(exactly: byteCount) else {
      throw ICUError(.invalidInput, "\(action()): \(byteCount) bytes are more than ICU's limit of 2147483647")
    }
    return length
  }
}
