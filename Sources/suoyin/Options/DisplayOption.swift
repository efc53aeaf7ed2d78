// How answers for people are shown: colours, width, pager.

internal import ArgumentParser
internal import Foundation

/// When answers are coloured.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto
  case always
  case never
}

/// Whether a command colours what it shows to people.
struct ColorOption: ParsableArguments {
  @Option(help: "When to colour: auto is on a terminal, unless NO_COLOR is set.")
  var color = ColorChoice.auto

  /// Whether answers are coloured.
  var isColoured: Bool {
    switch color {
    case .auto: Terminal.isColoured
    case .always: true
    case .never: false
    }
  }
}

/// Whether what a command shows to people goes through a pager.
struct PagerOption: ParsableArguments {
  @Flag(
    name: .customLong("no-pager"),
    help: "Print at once. On a terminal text goes through $SUOYIN_PAGER, else $PAGER, else less -FRX.")
  var noPager = false

  /// Prints lines, through the pager where there is a terminal.
  func show(_ lines: String) {
    guard !noPager, Terminal.isInteractive, Pager.show(lines) else { return print(lines, terminator: "") }
  }
}
