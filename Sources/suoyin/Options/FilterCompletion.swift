// What the shell offers behind --filter: fields, and the values that an index has of them.

internal import API
internal import Archive

/// Candidates for one word of `--filter`.
enum FilterCompletion {
  /// The fields whose values can be listed: those that searches count by.
  private static let counted: Set<Field> = [.issuers, .region, .kind, .collection, .publication]

  /// Field names with a sign of equality; behind one, the values there are in the index that the command line or the
  /// environment names. None where that cannot be asked.
  ///
  /// - Parameters:
  ///   - words: the command line.
  ///   - prefix: what of the word has been typed.
  static func candidates(_ words: [String], _ prefix: String) -> [String] {
    let typed = prefix.filter { $0 != "'" && $0 != "\"" }
    guard let sign = typed.firstIndex(of: "=") else { return Field.allCases.map { $0.name + "=" } }
    let field = Field(named: String(typed[..<sign]))
    if field == .damage { return TextDamage.allCases.map { "damage=\($0.rawValue)" } }
    guard let field, counted.contains(field),
      let values = try? values(of: field, words)
    else { return [] }
    return values.map { "\(field.name)=\($0)" }
  }

  private static func values(of field: Field, _ words: [String]) throws -> [String] {
    let named = words.firstIndex(of: "--index").flatMap { words.indices.contains($0 + 1) ? words[$0 + 1] : nil }
    let source = try AnswerSource(index: named ?? Terminal.environment("SUOYIN_INDEX") ?? "Index")
    // Every document is in some collection.
    let collections = try source.status().collections.map { Filter(field: Field.collection.name, value: $0.value) }
    let request = SearchRequest(query: "", filters: collections, facets: [field.name], limit: 0, passages: 0)
    return try source.search(request).facets[field.name]?.map(\.value) ?? []
  }
}
