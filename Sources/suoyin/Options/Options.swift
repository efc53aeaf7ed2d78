// Options that several commands share.

internal import API
internal import ArgumentParser
internal import Ingestion

/// Which index a command works on.
struct IndexOption: ParsableArguments {
  @Option(
    name: .customLong("index"),
    help: ArgumentHelp("The index directory. [default: $SUOYIN_INDEX, else ./Index]", valueName: "dir"),
    completion: .directory)
  var directory: String?

  /// The directory the user means.
  var path: String { path(orElse: nil) }

  /// The directory the user means.
  ///
  /// - Parameter configured: what a configuration says; it goes before what the environment says.
  func path(orElse configured: String?) -> String {
    if let directory, !directory.isEmpty { return directory }
    if let configured, !configured.isEmpty { return configured }
    if let named = Terminal.environment("SUOYIN_INDEX"), !named.isEmpty { return named }
    return "Index"
  }
}

/// How the bytes of sources are taken.
struct ReadingOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The encoding that sources are in, by a name that ICU knows. [default: each source's bytes tell]",
      valueName: "name"))
  var encoding: String?
  @Flag(help: "Read what cannot be decoded as U+FFFD, and say so, instead of skipping the source.")
  var lossy = false

  var options: ReadingOptions {
    var options = ReadingOptions()
    options.encoding = encoding
    options.isLossy = lossy
    return options
  }

  func validate() throws {
    guard !options.isValid else { return }
    throw ValidationError(
      "there is no encoding “\(encoding ?? "")” (GB18030, Big5, UTF-8, UTF-16LE, UTF-16BE, or another name that ICU knows)"
    )
  }
}

/// Where a command asks: an index, directly or through the daemon that serves it, or a daemon by its socket.
struct SourceOption: ParsableArguments {
  @OptionGroup var index: IndexOption
  @Option(
    help: ArgumentHelp(
      "Ask the daemon on this socket. [default: $SUOYIN_SOCKET; else the daemon that serves the index, if one does]",
      valueName: "path"))
  var socket: String?

  func validate() throws {
    if socket != nil, index.directory != nil {
      throw ValidationError("give --index or --socket, not both: a daemon serves one index")
    }
  }

  /// Opens what was named. What the command line says goes before what the environment says.
  func open() throws -> AnswerSource {
    if let socket { return try AnswerSource(socket: socket) }
    if index.directory == nil, let socket = Terminal.environment("SUOYIN_SOCKET"), !socket.isEmpty {
      return try AnswerSource(socket: socket)
    }
    return try AnswerSource(index: index.path)
  }
}

/// How `show`, `status` and `segment` print.
enum PlainFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

/// How tools print that have a table.
enum TableFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
  case csv
}

/// Whether a table begins with a byte order mark.
struct ByteOrderMarkOption: ParsableArguments {
  @Flag(help: "Begin a table with a byte order mark, without which Excel takes Chinese for another encoding.")
  var bom = false

  /// What is written first.
  var text: String { bom ? "\u{FEFF}" : "" }

  /// - Throws: where a mark is asked for in front of something else than CSV.
  func refuse(unless isCSV: Bool) throws {
    if bom, !isCSV { throw ValidationError("--bom goes with --format csv") }
  }
}

/// Reads an option that is one of some names.
func choice<Option: Choice>(_ text: String) throws -> Option {
  guard let option = Option(rawValue: text) else { throw ValidationError("there are: \(Option.names)") }
  return option
}
