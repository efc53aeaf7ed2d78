// suoyin explain: how a query is read, and why the first hits score as they do.

internal import API
internal import ArgumentParser
internal import Foundation

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show how a query is read and ranked: tokens, tree, plan, the engine's query, terms, scores.",
    overview: """
      Examples:
        suoyin explain '普惠金融 OR 首贷'
        suoyin explain '5千万元 kind:意见' --limit 1
      """)

  @Argument(help: "The query; several arguments are one query.")
  var query: [String]
  @OptionGroup var filter: FilterOption
  @OptionGroup var source: SourceOption
  @Option(help: ArgumentHelp("Of how many hits the score is explained.", valueName: "n"))
  var limit = 3
  @Option(help: "text for people, json for programs.")
  var format = PlainFormat.text

  func validate() throws { try SearchCommand.check(limit: limit) }

  func run() throws {
    let request = SearchRequest(query: query.joined(separator: " "), filters: filter.filters, limit: limit, passages: 0)
    let explanation = try source.open().explain(request)
    switch format {
    case .json: print(explanation.json())
    case .text: ExplainCommand.write(explanation)
    }
  }

  private static func write(_ explanation: Explanation) {
    section("tokens", explanation.tokens)
    section("tree", explanation.tree)
    section("plan", explanation.plan + (explanation.strictOnly ? ["one reading: everything is required"] : []))
    section("strict, as the engine has it", [explanation.strict])
    section("ranked, as the engine has it", [explanation.ranked])
    section(
      "terms",
      explanation.terms.map { Terminal.padded("\($0.documents)", to: 8) + Terminal.padded($0.term, to: 24) + $0.kind })
    let total = explanation.total
    section("documents", ["\(total.strict) strictly, \(total.exact ? "" : "about ")\(total.loose) loosely"])
    for notice in explanation.notices { print(notice.line) }
    for hit in explanation.hits {
      let parts = hit.parts.map { Terminal.padded(decimal($0.weight), to: 18) + $0.kind + " " + $0.text }
      section("\(decimal(hit.score))  \(hit.title ?? hit.id)  \(hit.id)", parts)
    }
  }

  private static func section(_ title: String, _ lines: [String]) {
    print(Terminal.oneLine(title))
    for line in lines { print("  " + Terminal.oneLine(line)) }
  }

  private static func decimal(_ number: Double) -> String { String(format: "%.4f", number) }
}
