// The values of fields and the terms that stand for them: made here for the index and for filters alike.

public import Analysis
public import Archive

/// Makes the terms of fields other than title and text.
///
/// Values are compared folded and without white space; numbers by their canonical spelling, dates as ISO 8601.
public struct FieldTerms {
  private let analyzer: Analyzer

  /// - Parameter analyzer: what folds values.
  public init(_ analyzer: Analyzer) { self.analyzer = analyzer }

  /// The term of documents whose field has a value.
  ///
  /// - Returns: `nil` for a value that the field cannot have, and for fields of text.
  public func term(of value: String, in field: Field) -> String? {
    switch field {
    case .title, .text, .amount, .percent, .valid: nil
    case .id, .source, .collection, .parent: value.isEmpty ? nil : Schema.term(value, in: field)
    case .number: comparable(number: value).map { Schema.term($0, in: field) }
    case .issuers, .kind, .publication, .issue: comparable(value).map { Schema.term($0, in: field) }
    case .region: comparable(path: divisions(of: value)).map { Schema.term($0, in: field) }
    case .date, .effective, .expires:
      CalendarDate(written: fold(value)).map { Schema.term($0.description, in: field) }
    case .damage: TextDamage(named: fold(value)).map(FieldTerms.term)
    }
  }

  /// The term of documents whose text is damaged in a way.
  public static func term(of damage: TextDamage) -> String { Schema.term(damage.rawValue, in: .damage) }

  /// The term of documents with a title; marks and white space in titles make no difference, nor does the state's name
  /// before a law's, which is called by the rest.
  ///
  /// - Returns: `nil` for a title without characters that can be searched.
  public func titleTerm(of title: String) -> String? {
    let folded = analyzer.fold(title)
    let glyphs = folded.runs.map { folded.string($0.bytes) }.joined()
    let short = CitedTitle.withoutState(glyphs)
    return glyphs.isEmpty ? nil : Schema.term(title: short.isEmpty ? glyphs : String(short))
  }

  /// The terms of documents that say of another one that it is no longer in force: by its number where they give it,
  /// else by its title.
  private func repeals(_ metadata: Metadata) -> [String] {
    metadata.citations.compactMap { citation in
      guard citation.relation == .repeal || citation.relation == .lapse else { return nil }
      let named =
        citation.number(in: metadata.region).flatMap { term(of: $0, in: .number) } ?? citation.title.flatMap(titleTerm)
      return named.map(Schema.term(repealing:))
    }
  }

  /// The terms of everything known of a document, identity aside.
  func terms(of metadata: Metadata) -> [String] {
    var terms: [String?] = metadata.issuers.map { term(of: $0, in: .issuers) }
    let single: [(Field, String?)] = [
      (.number, metadata.number), (.kind, metadata.kind), (.publication, metadata.publication),
      (.issue, metadata.issue), (.parent, metadata.parent?.description),
    ]
    for (field, value) in single { terms.append(value.flatMap { term(of: $0, in: field) }) }
    for (field, date) in [(Field.date, metadata.date), (.effective, metadata.effective), (.expires, metadata.expires)] {
      guard let date else { continue }
      terms += FieldTerms.lessExact(date).map { Schema.term($0.description, in: field) }
      terms.append(DateKey.openTerm(of: date, in: field))
    }
    terms.append(metadata.title.flatMap(titleTerm))
    terms += Set(repeals(metadata))
    for depth in metadata.region.indices {
      let paths =
        depth == 0 ? [metadata.region[...depth]] : [metadata.region[...depth], metadata.region[depth...depth]]
      terms += paths.map { comparable(path: Array($0)).map { Schema.term($0, in: .region) } }
    }
    return terms.compactMap(\.self)
  }

  /// A date's year, its month and itself, as far as it has them.
  private static func lessExact(_ date: CalendarDate) -> [CalendarDate] {
    [
      CalendarDate(year: date.year), date.month.flatMap { CalendarDate(year: date.year, month: $0) },
      date.day == nil ? nil : date,
    ].compactMap(\.self)
  }

  private func divisions(of path: String) -> [String] {
    fold(path).split(separator: "/").map(String.init)
  }

  private func comparable(path divisions: [String]) -> String? {
    let parts = divisions.compactMap { comparable($0) }
    return parts.isEmpty ? nil : parts.joined(separator: "/")
  }

  /// What is no number by its form is compared as it is written: some offices have rules of their own.
  /// People leave out the brackets around the year.
  private func comparable(number: String) -> String? {
    guard let folded = comparable(number) else { return nil }
    return DocumentNumber.typed(folded)?.comparable.description ?? folded
  }

  private func comparable(_ value: String) -> String? {
    let scalars = fold(value).unicodeScalars.filter { !$0.properties.isWhitespace }
    return scalars.isEmpty ? nil : String(String.UnicodeScalarView(scalars))
  }

  private func fold(_ value: String) -> String { String(decoding: analyzer.fold(value).bytes, as: UTF8.self) }
}
