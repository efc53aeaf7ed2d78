// A span map leads every code point back, and survives storage.

import Archive
import TestSupport
import Testing

@Suite("span map")
struct SpanMapTests {
  @Test("a code point within a segment keeps in step with its line")
  func position() {
    var map = SpanMap()
    map.append(textOffset: 0, line: 3, column: 2)
    map.append(textOffset: 5, line: 5, column: 1)
    #expect(map.position(at: 0) == SourcePosition(line: 3, column: 2))
    #expect(map.position(at: 4) == SourcePosition(line: 3, column: 6))
    #expect(map.position(at: 5) == SourcePosition(line: 5, column: 1))
    #expect(map.position(at: 9) == SourcePosition(line: 5, column: 5))
  }

  @Test("the map of an empty text leads nowhere")
  func empty() { #expect(SpanMap().position(at: 0) == nil) }

  @Test("a segment that goes on in step is not stored twice")
  func inStep() {
    var map = SpanMap()
    map.append(textOffset: 0, line: 1, column: 1)
    map.append(textOffset: 4, line: 1, column: 5)
    #expect(map.segments.count == 1)
  }

  @Test("a segment replaces one that begins at the same place")
  func replaced() {
    var map = SpanMap()
    map.append(textOffset: 0, line: 1, column: 1)
    map.append(textOffset: 0, line: 7, column: 2)
    #expect(map.segments.count == 1)
    #expect(map.position(at: 1) == SourcePosition(line: 7, column: 3))
  }

  @Test("a map comes back from its bytes", arguments: 0..<100 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    let map = randomMap(seed: seed)
    var writer = ByteWriter()
    map.encode(into: &writer)
    var reader = ByteReader(writer.bytes)
    #expect(try SpanMap(from: &reader) == map)
    #expect(reader.isAtEnd)
  }

  @Test("bytes cut off or changed anywhere give a lawful map or an error", arguments: 0..<200 as Range<UInt64>)
  func damaged(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var writer = ByteWriter()
    randomMap(seed: seed).encode(into: &writer)
    var bytes = writer.bytes
    for _ in 0..<3 {
      bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: .min ... .max, using: &generator)
    }
    check(Array(bytes.prefix(Int.random(in: 1...bytes.count, using: &generator))))
    check([UInt8].random(count: 40, using: &generator))
  }

  private func check(_ bytes: [UInt8]) {
    var reader = ByteReader(bytes)
    guard let map = try? SpanMap(from: &reader) else { return }
    #expect(map.segments.first.map(\.textOffset) ?? 0 == 0)
    #expect(zip(map.segments, map.segments.dropFirst()).allSatisfy { $0.textOffset < $1.textOffset })
    #expect(map.segments.allSatisfy { $0.line >= 1 && $0.column >= 1 })
    #expect(map.segments.isEmpty == (map.position(at: Int(Int32.max)) == nil))
  }

  private func randomMap(seed: UInt64) -> SpanMap {
    var generator = SeededGenerator(seed: seed)
    var map = SpanMap()
    var offset = 0
    for _ in 0..<Int.random(in: 1...50, using: &generator) {
      map.append(
        textOffset: offset, line: Int.random(in: 1...10_000, using: &generator),
        column: Int.random(in: 1...200, using: &generator))
      offset += Int.random(in: 1...400, using: &generator)
    }
    return map
  }
}
