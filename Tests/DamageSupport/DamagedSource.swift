// A damaged source and the truth about it.

public import Archive

/// One damage, with its place in the source and in the clean text.
public struct Damage: Hashable, Sendable {
  public let kind: DamageClass
  /// The code points of ``DamagedSource/clean`` that it touched; empty where it only put something in.
  public let clean: Range<Int>
  /// Where the source shows it first.
  public let position: SourcePosition
}

/// A damaged source, and what it was made from.
public struct DamagedSource: Sendable {
  /// A stretch of the source that stands for something else.
  public struct Change: Hashable, Sendable {
    /// Code points of the source.
    public let source: Range<Int>
    /// The clean code points in its place.
    public let clean: Range<Int>
    /// Its number in ``DamagedSource/damages``; `nil` for the page's own white space.
    public let damage: Int?
  }

  /// A stretch of a document printed in one go.
  public struct Piece: Hashable, Sendable {
    /// Code points of the source.
    public let source: Range<Int>
    /// Its clean code points.
    public let clean: Range<Int>
  }

  public let clean: CleanCollection
  public let source: [Unicode.Scalar]
  /// For each code point of the source the clean one that it stands for; -1 for what was put in.
  public let origins: [Int32]
  public let damages: [Damage]
  /// In the order of the source, none overlapping another.
  public let changes: [Change]
  /// In the order of the source.
  public let pieces: [Piece]

  /// The clean text, from the source and the recorded changes alone.
  ///
  /// Equal to the scalars of ``clean``, or the truth is none.
  public func undone() -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(clean.scalars.count)
    for piece in pieces.sorted(by: { $0.clean.lowerBound < $1.clean.lowerBound }) {
      var offset = piece.source.lowerBound
      for change in changes[firstChange(from: offset)...] {
        guard change.source.upperBound <= piece.source.upperBound else { break }
        result += source[offset..<change.source.lowerBound] + clean.scalars[change.clean]
        offset = change.source.upperBound
      }
      result += source[offset..<piece.source.upperBound]
    }
    return result
  }

  /// The first change at or behind an offset of the source.
  private func firstChange(from offset: Int) -> Int {
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].source.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The source as text.
  public var text: String { String(String.UnicodeScalarView(source)) }
}

/// Lines and columns of offsets.
struct LineFinder {
  /// Where each line begins.
  let starts: [Int]
  private let count: Int

  /// - Parameter text: a text whose lines end with LF.
  init(_ text: [Unicode.Scalar]) {
    starts = [0] + text.indices.lazy.filter { text[$0] == "\n" }.map { $0 + 1 }
    count = text.count
  }

  func position(of offset: Int) -> SourcePosition {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return SourcePosition(line: low, column: offset - starts[low - 1] + 1)
  }

  /// The offset of a place; `nil` behind the line's last code point.
  func offset(of position: SourcePosition) -> Int? {
    guard (1...starts.count).contains(position.line) else { return nil }
    let offset = starts[position.line - 1] + position.column - 1
    return offset < lineEnd(Int32(position.line)) ? offset : nil
  }

  /// The offset of the end of a line that there is.
  func lineEnd(_ line: Int32) -> Int { Int(line) < starts.count ? starts[Int(line)] - 1 : count }
}
