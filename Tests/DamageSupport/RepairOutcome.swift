// What the measures take from a repair: the one place that knows the shape of Ingestion's answer.

public import Archive
public import Ingestion

/// A repaired text with the place of each of its code points in the source.
public struct RepairOutcome: Sendable {
  /// Paragraphs separated by LF.
  public let scalars: [Unicode.Scalar]
  /// For each of ``scalars`` the source's code point that it was made from; -1 for what repair put in.
  public let sourceOffsets: [Int32]
  /// The recorded changes.
  public let edits: [Edit]

  /// An outcome whose parts are known.
  public init(scalars: [Unicode.Scalar], sourceOffsets: [Int32], edits: [Edit] = []) {
    self.scalars = scalars
    self.sourceOffsets = sourceOffsets
    self.edits = edits
  }

  /// What repair made of a source.
  ///
  /// - Parameter source: its code points, with LF as line ends.
  public init(_ repaired: RepairedText, of source: [Unicode.Scalar]) {
    scalars = Array(repaired.text.unicodeScalars)
    edits = repaired.edits
    let finder = LineFinder(source)
    var offsets = [Int32](repeating: -1, count: scalars.count)
    let segments = repaired.spans.segments
    for (index, segment) in segments.enumerated() {
      let end = index + 1 < segments.count ? Int(segments[index + 1].textOffset) : scalars.count
      let start = SourcePosition(line: Int(segment.line), column: Int(segment.column))
      guard let first = finder.offset(of: start) else { continue }
      let lineEnd = finder.lineEnd(segment.line)
      for offset in Int(segment.textOffset)..<end where scalars[offset] != "\n" {
        let found = first + offset - Int(segment.textOffset)
        // Behind the line's end stands only what repair put in.
        if found < lineEnd { offsets[offset] = Int32(found) }
      }
    }
    for edit in edits { RepairOutcome.place(edit, &offsets, finder) }
    sourceOffsets = offsets
  }

  /// Within a change the span map only leads to its beginning: what it kept is looked for in what stood there.
  private static func place(_ edit: Edit, _ offsets: inout [Int32], _ finder: LineFinder) {
    let before = Array(edit.before.unicodeScalars)
    let after = Array(edit.after.unicodeScalars)
    guard before.count != after.count, let start = finder.offset(of: edit.position) else { return }
    var read = 0
    for (index, scalar) in after.enumerated() where edit.textOffset + index < offsets.count {
      let found = before[read...].firstIndex { $0.folded == scalar.folded }
      offsets[edit.textOffset + index] = found.map { Int32(start + $0) } ?? -1
      if let found { read = found + 1 }
    }
  }

  /// Repairs a source whose lines end with LF.
  public static func repairing(_ source: [Unicode.Scalar]) -> RepairOutcome {
    RepairOutcome(Repairer().repair(SourceText(wholeSource: source)), of: source)
  }
}
