// The bytes of stored records: variable-length integers and counted strings.

/// Stored bytes that are not what they should be: the index is damaged.
public struct CorruptBytes: Error, Hashable {
  /// The one value.
  public init() {}
}

/// Builds a record. Integers are LEB128 (signed ones in zigzag form, as in Protocol Buffers' encoding).
public struct ByteWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []

  /// An empty record.
  public init() {}

  /// Appends an integer, 7 bits a byte.
  public mutating func write(unsigned value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Appends an integer that may be negative.
  public mutating func write(signed value: Int64) {
    write(unsigned: UInt64(bitPattern: (value << 1) ^ (value >> 63)))
  }

  /// Appends a count and that many bytes.
  public mutating func write(counted content: some Collection<UInt8>) {
    write(unsigned: UInt64(content.count))
    bytes.append(contentsOf: content)
  }

  /// Appends bytes as they are.
  public mutating func write(raw content: some Collection<UInt8>) {
    bytes.append(contentsOf: content)
  }
}

/// Takes a record apart; never reads outside of it.
public struct ByteReader: Sendable {
  private let bytes: [UInt8]
  private var position: Int

  /// A reader of a whole record.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = 0
  }

  /// Whether everything was read.
  public var isAtEnd: Bool { position == bytes.count }

  /// Reads what `write(unsigned:)` wrote.
  public mutating func readUnsigned() throws(CorruptBytes) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position < bytes.count, shift < 64 {
      let byte = bytes[position]
      position += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    throw CorruptBytes()
  }

  /// Reads what `write(signed:)` wrote.
  public mutating func readSigned() throws(CorruptBytes) -> Int64 {
    let raw = try readUnsigned()
    return Int64(bitPattern: raw >> 1) ^ -Int64(bitPattern: raw & 1)
  }

  /// Reads the count of things still to come, each at least a byte long, so that it cannot exceed what is left.
  public mutating func readCount() throws(CorruptBytes) -> Int {
    let value = try readUnsigned()
    guard value <= UInt64(bytes.count - position) else { throw CorruptBytes() }
    return Int(value)
  }

  /// Reads what `write(counted:)` wrote.
  public mutating func readCounted() throws(CorruptBytes) -> ArraySlice<UInt8> {
    let count = try readCount()
    defer { position += count }
    return bytes[position..<position + count]
  }

  /// Reads counted bytes as text; bytes that are not UTF-8 mean damage.
  public mutating func readString() throws(CorruptBytes) -> String {
    guard let text = String(validating: try readCounted(), as: UTF8.self) else { throw CorruptBytes() }
    return text
  }
}
