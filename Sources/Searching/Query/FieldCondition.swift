// What a field's value asks for, read from what was typed.

internal import Analysis
internal import Archive
internal import Indexing

/// A condition on one field.
enum FieldCondition: Hashable, Sendable {
  /// The field's value is this one: the term of the documents that have it.
  case term(String)
  /// Title or text holds all of these.
  case phrases([PlannedPhrase], in: Field)
  /// The date lies between two places of the calendar (``DateKey``).
  case dates(ClosedRange<Int>, in: Field)
  /// The text states a figure within bounds.
  case figures(TypedTerm.Measure, lower: TypedTerm.Bound?, upper: TypedTerm.Bound?)
  /// The document is in force on a day.
  case valid(CalendarDate)

  /// Reads a value; nil for one that its field cannot have.
  init?(_ value: String, in field: Field, _ analyzer: Analyzer) {
    let folded = analyzer.fold(value)
    let plain = folded.string(0..<folded.bytes.count)
    switch field.kind {
    case .keyword, .path:
      guard let term = FieldTerms(analyzer).term(of: value, in: field) else { return nil }
      self = .term(term)
    case .text:
      let phrases = folded.runs.map { PlannedPhrase($0.codePoints, of: folded, analyzer) }
      if phrases.isEmpty { return nil }
      self = .phrases(phrases, in: field)
    case .date:
      guard let places = FieldCondition.places(plain) else { return nil }
      self = .dates(places, in: field)
    case .figure:
      guard let figures = FieldCondition.figures(plain, field, analyzer) else { return nil }
      self = figures
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

  private static func figures(_ text: String, _ field: Field, _ analyzer: Analyzer) -> FieldCondition? {
    guard let typed = TypedRange(text) else { return nil }
    var measures: Set<TypedTerm.Measure> = []
    var bounds: [TypedTerm.Bound?] = []
    for bound in [typed.lower, typed.upper] {
      guard let bound else {
        bounds.append(nil)
        continue
      }
      guard let (figure, measure) = figure(bound.text, field, analyzer) else { return nil }
      if let measure { measures.insert(measure) }
      bounds.append(TypedTerm.Bound(figure, isInclusive: bound.isIncluded))
    }
    guard measures.count <= 1 else { return nil }
    let unstated: TypedTerm.Measure = field == .percent ? .percent : .unit("元")
    return .figures(measures.first ?? unstated, lower: bounds[0], upper: bounds[1])
  }

  /// A bound's figure, and what it counts where that is said: as texts state it, or a plain number.
  private static func figure(
    _ text: String, _ field: Field, _ analyzer: Analyzer
  ) -> (Figure, TypedTerm.Measure?)? {
    let found = analyzer.statedValues(in: analyzer.fold(text), isTyped: true)
    guard found.count == 1, found[0].range.count == text.unicodeScalars.count else { return nil }
    switch (found[0].primary, field) {
    case (.number(let figure), _): return (figure, nil)
    case (.percent(let figure), .percent): return (figure, .percent)
    case (.quantity(let figure, let unit), .amount) where currencies.contains(unit): return (figure, .unit(unit))
    default: return nil
    }
  }

  /// What sums of money are stated in; without a word of it, 元 is meant.
  private static let currencies: Set<String> = ["元", "美元", "欧元", "港元", "日元"]
}

extension FieldCondition: CustomStringConvertible {
  /// The condition for people.
  var description: String {
    switch self {
    case .term(let term): "the term \(term)"
    case .phrases(let phrases, let field):
      "\(field.name) with " + phrases.map { "“\($0.text)”" }.joined(separator: ", ")
    case .dates(let places, let field): "\(field.name) from \(places.lowerBound) to \(places.upperBound)"
    case .figures(let measure, let lower, let upper):
      "\(measure) from \(lower.map { "\($0.figure)" } ?? "0")" + (upper.map { " to \($0.figure)" } ?? "")
    case .valid(let day): "in force on \(day)"
    }
  }
}

/// The ends of a range as they were typed, folded: `2023..2024-06`, `>=500万元`, `30..`, or one value alone.
struct TypedRange {
  struct Bound: Equatable {
    let text: String
    let isIncluded: Bool
  }

  let lower: Bound?
  let upper: Bound?

  /// Reads a range; nil for a text without any end.
  init?(_ text: String) {
    let text = text.trimmed
    for (sign, isLower, isIncluded) in TypedRange.signs where text.hasPrefix(sign) {
      let bound = Bound(text: String(text.dropFirst(sign.count)).trimmed, isIncluded: isIncluded)
      guard !bound.text.isEmpty else { return nil }
      (lower, upper) = isLower ? (bound, nil) : (nil, bound)
      return
    }
    for sign in ["..", "…", "~", "至"] {
      guard let middle = text.firstRange(of: sign) else { continue }
      let ends = [text[..<middle.lowerBound], text[middle.upperBound...]].map { String($0).trimmed }
      if ends.allSatisfy(\.isEmpty) { return nil }
      lower = ends[0].isEmpty ? nil : Bound(text: ends[0], isIncluded: true)
      upper = ends[1].isEmpty ? nil : Bound(text: ends[1], isIncluded: true)
      return
    }
    if text.isEmpty { return nil }
    (lower, upper) = (Bound(text: text, isIncluded: true), Bound(text: text, isIncluded: true))
  }

  private static let signs = [
    (">=", true, true), ("<=", false, true), ("≥", true, true), ("≤", false, true), (">", true, false),
    ("<", false, false),
  ]
}

extension String {
  fileprivate var trimmed: String {
    var view = unicodeScalars[...]
    while let first = view.first, first.properties.isWhitespace { view = view.dropFirst() }
    while let last = view.last, last.properties.isWhitespace { view = view.dropLast() }
    return String(view)
  }
}
