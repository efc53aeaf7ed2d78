// What the measures take from a repair: the one place that knows the shape of Ingestion's answer.

internal import Archive
public import Ingestion

/// A repaired text with the place of each of its code points in the source.
public struct RepairOutcome: Sendable {
  /// A recorded repair.
  public struct Edit: Hashable, Sendable {
    public let rule: String
    public let line: Int
    public let column: Int
    public let before: String
    public let after: String
  }

  /// Paragraphs separated by LF.
  public let scalars: [Unicode.Scalar]
  /// For each of ``scalars`` the source's code point that it was made from; -1 for what repair put in.
  public let sourceOffsets: [Int32]
  /// The recorded repairs; none as long as `RepairedText` records none.
  public let edits: [Edit]

  /// An outcome whose parts are known.
  public init(scalars: [Unicode.Scalar], sourceOffsets: [Int32], edits: [Edit] = []) {
    self.scalars = scalars
    self.sourceOffsets = sourceOffsets
    self.edits = edits
  }

  /// - Parameter source: what was repaired, with LF as line ends.
  public init(_ repaired: RepairedText, of source: [Unicode.Scalar]) {
    scalars = Array(repaired.text.unicodeScalars)
    let finder = LineFinder(source)
    var offsets = [Int32](repeating: -1, count: scalars.count)
    let segments = repaired.spans.segments
    for (index, segment) in segments.enumerated() {
      let end = index + 1 < segments.count ? Int(segments[index + 1].textOffset) : scalars.count
      for offset in Int(segment.textOffset)..<end where scalars[offset] != "\n" {
        let column = Int(segment.column) + offset - Int(segment.textOffset)
        let found = finder.offset(of: SourcePosition(line: Int(segment.line), column: column))
        offsets[offset] = found.map { Int32($0) } ?? -1
      }
    }
    sourceOffsets = offsets
    edits = []
  }

  /// Repairs a source whose lines end with LF.
  public static func repairing(_ source: [Unicode.Scalar]) -> RepairOutcome {
    RepairOutcome(Repairer().repair(SourceText(wholeSource: source)), of: source)
  }
}
