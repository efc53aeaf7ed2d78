// suoyin check: whether an index is whole.

internal import API
internal import ArgumentParser
internal import Indexing

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check that the index is whole and holds what it says.",
    overview: """
      Looks at the engine's tables, the counts, every source's original against its hash, every document's record,
      fields, spans and repairs, and compares the terms of some documents, drawn anew each time, with their text.
      Ends with 0 where nothing is wrong, with 4 where the index is damaged.
      """)

  @OptionGroup var index: IndexOption
  @Option(help: ArgumentHelp("How many documents of each collection are analysed again.", valueName: "n"))
  var sample = 100
  @Flag(help: "Also print a digest of everything the index answers from: equal content, equal digest.")
  var digest = false

  func validate() throws {
    if sample < 0 { throw ValidationError("--sample is \(sample); it must be 0 or more") }
  }

  func run() throws {
    let report = try IndexChecker(directory: index.path, sampleCount: sample).run(withDigest: digest)
    for fault in report.faults { Terminal.complain(fault) }
    for omission in report.omissions { Terminal.complain("not checked: \(omission)") }
    if report.faultCount > report.faults.count {
      Terminal.complain("\(report.faultCount - report.faults.count) more faults")
    }
    print(
      "generation \(report.generation): \(report.collectionCount) collections, \(report.sourceCount) sources, "
        + "\(report.documentCount) documents, \(report.sampledCount) of them analysed again: "
        + (report.faultCount == 0 ? "all is well" : "\(report.faultCount) faults"))
    if let digest = report.digest { print("digest \(digest)") }
    guard report.faultCount == 0 else {
      throw CommandFailure(
        .noIndex, "the index in \(index.path) is damaged (put a backup in its place, or remove it and index again)")
    }
  }
}
