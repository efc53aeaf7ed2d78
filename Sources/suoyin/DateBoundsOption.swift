// From when and until when documents are.

internal import API
internal import Archive
internal import ArgumentParser
internal import Indexing

/// The ends of a stretch of time that documents' dates lie in: a filter on `date` in other words.
struct DateBoundsOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only documents dated on this day, in this month or year, or later: 2023, 2023-04, 2023-04-05.", valueName: "date"
    ),
    transform: DateBoundsOption.date)
  var since: CalendarDate?
  @Option(
    help: ArgumentHelp("Only documents dated until then, that day, month or year included.", valueName: "date"),
    transform: DateBoundsOption.date)
  var until: CalendarDate?

  private static func date(_ text: String) throws -> CalendarDate {
    guard let date = CalendarDate(written: text) else {
      throw ValidationError("there are dates such as 2024, 2024-03, 2024-03-05 and 2024年3月")
    }
    return date
  }

  func validate() throws {
    guard let since, let until, DateKey.first(since) > DateKey.last(until) else { return }
    throw ValidationError("nothing lies between --since \(since) and --until \(until): exchange them")
  }

  /// These filters, and that of the dates.
  ///
  /// - Throws: `ValidationError` where another filter is on `date`: filters on one field are alternatives.
  func added(to filters: [Filter]) throws -> [Filter] {
    guard since != nil || until != nil else { return filters }
    if filters.contains(where: { Field(named: $0.field) == .date }) {
      throw ValidationError(
        "give --since and --until or a filter on date, not both: filters on one field are alternatives")
    }
    return filters + [Filter(field: Field.date.name, value: "\(since?.description ?? "")..\(until?.description ?? "")")]
  }
}
