// suoyin status: what an index holds.

internal import API
internal import ArgumentParser

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Print what the index holds and what made it.")

  @OptionGroup var source: SourceOption
  @Option(help: "text for people, json for programs.")
  var format = PlainFormat.text

  func run() throws {
    let status = try source.open().status()
    print(format == .json ? status.json() : text(status))
  }

  private func text(_ status: StatusAnswer) -> String {
    var lines = [
      "index       \(status.index)",
      "generation  \(status.generation), sealed \(status.sealedAt)",
      "documents   \(status.documents) from \(status.sources) sources",
      "size        \(status.bytes) bytes",
      "made with   schema \(status.schema), \(status.analyzer)",
    ]
    for collection in status.collections {
      lines.append("collection  \(collection.value): \(collection.count) documents")
    }
    return Terminal.printable(lines.joined(separator: "\n"))
  }
}
