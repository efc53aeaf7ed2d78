// Filters to what the engine looks for.

internal import API
internal import Analysis
internal import Archive
internal import Indexing
internal import Xapian

/// The conditions of a search on fields.
///
/// Values of one field are alternatives, fields all have to match. Title and text are looked through for exact phrases,
/// as quotations are; all other fields have to be the value.
struct FilterPlan {
  /// Documents that match all conditions; nil where there are none.
  let query: Query?

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
    var alternatives: [Field: [Query]] = [:]
    for filter in filters {
      guard let field = Field(named: String(decoding: analyzer.fold(filter.field).bytes, as: UTF8.self)) else {
        throw SearchError(
          .invalidRequest, "there is no field “\(filter.field.prefix(80))”", hint: "there are: \(FilterPlan.fields)")
      }
      alternatives[field, default: []].append(try FilterPlan.query(field, filter.value, analyzer))
    }
    // In the table's order, so that equal requests are equal trees.
    let conditions = Field.allCases.compactMap { field in alternatives[field].map { Query.or($0) } }
    query = conditions.isEmpty ? nil : .and(conditions)
  }

  private static let fields = Field.allCases.map { "\($0.name) \($0.alias)" }.joined(separator: ", ")

  private static func query(_ field: Field, _ value: String, _ analyzer: Analyzer) throws(SearchError) -> Query {
    guard field.kind == .text else {
      guard let term = FieldTerms(analyzer).term(of: value, in: field) else { throw invalid(value, field) }
      return .term(term)
    }
    let folded = analyzer.fold(value)
    let phrases = folded.runs.map { PhraseQuery(PlannedPhrase($0.codePoints, of: folded, analyzer), in: field).exact }
    guard !phrases.isEmpty else { throw invalid(value, field) }
    return .and(phrases)
  }

  private static func invalid(_ value: String, _ field: Field) -> SearchError {
    let what =
      switch field.kind {
      case .date: "a date"
      case .path: "a region"
      case .keyword: "a value"
      case .text: "a phrase that can be searched"
      }
    return SearchError(
      .invalidRequest, "\(field.name) is “\(value.prefix(80))”, which is not \(what)",
      hint: field.kind == .date
        ? "write \(field.name)=2024, =2024-03, =2024-03-05 or =2024年3月5日"
        : "\(field.name) is \(field.help), such as \(field.name)=\(field.example)")
  }
}
