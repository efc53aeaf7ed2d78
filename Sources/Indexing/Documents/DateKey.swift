// Dates as terms, so that a range of them is a few terms.

public import Archive

/// Places on the calendar that a date and the ends of a range are compared by: year, month, day as one number, 20240305.
///
/// A document's date that is known to the month only counts as before the month's first day, 20240300: a range that
/// begins on that day leaves it out, one that begins with the month has it. The last day in force counts as after the
/// month's end, 20240399.
public enum DateKey {
  /// The least place of what a date names: its day, or before the first day of its month or year.
  public static func first(_ date: CalendarDate) -> Int {
    date.year * 10_000 + (date.month ?? 0) * 100 + (date.day ?? 0)
  }

  /// The greatest place of what a date names.
  public static func last(_ date: CalendarDate) -> Int {
    date.year * 10_000 + (date.month ?? 99) * 100 + (date.day ?? 99)
  }

  /// The term of documents whose date is as little known; nil for a date to the day.
  static func openTerm(of date: CalendarDate, in field: Field) -> String? {
    let unknown = field == .expires ? "-99" : "-00"
    return date.day == nil ? Schema.term(date.description + unknown, in: field) : nil
  }

  /// Terms that together have exactly the documents whose date lies in a range.
  ///
  /// - Parameters:
  ///   - range: places, both ends included.
  ///   - known: all terms of the field in the index, without prefix: `2024`, `2024-03`, `2024-03-05`, `2024-03-00`.
  public static func terms(_ range: ClosedRange<Int>, in field: Field, known: Set<String>) -> [String] {
    var cover: [String] = []
    for year in CalendarDate.years {
      let whole = year * 10_000...year * 10_000 + 9_999
      guard whole.overlaps(range) else { continue }
      let name = String(year)
      guard known.contains(name) else { continue }
      if range.contains(whole) {
        cover.append(name)
      } else {
        addMonths(of: whole.lowerBound, name, range, known, &cover)
      }
    }
    return cover.map { Schema.term($0, in: field) }
  }

  private static func addMonths(
    of year: Int, _ yearName: String, _ range: ClosedRange<Int>, _ known: Set<String>, _ cover: inout [String]
  ) {
    for month in Array(0...12) + [99] {
      let whole = year + month * 100...year + month * 100 + 99
      guard whole.overlaps(range) else { continue }
      let name = yearName + "-" + month.padded(to: 2)
      guard known.contains(name) else { continue }
      if range.contains(whole) {
        cover.append(name)
      } else {
        let days = (Array(0...31) + [99]).filter { range.contains(whole.lowerBound + $0) }.map {
          name + "-" + $0.padded(to: 2)
        }
        cover += days.filter(known.contains)
      }
    }
  }
}

extension ClosedRange {
  fileprivate func contains(_ other: ClosedRange) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
