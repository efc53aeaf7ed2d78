// Why a search could not be answered; "nothing found" is an answer, never an error.

public import Indexing

/// A search that could not be done.
public struct SearchError: Error, Hashable, Sendable {
  /// Why; codes are compared, messages never.
  public enum Code: String, Sendable, CaseIterable {
    /// The request breaks a documented limit or names something that does not exist.
    case invalidRequest
    /// There is no document with an id that the request names.
    case unknownDocument
    /// The generation that a cursor names is gone.
    case expired
    /// The deadline passed before there was an answer, or nobody waits for it any more.
    case late
    /// The index could not be read.
    case index
    /// A fault of this program.
    case bug
  }

  /// Why.
  public let code: Code
  /// One sentence.
  public let message: String
  /// What the asker can do.
  public let hint: String?
  /// What happened to the index, where that is the reason.
  public let cause: IndexingError?

  /// A failure.
  public init(_ code: Code, _ message: String, hint: String? = nil, cause: IndexingError? = nil) {
    self.code = code
    self.message = message
    self.hint = hint
    self.cause = cause
  }

  init(_ cause: IndexingError) {
    self.init(.index, cause.message, hint: cause.hint, cause: cause)
  }
}

extension SearchError {
  /// That there are no documents with some ids.
  init(unknown ids: [String]) {
    self.init(
      .unknownDocument, "there is no document " + ids.joined(separator: ", nor "),
      hint: "a search's hits name their ids")
  }

  /// - Throws: `invalidRequest` for a number beyond its bounds; none is within all.
  static func refuse(_ number: Int?, named name: String, outside bounds: ClosedRange<Int>) throws(SearchError) {
    guard let number, !bounds.contains(number) else { return }
    throw SearchError(
      .invalidRequest, "\(name) is \(number); it must be \(bounds.lowerBound) to \(bounds.upperBound)")
  }
}
