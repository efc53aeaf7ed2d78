// The way back from repaired text to the source: every code point's line and column.

/// A place in a source.
public struct SourcePosition: Hashable, Sendable, Codable {
  /// Line, counted from 1; lines end at LF, CR LF or CR.
  public let line: Int
  /// Code point within the line, counted from 1.
  public let column: Int

  /// A place in a source.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Maps every code point of a repaired text to its place in the source.
///
/// Repair moves stretches of a line, hardly ever single characters, so the map is a list of segments: from
/// `textOffset` on, the text runs in step with `line` from `column` on, until the next segment begins. A code point
/// that repair inserted (a paragraph's end) continues the segment before it, and thus maps to the place just behind
/// the last character read. Law: segments increase strictly in `textOffset` and the first begins at 0.
public struct SpanMap: Hashable, Sendable {
  /// A stretch of text in step with one source line. Offsets and columns count code points.
  public struct Segment: Hashable, Sendable {
    /// Where it begins in the text, counted from 0.
    public let textOffset: Int32
    /// Source line, counted from 1.
    public let line: Int32
    /// Column of its first code point, counted from 1.
    public let column: Int32
  }

  /// The segments, in order of the text.
  public private(set) var segments: [Segment] = []

  /// A map of an empty text.
  public init() {}

  /// Begins a new segment at `textOffset`, unless the last one already leads there.
  ///
  /// A segment that begins where the last one does replaces it.
  public mutating func append(textOffset: Int, line: Int, column: Int) {
    precondition(textOffset >= 0 && line >= 1 && column >= 1, "offsets count from 0, lines and columns from 1")
    if let last = segments.last {
      precondition(last.textOffset <= textOffset, "segments are appended in the order of the text")
      if last.textOffset == textOffset { segments.removeLast() }
    } else {
      precondition(textOffset == 0, "the first segment begins with the text")
    }
    if let last = segments.last, last.line == line, Int(last.column) + textOffset - Int(last.textOffset) == column {
      return
    }
    segments.append(Segment(textOffset: Int32(textOffset), line: Int32(line), column: Int32(column)))
  }

  /// The place in the source of a code point.
  ///
  /// - Parameter codePointOffset: counted from 0; may equal the length of the text.
  /// - Returns: `nil` only for the map of an empty text.
  public func position(at codePointOffset: Int) -> SourcePosition? {
    guard let index = segmentIndex(at: codePointOffset) else { return nil }
    let segment = segments[index]
    return SourcePosition(
      line: Int(segment.line), column: Int(segment.column) + codePointOffset - Int(segment.textOffset))
  }

  /// The segment that a code point lies in, as an index into ``segments``; `nil` only for the map of an empty text.
  ///
  /// - Parameter codePointOffset: counted from 0; what lies behind the text belongs to the last segment.
  public func segmentIndex(at codePointOffset: Int) -> Int? {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if Int(segments[middle].textOffset) <= codePointOffset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}

extension SpanMap {
  /// The source lines of a stretch of text, in the order in which it uses them, each once in a row.
  ///
  /// - Parameter codePoints: offsets into the text.
  public func lines(of codePoints: Range<Int>) -> [Int] {
    var lines: [Int] = []
    let first = segmentIndex(at: codePoints.lowerBound) ?? 0
    for segment in segments[first...].prefix(while: { Int($0.textOffset) < codePoints.upperBound }) {
      if lines.last != Int(segment.line) { lines.append(Int(segment.line)) }
    }
    return lines
  }
}

extension SpanMap {
  /// Writes the map as variable-length differences; about four bytes a segment.
  public func encode(into writer: inout ByteWriter) {
    writer.write(unsigned: UInt64(segments.count))
    var previous = Segment(textOffset: 0, line: 0, column: 0)
    for segment in segments {
      writer.write(unsigned: UInt64(segment.textOffset - previous.textOffset))
      writer.write(signed: Int64(segment.line - previous.line))
      writer.write(unsigned: UInt64(segment.column))
      previous = segment
    }
  }

  /// Reads what ``encode(into:)`` wrote.
  ///
  /// - Throws: ``CorruptBytes`` when the bytes are not such a map.
  public init(from reader: inout ByteReader) throws(CorruptBytes) {
    var segments: [Segment] = []
    try SpanMap.forEachSegment(from: &reader) { segment in
      segments.append(segment)
      return true
    }
    self.segments = segments
  }

  /// ``position(at:)`` of an encoded map, without building the map.
  ///
  /// - Throws: ``CorruptBytes`` when the bytes up to the place are not such a map.
  public static func position(
    at codePointOffset: Int, from reader: inout ByteReader
  ) throws(CorruptBytes) -> SourcePosition? {
    var last: Segment?
    try forEachSegment(from: &reader) { segment in
      guard Int(segment.textOffset) <= codePointOffset else { return false }
      last = segment
      return true
    }
    return last.map { segment in
      SourcePosition(line: Int(segment.line), column: Int(segment.column) + codePointOffset - Int(segment.textOffset))
    }
  }

  private static func forEachSegment(
    from reader: inout ByteReader, _ body: (Segment) -> Bool
  ) throws(CorruptBytes) {
    var offset: Int64 = 0
    var line: Int64 = 0
    for index in 0..<(try reader.readCount()) {
      let step = try reader.readUnsigned()
      let lineStep = try reader.readSigned()
      let column = try reader.readUnsigned()
      guard step <= UInt64(Int32.max), column >= 1, column <= UInt64(Int32.max),
        lineStep.magnitude <= UInt64(Int32.max), index == 0 ? step == 0 : step > 0
      else { throw CorruptBytes() }
      offset += Int64(step)
      line += lineStep
      guard offset <= Int64(Int32.max), line >= 1, line <= Int64(Int32.max) else { throw CorruptBytes() }
      guard body(Segment(textOffset: Int32(offset), line: Int32(line), column: Int32(column))) else { return }
    }
  }
}
