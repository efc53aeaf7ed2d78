// How values become JSON: one form for the command and the daemon.

internal import Foundation

extension Encodable {
  /// This value as JSON on one line, keys sorted so that equal answers are equal bytes.
  public func json() -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Answers hold strings, integers and finite numbers, which always encode.
    return String(decoding: try! encoder.encode(self), as: UTF8.self)
  }
}
