// suoyin remove: takes sources out of an index.

internal import ArgumentParser
internal import Indexing

struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Remove sources and their documents from the index; files on disk are not touched.",
    overview: """
      A path is a file or directory that was indexed, whether it is still there or not, or an id as hits name it.

      Examples:
        suoyin remove ~/公报/2019
        suoyin remove default/2024/公报.txt
        suoyin remove --collection jinan-2024
      """)

  @Argument(help: "Files, directories, or sources by their ids.")
  var paths: [String] = []
  @OptionGroup var index: IndexOption
  @Option(help: ArgumentHelp("Only from this collection; without paths, all of it.", valueName: "name"))
  var collection: String?
  @Flag(help: "Say what would be removed, and change nothing.")
  var dryRun = false
  @Flag(name: .shortAndLong, help: "Say nothing but what is wrong.")
  var quiet = false

  func validate() throws {
    if paths.isEmpty, collection == nil { throw ValidationError("name paths, ids, or a --collection") }
  }

  func run() throws {
    let report = try SourceRemover(directory: index.path).run(
      paths: paths, collection: collection, isPreview: dryRun)
    if !quiet {
      for source in report.removed { print(Terminal.oneLine("removed  \(source)")) }
      print("\(report.removed.count) sources \(dryRun ? "would be " : "")removed; generation \(report.generation)")
    }
    for path in report.unmatched { Terminal.complain("\(path): no source of the index is at or below it") }
    if report.removed.isEmpty || !report.unmatched.isEmpty { throw CommandFailure(.nothingFound) }
  }
}
