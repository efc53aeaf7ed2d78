// Decides which lines go on in the next one.

struct LineJoiner {
  private let source: SourceText

  init(_ source: SourceText) { self.source = source }

  func joins(_ lines: [SourceLine]) -> [Bool] {
    [Bool](repeating: false, count: lines.count)
  }
}
