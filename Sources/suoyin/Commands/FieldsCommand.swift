// suoyin fields: what documents can be asked for by name.

internal import API
internal import ArgumentParser
internal import Searching

struct FieldsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fields",
    abstract: "Print the table of fields: names, kinds of values, what they mean, an example.",
    overview: """
      A field is asked for in a query as name:value or 名称:value, and as a filter as name=value. Dates, sums and percentages
      take ranges: 2023..2024-06, >=2024, <500万元.

      Examples:
        suoyin search '保险 kind:意见 date:2023..2024-06'
        suoyin search '补贴 金额:>=500万元' --filter region=青岚省
        suoyin search --filter valid=2024-06-01 --filter kind=办法
      """)

  @Option(help: "text for people, json for programs.")
  var format = PlainFormat.text

  func run() {
    let rows = FieldsAnswer.table.fields
    switch format {
    case .json: print(rows.json())
    case .text:
      for line in TextTable.lines(rows.map { [$0.name, $0.alias, $0.kind, $0.help, $0.example] }) { print(line) }
    }
  }
}
