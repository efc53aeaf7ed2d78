// What a field's value asks for, read from what was typed.

internal import Analysis
internal import Archive
internal import Indexing

/// A condition on one field.
enum FieldCondition: Hashable, Sendable {
  /// The field's value is this one, found by this term.
  case value(String, term: String, in: Field)
  /// Title or text holds all of these.
  case texts([PlannedExact], in: Field)
  /// The date lies between two places of the calendar (``DateKey``).
  case dates(ClosedRange<Int>, in: Field)
  /// The text states a figure of a range.
  case figures(FigureRange)
  /// The document is in force on a day.
  case valid(CalendarDate)

  /// Reads a value; nil for one that its field cannot have.
  init?(_ value: String, in field: Field, _ analyzer: Analyzer) {
    let folded = analyzer.fold(value)
    let plain = folded.string(0..<folded.bytes.count)
    switch field.kind {
    case .keyword, .path:
      guard let term = FieldTerms(analyzer).term(of: value, in: field) else { return nil }
      self = .value(value, term: term, in: field)
    case .text:
      let texts = folded.joinedRuns.map { PlannedExact(run: PlannedPhrase($0.codePoints, of: folded, analyzer)) }
      if texts.isEmpty { return nil }
      self = .texts(texts, in: field)
    case .date:
      guard let places = FieldCondition.places(plain) else { return nil }
      self = .dates(places, in: field)
    case .figure:
      guard let range = FigureRange(plain, in: field, analyzer) else { return nil }
      self = .figures(range)
    case .day:
      guard let day = CalendarDate(written: plain), day.day != nil else { return nil }
      self = .valid(day)
    }
  }

  private static func places(_ text: String) -> ClosedRange<Int>? {
    guard let bounds = TypedRange(text) else { return nil }
    func date(_ text: String) -> CalendarDate? { CalendarDate(written: text) }
    var (first, last) = (0, Int.max)
    if let lower = bounds.lower {
      guard let date = date(lower.text) else { return nil }
      first = lower.isIncluded ? DateKey.first(date) : DateKey.last(date) + 1
    }
    if let upper = bounds.upper {
      guard let date = date(upper.text) else { return nil }
      last = upper.isIncluded ? DateKey.last(date) : DateKey.first(date) - 1
    }
    return first <= last ? first...last : nil
  }
}

extension FieldCondition: CustomStringConvertible {
  /// The condition for people.
  var description: String {
    switch self {
    case .value(let value, _, let field): "\(field.name) “\(value)”"
    case .texts(let texts, let field):
      "\(field.name) with " + texts.map { "“\($0.phrase.text)”" }.joined(separator: ", ")
    case .dates(let places, let field): "\(field.name) from \(places.lowerBound) to \(places.upperBound)"
    case .figures(let range): "\(range)"
    case .valid(let day): "in force on \(day)"
    }
  }
}
