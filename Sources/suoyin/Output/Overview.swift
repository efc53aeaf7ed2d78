// What commands say of themselves, so that the parser can fit it to the terminal.

internal import ArgumentParser

extension CommandConfiguration {
  /// A command.
  ///
  /// - Parameter overview: paragraphs, in lines of any length: the parser wraps every line by itself, so that those of a
  ///   paragraph become one. What is indented stays as it is.
  init(
    commandName: String, abstract: String, overview: String, version: String = "",
    subcommands: [any ParsableCommand.Type] = []
  ) {
    var lines: [Substring] = []
    func isRunning(_ line: Substring) -> Bool { !line.isEmpty && !line.hasPrefix(" ") }
    for line in overview.split(separator: "\n", omittingEmptySubsequences: false) {
      if let last = lines.last, isRunning(last), isRunning(line) {
        lines[lines.count - 1] = last + " " + line
      } else {
        lines.append(line)
      }
    }
    self.init(
      commandName: commandName, abstract: abstract, discussion: lines.joined(separator: "\n"), version: version,
      subcommands: subcommands)
  }
}
