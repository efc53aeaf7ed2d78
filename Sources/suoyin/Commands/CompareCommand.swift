// suoyin compare: two documents, clause by clause.

internal import API
internal import ArgumentParser

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Say clause by clause what differs between two documents.",
    overview: """
      For the same policy of two regions or years. Clauses are the paragraphs of the repaired texts; a number in front of
      one (一、 （一） 1. 第一条) does not count as its text, so that what was only renumbered is the same. What went is [-…-],
      what came {+…+}. A line begins with = for clauses that are the same, ~ for a changed one, > for one that has moved,
      - for one that stands in A alone and + for one that stands in B alone; a heading of that kind is printed with the clause
      below it.

      Width, case and traditional characters make no difference. Two clauses are one from a similarity of 0.3 on, in
      another place from 0.6 on; in the same place, too, where both are what stands first under the same title. Where a clause was split, its longest part is the changed one.

      Examples:
        suoyin compare 'default/2019.txt#1' 'default/2024.txt#1'
        suoyin compare 'default/2019.txt#1' 'default/2024.txt#1' --format csv --bom > changes.csv
      """)

  @Argument(help: "The id of one document, as search prints it, or its number; the older one by custom.")
  var a: String
  @Argument(help: "The id or number of the other one.")
  var b: String
  @OptionGroup var source: SourceOption
  @Flag(help: "Print clauses that are the same, headings by themselves, and unchanged stretches, too.")
  var all = false
  @Option(help: "text for people, json for programs, csv for tables.")
  var format = TableFormat.text
  @OptionGroup var mark: ByteOrderMarkOption
  @OptionGroup var color: ColorOption
  @OptionGroup var pager: PagerOption

  func validate() throws { try mark.refuse(unless: format == .csv) }

  private func compared(_ answers: AnswerSource) throws -> CompareAnswer {
    do { return try answers.ask(CompareRequest(a: answers.id(of: a), b: answers.id(of: b))) } catch {
      guard CommandFailure.isUnknownDocument(error), let failure = CommandFailure(error) else { throw error }
      throw CommandFailure(.nothingFound, (failure.message ?? "") + answers.hint(on: [a, b]))
    }
  }

  func run() throws {
    let answer = try compared(source.open())
    switch format {
    case .json: print(answer.json())
    case .csv:
      print(mark.text + ComparisonTable(answer).rows.map(CSV.line).joined(), terminator: "")
    case .text:
      pager.show(ComparisonPrinter(answer, layout: LineLayout(isColoured: color.isColoured), showsAll: all).text)
    }
  }
}
