// The table of fields as an answer.

public import API
internal import Archive

extension FieldsRequest: Tool {
  public static let isLong = false

  public func answer(by searcher: Searcher) throws(SearchError) -> FieldsAnswer { .table }
}

extension FieldsAnswer {
  /// The table, which is the same for every index.
  public static var table: FieldsAnswer { FieldsAnswer(fields: Field.allCases.map(FieldDescription.init)) }
}

extension FieldDescription {
  fileprivate init(_ field: Field) {
    self.init(
      name: field.name, alias: field.alias, kind: field.kind.rawValue, help: field.help,
      example: "\(field.name):\(field.example)")
  }
}
