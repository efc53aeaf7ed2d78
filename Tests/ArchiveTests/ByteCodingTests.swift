// Stored bytes are read as they were written, and damaged ones are refused.

import Archive
import TestSupport
import Testing

@Suite("byte coding")
struct ByteCodingTests {
  @Test("an unsigned integer comes back", arguments: [0, 1, 127, 128, 300, 1 << 32, UInt64.max])
  func unsigned(value: UInt64) throws {
    var writer = ByteWriter()
    writer.write(unsigned: value)
    var reader = ByteReader(writer.bytes)
    #expect(try reader.readUnsigned() == value)
    #expect(reader.isAtEnd)
  }

  @Test("a signed integer comes back", arguments: [0, 1, -1, 63, -64, 1 << 40, Int64.max, Int64.min])
  func signed(value: Int64) throws {
    var writer = ByteWriter()
    writer.write(signed: value)
    var reader = ByteReader(writer.bytes)
    #expect(try reader.readSigned() == value)
    #expect(reader.isAtEnd)
  }

  @Test("a text comes back", arguments: ["", "a", "普惠金融\n", "\u{0}😀"])
  func text(value: String) throws {
    var writer = ByteWriter()
    writer.write(counted: Array(value.utf8))
    var reader = ByteReader(writer.bytes)
    #expect(try reader.readString() == value)
  }

  @Test("records that end too early or hold no text are refused", arguments: [[], [0x80], [3, 0x61], [1, 0xFF]])
  func damaged(bytes: [UInt8]) {
    var reader = ByteReader(bytes)
    #expect(throws: CorruptBytes.self) { try reader.readString() }
  }

  @Test("an integer of more than 64 bits is refused")
  func tooLong() {
    var reader = ByteReader([UInt8](repeating: 0x80, count: 10) + [1])
    #expect(throws: CorruptBytes.self) { try reader.readUnsigned() }
  }

  @Test("random bytes never trap a reader", arguments: 0..<200 as Range<UInt64>)
  func random(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let bytes = [UInt8].random(count: Int.random(in: 0..<64, using: &generator), using: &generator)
    var reader = ByteReader(bytes)
    while !reader.isAtEnd {
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: if (try? reader.readUnsigned()) == nil { return }
      case 1: if (try? reader.readSigned()) == nil { return }
      case 2: if (try? reader.readCounted()) == nil { return }
      default: if (try? reader.readString()) == nil { return }
      }
    }
  }
}
