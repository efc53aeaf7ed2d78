// How answers for people are shown: colours, width, pager.

internal import ArgumentParser
internal import Foundation

/// When answers are coloured.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto
  case always
  case never
}

/// How a command shows text to people.
struct DisplayOption: ParsableArguments {
  @Option(help: "When to colour: auto is on a terminal, unless NO_COLOR is set.")
  var color = ColorChoice.auto
  @Flag(
    name: .customLong("no-pager"),
    help: "Print at once. On a terminal text goes through $SUOYIN_PAGER, else $PAGER, else less -FRX.")
  var noPager = false

  /// Whether answers are coloured.
  var isColoured: Bool {
    switch color {
    case .auto: Terminal.isColoured
    case .always: true
    case .never: false
    }
  }

  /// Prints lines, through the pager where there is a terminal.
  func show(_ lines: String) {
    guard !noPager, Terminal.isInteractive, Pager.show(lines) else { return print(lines, terminator: "") }
  }
}
