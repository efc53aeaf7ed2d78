// Gathers the values that a text states and hands the term of each over once.

import Archive

/// Counts values: a text has some hundred of them, so that a dictionary does.
struct TypedTermCollector {
  private var counts: [StatedValue: UInt32] = [:]

  mutating func removeAll() { counts.removeAll(keepingCapacity: true) }

  /// Adds values, each place once.
  mutating func add(_ occurrences: [StatedValue.Occurrence]) {
    for occurrence in occurrences {
      for value in occurrence.values {
        counts[value, default: 0] += 1
        if case .date(let date) = value { addContaining(date) }
      }
    }
  }

  /// A day is stated with its month and year, and without the year.
  private mutating func addContaining(_ date: CalendarDate) {
    if date.day != nil, let month = CalendarDate(year: date.year, month: date.month) {
      counts[.date(month), default: 0] += 1
    }
    if let day = MonthDay(date) { counts[.monthDay(day), default: 0] += 1 }
    if date.month != nil, let year = CalendarDate(year: date.year) { counts[.date(year), default: 0] += 1 }
  }

  func emit(in field: Field, _ body: TermCollector.Body) {
    var terms: [(term: String, count: UInt32)] = []
    var buckets: Set<String> = []
    for (value, count) in counts {
      guard let term = TypedTerm.term(for: value, in: field) else { continue }
      terms.append((term, count))
      buckets.formUnion(TypedTerm.buckets(of: value).map { TermUnit.typed.term($0, in: field) })
    }
    terms += buckets.map { ($0, 0) }
    terms.sort { $0.term.utf8.lexicographicallyPrecedes($1.term.utf8) }
    for (var term, count) in terms {
      term.withUTF8 { body($0, count, UnsafeBufferPointer(start: nil, count: 0)) }
    }
  }
}
