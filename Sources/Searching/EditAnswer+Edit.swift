// Recorded changes as answers.

public import API
public import Archive

extension EditAnswer {
  /// A recorded change.
  public init(_ edit: Edit) {
    self.init(
      rule: edit.rule.rawValue, line: edit.position.line, column: edit.position.column, before: edit.before,
      after: edit.after,
      // As many digits as were measured.
      confidence: (Double(edit.confidence) * 100).rounded() / 100, offset: edit.textOffset)
  }
}
