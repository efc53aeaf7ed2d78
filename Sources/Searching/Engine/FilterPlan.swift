// Filters to what the engine looks for.

internal import API
internal import Analysis
internal import Archive
internal import Indexing
internal import Xapian

/// The conditions of a search on fields, stated beside its query.
///
/// Values of one field are alternatives, fields all have to match. Title and text are looked through for exact phrases,
/// as quotations are; all other fields have to be the value, or lie in its range.
struct FilterPlan: Hashable, Sendable {
  /// For each field in the table's order, so that equal requests are equal trees, its alternatives.
  let alternatives: [[FieldCondition]]

  /// - Throws: `invalidRequest` for a field that does not exist, a value that its field cannot have, and beyond the
  ///   limits.
  init(_ filters: [Filter], _ analyzer: Analyzer) throws(SearchError) {
    guard filters.count <= SearchRequest.maximumFilters else {
      throw SearchError(
        .invalidRequest, "there are \(filters.count) filters, the limit is \(SearchRequest.maximumFilters)")
    }
    let byteCount = filters.reduce(0) { $0 + $1.value.utf8.count }
    guard byteCount <= SearchRequest.maximumQueryBytes else {
      throw SearchError(
        .invalidRequest,
        "the filters have \(byteCount) bytes together, the limit is \(SearchRequest.maximumQueryBytes)",
        hint: "shorten them")
    }
    var byField: [Field: [FieldCondition]] = [:]
    for filter in filters {
      guard let field = Field(named: String(decoding: analyzer.fold(filter.field).bytes, as: UTF8.self)) else {
        throw SearchError(
          .invalidRequest, "there is no field “\(filter.field.prefix(80))”", hint: "there are: \(FilterPlan.fields)")
      }
      guard let condition = FieldCondition(filter.value, in: field, analyzer) else {
        throw SearchError(
          .invalidRequest, "\(field.name) is “\(filter.value.prefix(80))”, which is not \(FilterPlan.expected(field))",
          hint: FilterPlan.hint(field))
      }
      byField[field, default: []].append(condition)
    }
    alternatives = Field.allCases.compactMap { byField[$0] }
  }

  private static let fields = Field.allCases.map { "\($0.name) \($0.alias)" }.joined(separator: ", ")

  /// What a field's values are, for people.
  static func expected(_ field: Field) -> String {
    switch field.kind {
    case .date: "a date or a range of dates"
    case .path: "a region"
    case .keyword: "a value"
    case .text: "a phrase that can be searched"
    case .figure: field == .percent ? "a percentage or a range of them" : "a sum or a range of sums"
    case .day: "a day"
    }
  }

  /// How a field's values are written.
  static func hint(_ field: Field) -> String {
    switch field.kind {
    case .date:
      "write \(field.name)=2024, =2024-03, =2024-03-05 or =2024年3月5日, or a range: =2023..2024-06, >=2024-03, <2024"
    case .figure: "write \(field.name)=50, =30..50 or >=500万\(field == .percent ? "" : "元")"
    case .keyword, .path, .text, .day: "\(field.name) is \(field.help), such as \(field.name)=\(field.example)"
    }
  }
}
