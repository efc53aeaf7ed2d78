// Titles that the text itself names: 关于印发《…》的通知 says what the attachment below is called.

/// Recognises lines that are, alone or together, a title named elsewhere in 《》 or behind 印发.
struct NamedTitles {
  /// The shortest and longest name taken for a title, in characters; shorter ones are newspapers and laws by nickname.
  private static let lengths = 6...60
  /// The most lines of such a title.
  private static let mostLines = 6

  private let scalars: [Unicode.Scalar]
  private let lines: [SourceLine]
  private var names: Set<[Unicode.Scalar]> = []
  /// The first two characters of names, to pass over nearly all lines.
  private var openings: Set<UInt64> = []

  /// - Parameter known: the titles that ``TitleLines`` finds.
  init(_ scalars: [Unicode.Scalar], _ lines: [SourceLine], known: [Range<Int>]) {
    self.scalars = scalars
    self.lines = lines
    collect()
    for title in known { addIssued(title) }
  }

  /// The titles, as ranges of lines in order.
  func titles() -> [Range<Int>] {
    var titles: [Range<Int>] = []
    var index = 0
    while index < lines.count {
      if let end = titleEnd(from: index) {
        titles.append(index..<end)
        index = end
      } else {
        index += 1
      }
    }
    return titles
  }

  private func titleEnd(from start: Int) -> Int? {
    guard !names.isEmpty, canBePart(lines[start]), let opening = opening(scalars[lines[start].range]),
      openings.contains(opening)
    else {
      return nil
    }
    var text: [Unicode.Scalar] = []
    for index in start..<min(start + NamedTitles.mostLines, lines.count) {
      guard canBePart(lines[index]) else { return nil }
      text += scalars[lines[index].range].lazy.filter { !$0.isSpace }
      if names.contains(text) { return index + 1 }
      if text.count > NamedTitles.lengths.upperBound { return nil }
    }
    return nil
  }

  private func canBePart(_ line: SourceLine) -> Bool {
    !line.counts.holdsClause && line.counts.width <= LineFrame.widest
  }

  /// Names run over line ends, so the text is read through without white space.
  private mutating func collect() {
    var name: [Unicode.Scalar] = []
    var isInside = false
    let scalars = scalars
    for line in lines {
      for index in line.range {
        let scalar = scalars[index]
        if scalar == "《" || scalar == "〈" {
          name.removeAll(keepingCapacity: true)
          isInside = true
        } else if isInside, scalar == "》" || scalar == "〉" {
          add(name)
          isInside = false
        } else if isInside, !scalar.isSpace {
          if name.count < NamedTitles.lengths.upperBound { name.append(scalar) } else { isInside = false }
        }
      }
    }
  }

  /// The name between 印发 and 的通知 in a title without 《》.
  private mutating func addIssued(_ title: Range<Int>) {
    let text = title.flatMap { scalars[lines[$0].range].filter { !$0.isSpace } }
    guard let start = text.firstRange(of: NamedTitles.issuing)?.upperBound,
      text.suffix(3).elementsEqual(NamedTitles.notice), text.count - 3 > start
    else { return }
    add(Array(text[start..<text.count - 3]))
  }

  private mutating func add(_ name: [Unicode.Scalar]) {
    guard NamedTitles.lengths.contains(name.count), let opening = opening(name[...]) else { return }
    names.insert(name)
    openings.insert(opening)
  }

  private func opening(_ text: ArraySlice<Unicode.Scalar>) -> UInt64? {
    var first: Unicode.Scalar?
    for scalar in text.prefix(8) where !scalar.isSpace {
      if let first { return UInt64(first.value) << 32 | UInt64(scalar.value) }
      first = scalar
    }
    return nil
  }

  private static let issuing = Array("印发".unicodeScalars)
  private static let notice = Array("的通知".unicodeScalars)
}
