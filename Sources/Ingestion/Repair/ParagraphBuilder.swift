// Puts pieces of the source together to the repaired text and keeps the way back.

import Archive

/// Replays a draft's changes on its source, piece by piece.
///
/// Everything in the result was copied from the source except what a change put there, the LF between paragraphs and
/// the space between words, so the law that nothing is lost or invented rests on this type alone.
struct ParagraphBuilder {
  private let source: SourceText
  private let changes: [Change]
  /// Where the text goes, without a copy of it as code points between.
  private var writer: UTF8Writer
  /// Code points of the text so far.
  private var count = 0
  private var spans = SpanMap()
  private var paragraphs: [RepairedParagraph] = []
  private var edits: [Edit] = []
  private var paragraphStart = 0
  private var lines: [ClosedRange<Int>] = []
  /// What the open paragraph's first piece was.
  private var kind = ParagraphKind.text
  /// The segment of the source's map that was looked up last.
  private var segment = 0
  /// The change behind those that were replayed last.
  private var nextChange = 0
  /// Whether a space is due before the next code point.
  private var isSpaceDue = false

  /// The text that pieces of a source make.
  ///
  /// - Parameters:
  ///   - draft: settled.
  ///   - pieces: no two of them hold the same code point.
  static func build(_ draft: Draft, _ pieces: [Piece], furniture: [FurnitureLine]) -> RepairedText {
    // Everything is written once, with a separator for each piece and each change that ends a paragraph.
    let capacity =
      UTF8Writer.byteCount(of: draft.source.scalars) + pieces.count
      + draft.changes.reduce(0) { $0 + UTF8Writer.byteCount(of: $1.replacement) }
    var paragraphs: [RepairedParagraph] = []
    var edits: [Edit] = []
    var spans = SpanMap()
    let text = String(unsafeUninitializedCapacity: capacity) { target in
      var builder = ParagraphBuilder(draft, writer: UTF8Writer(target))
      builder.append(pieces)
      (paragraphs, edits, spans) = (builder.paragraphs, builder.edits, builder.spans)
      return builder.writer.byteCount
    }
    return RepairedText(text: text, spans: spans, paragraphs: paragraphs, edits: edits, furniture: furniture)
  }

  private init(_ draft: Draft, writer: UTF8Writer) {
    source = draft.source
    changes = draft.changes
    self.writer = writer
    edits.reserveCapacity(changes.count)
  }

  private mutating func append(_ pieces: [Piece]) {
    paragraphs.reserveCapacity(pieces.count { $0.seam == .end } + 1)
    for piece in pieces {
      append(piece)
      switch piece.seam {
      case .join: break
      case .space: appendSpace()
      case .end: endParagraph()
      }
    }
    endParagraph()
  }

  /// Appends a stretch of one line of the source to the open paragraph, with the changes that fall into it.
  private mutating func append(_ piece: Piece) {
    let range = piece.range
    if lines.isEmpty { kind = piece.kind }
    var start = range.lowerBound
    var index = firstChange(from: start)
    while index < changes.count, changes[index].range.upperBound <= range.upperBound,
      changes[index].range.lowerBound < range.upperBound
    {
      let change = changes[index]
      copy(start..<change.range.lowerBound)
      replay(change)
      start = change.range.upperBound
      index += 1
    }
    copy(start..<range.upperBound)
    nextChange = index
  }

  /// Appends a space between two pieces of the open paragraph.
  private mutating func appendSpace() { isSpaceDue = !lines.isEmpty }

  /// Ends the open paragraph.
  private mutating func endParagraph() {
    isSpaceDue = false
    guard !lines.isEmpty else { return }
    paragraphs.append(RepairedParagraph(range: paragraphStart..<count, lines: lines, kind: kind))
    lines = []
  }
}

extension ParagraphBuilder {
  /// The first change that begins at or behind an offset.
  private func firstChange(from offset: Int) -> Int {
    // Nearly all pieces follow the one before.
    if nextChange == changes.count || changes[nextChange].range.lowerBound >= offset,
      nextChange == 0 || changes[nextChange - 1].range.lowerBound < offset
    {
      return nextChange
    }
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func copy(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    open(range)
    source.scalars.withUnsafeBufferPointer { writer.append(UnsafeBufferPointer(rebasing: $0[range])) }
    count += range.count
  }

  private mutating func write(_ scalars: some Collection<Unicode.Scalar>) {
    writer.append(scalars)
    count += scalars.count
  }

  private mutating func replay(_ change: Change) {
    let position = position(of: change.range.lowerBound)
    edits.append(
      Edit(
        rule: change.rule, position: position, before: String(scalars: source.scalars[change.range]),
        after: String(scalars: change.replacement[...]), confidence: change.confidence,
        // The LF before a paragraph, or the space that is due, comes first.
        textOffset: count + (isSeparatorDue ? 1 : 0)))
    guard !change.replacement.isEmpty else { return }
    open(change.range.isEmpty ? change.range.lowerBound..<change.range.lowerBound + 1 : change.range)
    write(change.replacement)
  }

  private var isSeparatorDue: Bool { isSpaceDue || lines.isEmpty && !paragraphs.isEmpty }

  /// Makes ready for code points that stand at a stretch of the source.
  private mutating func open(_ range: Range<Int>) {
    if isSeparatorDue { write(CollectionOfOne(isSpaceDue ? " " : "\n")) }
    isSpaceDue = false
    if lines.isEmpty { paragraphStart = count }
    let shift = count - range.lowerBound
    note(position(of: range.lowerBound), at: count)
    let segments = source.origins.segments
    while segment + 1 < segments.count, segments[segment + 1].textOffset < range.upperBound {
      segment += 1
      let next = segments[segment]
      note(SourcePosition(line: Int(next.line), column: Int(next.column)), at: Int(next.textOffset) + shift)
    }
  }

  /// The place of a code point of the text under repair.
  private mutating func position(of offset: Int) -> SourcePosition {
    guard let found = source.origins.segment(at: offset, near: segment) else {
      return SourcePosition(line: 1, column: 1)
    }
    segment = found
    let first = source.origins.segments[found]
    return SourcePosition(line: Int(first.line), column: Int(first.column) + offset - Int(first.textOffset))
  }

  private mutating func note(_ position: SourcePosition, at textOffset: Int) {
    spans.append(textOffset: textOffset, line: position.line, column: position.column)
    noteLine(position.line)
  }

  private mutating func noteLine(_ line: Int) {
    if let last = lines.last, last.upperBound == line || last.upperBound + 1 == line {
      lines[lines.count - 1] = last.lowerBound...line
    } else {
      lines.append(line...line)
    }
  }
}
