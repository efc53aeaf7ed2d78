// The command: what it is called, what it can do, and how it ends.

internal import ArgumentParser
@preconcurrency internal import Foundation

/// The root of all subcommands.
@main
struct Suoyin: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suoyin",
    abstract: "Full-text search for Chinese official documents that PDF extraction and OCR have broken.",
    overview: """
      Exit status: 0 done, 1 nothing found, 2 usage, 3 daemon unreachable, 4 index missing, locked or of another version,
      5 some sources failed (the rest is indexed), 70 a fault of this program.
      """,
    version: "0.1.0",
    subcommands: [
      IndexCommand.self, SearchCommand.self, ExplainCommand.self, FieldsCommand.self, ShowCommand.self,
      OpenCommand.self, SimilarCommand.self, ConcordanceCommand.self, TrendCommand.self, CollocationsCommand.self,
      CitesCommand.self, CitedByCommand.self, HistoryCommand.self, CompareCommand.self, ExportCommand.self,
      StatusCommand.self, RemoveCommand.self,
      CheckCommand.self, BackupCommand.self, RepairCommand.self, SplitCommand.self, SegmentCommand.self,
      ServeCommand.self,
    ])

  static func main() {
    StandardStreams.reserve()
    // Inherited, it would hide how pdftotext ended: Python and Perl programs may have their children ignore it.
    signal(SIGCHLD, SIG_DFL)
    do {
      var command = try parseAsRoot()
      try command.run()
      try finishOutput()
    } catch {
      guard let failure = CommandFailure(error) else { exitAsParserSays(error) }
      failure.report()
      Foundation.exit(failure.status.rawValue)
    }
  }

  /// An answer that could not be written must not look like one that was.
  private static func finishOutput() throws {
    guard fflush(stdout) == 0, ferror(stdout) == 0 else {
      throw CommandFailure(.bug, "cannot write the answer: \(String(cString: strerror(errno)))")
    }
  }

  /// Whether a word of the command line is part of a query rather than an option or a number.
  private static func isExclusion(_ word: String) -> Bool {
    guard word.hasPrefix("-"), Int(word) == nil, let second = word.unicodeScalars.dropFirst().first else {
      return false
    }
    return second != "-" && !(second.isASCII && second.properties.isAlphabetic)
  }

  /// Help and version go to standard output; whatever else the parser says is about usage.
  private static func exitAsParserSays(_ error: any Error) -> Never {
    guard exitCode(for: error) != .success else { exit(withError: error) }
    Terminal.complain(fullMessage(for: error))
    // A query may begin with -, as in 农业 -保险, which the parser takes for options.
    if let word = CommandLine.arguments.dropFirst().prefix(while: { $0 != "--" }).first(where: isExclusion) {
      Terminal.complain(
        "note: \(word) was read as an option: write -- before a query with such a word, behind all options")
    }
    Foundation.exit(ExitStatus.usage.rawValue)
  }
}
