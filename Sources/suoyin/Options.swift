// Options that several commands share.

internal import ArgumentParser

/// Which index a command works on.
struct IndexOption: ParsableArguments {
  @Option(
    name: .customLong("index"),
    help: ArgumentHelp("The index directory. [default: $SUOYIN_INDEX, else ./Index]", valueName: "dir"))
  var directory: String?

  /// The directory the user means.
  var path: String {
    if let directory, !directory.isEmpty { return directory }
    if let named = Terminal.environment("SUOYIN_INDEX"), !named.isEmpty { return named }
    return "Index"
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
