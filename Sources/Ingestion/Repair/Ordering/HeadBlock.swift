// The head of a document as a block of lines: number, title, salutation.

/// Lines that belong to the head of one document.
struct HeadBlock {
  let lines: Range<Int>
  /// Whether it names its document; a salutation alone does not.
  let isNamed: Bool

  /// Takes a run of head lines apart into the heads of one document each: a second title begins another head, and so
  /// does a number that a title follows.
  static func blocks(in run: Range<Int>, _ landmarks: [Landmark], titleStarts: Set<Int>) -> [HeadBlock] {
    var blocks: [HeadBlock] = []
    var start = run.lowerBound
    var hasTitle = false
    var hasSalutation = false
    func close(at end: Int) {
      guard end > start else { return }
      blocks.append(HeadBlock(lines: start..<end, isNamed: landmarks[start..<end].contains { $0 != .salutation }))
    }
    for index in run {
      let begins: Bool =
        switch landmarks[index] {
        case .number:
          hasSalutation || hasTitle && landmarks[index..<run.upperBound].first { $0 != .number } == .title
        case .title: hasSalutation || hasTitle && titleStarts.contains(index)
        default: false
        }
      if begins {
        close(at: index)
        start = index
        hasTitle = false
        hasSalutation = false
      }
      hasTitle = hasTitle || landmarks[index] == .title
      hasSalutation = hasSalutation || landmarks[index] == .salutation
    }
    close(at: run.upperBound)
    return blocks
  }
}
