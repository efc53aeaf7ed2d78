// The researcher's tools: what answers their questions.

public import API

/// A question that a searcher answers.
public protocol Tool: ToolRequest {
  /// - Throws: `unknownDocument` that names the id; `invalidRequest` for parameters beyond their bounds; `late`; `index`
  ///   when the index cannot be read.
  func answer(by searcher: Searcher) throws(SearchError) -> Answer

  /// Whether many documents may have to be read for an answer, so that it may take long.
  static var isLong: Bool { get }
}

extension Tool {
  public static var isLong: Bool { true }
}
