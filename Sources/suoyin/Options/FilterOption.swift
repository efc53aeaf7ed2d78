// What documents have to be: fields, and from when until when.

internal import API
internal import Archive
internal import ArgumentParser
internal import Indexing

/// What documents' fields have to be. `--since` and `--until` are a filter on `date` in other words.
struct FilterOption: ParsableArguments {
  @Option(
    name: .customLong("filter"),
    help: ArgumentHelp(
      "Only documents whose field has the value, or lies in a range: date>=2023; repeatable.", valueName: "field=value"),
    completion: .custom { words, _, prefix in FilterCompletion.candidates(words, prefix) },
    transform: { text in
      guard let filter = Filter(text) else { throw ValidationError(Filter.form) }
      return filter
    })
  var stated: [Filter] = []
  @Option(
    help: ArgumentHelp(
      "Only documents dated on this day, in this month or year, or later: 2023, 2023-04, 2023-04-05.", valueName: "date"
    ),
    transform: FilterOption.date)
  var since: CalendarDate?
  @Option(
    help: ArgumentHelp("Only documents dated until then, that day, month or year included.", valueName: "date"),
    transform: FilterOption.date)
  var until: CalendarDate?

  /// All filters that were given.
  var filters: [Filter] {
    guard since != nil || until != nil else { return stated }
    return stated + [Filter(field: Field.date.name, value: "\(since?.description ?? "")..\(until?.description ?? "")")]
  }

  func validate() throws {
    if let since, let until, DateKey.first(since) > DateKey.last(until) {
      throw ValidationError("nothing lies between --since \(since) and --until \(until): exchange them")
    }
    try check(stated)
  }

  /// All filters, and those of one query among many.
  func filters(with others: [Filter]) throws -> [Filter] {
    try check(others)
    return filters + others
  }

  private func check(_ filters: [Filter]) throws {
    guard since != nil || until != nil, filters.contains(where: { Field(named: $0.field) == .date }) else { return }
    throw ValidationError(
      "give --since and --until or a filter on date, not both: filters on one field are alternatives")
  }

  private static func date(_ text: String) throws -> CalendarDate {
    guard let date = CalendarDate(written: text) else {
      throw ValidationError("there are dates such as 2024, 2024-03, 2024-03-05 and 2024年3月")
    }
    return date
  }
}
