// What the commands of the citation graph have in common.

internal import API
internal import Archive
internal import ArgumentParser
internal import Searching

/// One document, named by id or number, and how the answer is printed.
struct DocumentQuestionOptions: ParsableArguments {
  @Argument(help: "The document's id, as search prints it, or its number (文号) in any spelling.")
  var document: String
  @OptionGroup var source: SourceOption
  @Option(help: ArgumentHelp("How many rows at most.", valueName: "n"))
  var limit = SearchRequest.maximumLimit
  @Option(help: "text for people, json for programs, csv for tables.")
  var format = TableFormat.text
  @OptionGroup var mark: ByteOrderMarkOption
  @OptionGroup var pager: PagerOption

  func validate() throws {
    try SearchCommand.check(limit: limit)
    try mark.refuse(unless: format == .csv)
  }

  /// Asks, and prints the answer.
  ///
  /// - Parameters:
  ///   - columns: the names of the columns of ``TableFormat/csv``.
  ///   - csvRows: the rows of the answer as CSV has them.
  ///   - textRows: the same for people: the last two cells are a place and ids.
  ///   - nothing: what is said to people where there is no row.
  /// - Throws: `nothingFound` where there is no such document, or the answer has no row.
  func run<Question: DocumentQuestion & Tool>(
    _ question: Question.Type, columns: [String], csvRows: (Question.Answer) -> [[String]],
    textRows: (Question.Answer) -> [[String]], nothing: String
  ) throws {
    let answer = try answer(question)
    let rows = csvRows(answer)
    switch format {
    case .json: print(answer.json())
    case .csv: print(mark.text + ([columns] + rows).map(CSV.line).joined(), terminator: "")
    case .text:
      let lines = TextTable.lines(textRows(answer), in: LineLayout(isColoured: false), endCount: 2)
      pager.show(lines.map { $0 + "\n" }.joined())
    }
    if format != .json, answer.total > rows.count {
      Terminal.complain("note: there are \(answer.total), of which these are the first \(rows.count) (--limit N)")
    }
    if answer.total == 0 { throw CommandFailure(.nothingFound, format == .text ? "\(nothing) \(document)" : nil) }
  }

  /// What is told of the document with this id, or else this number: an id may look like a number.
  private func answer<Question: DocumentQuestion & Tool>(_ question: Question.Type) throws -> Question.Answer {
    let answers = try source.open()
    do { return try answers.ask(Question(id: document, number: nil, limit: limit)) } catch {
      guard CommandFailure.isUnknownDocument(error), let failure = CommandFailure(error) else { throw error }
      guard let number = try answers.number(document) else {
        throw CommandFailure(.nothingFound, (failure.message ?? "") + answers.hint(on: [document]))
      }
      return try answers.ask(Question(id: nil, number: number, limit: limit))
    }
  }
}
