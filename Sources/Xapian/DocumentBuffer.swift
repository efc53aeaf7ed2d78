// A document on its way into the index, packed flat so that it crosses into C++ in one call.

internal import CXapian

/// Collects a document's data, values and terms.
///
/// Keep one and `reset()` it for each document: its memory is then allocated once. Terms handed over in byte order
/// with ascending positions are fastest; neither is required. A term appended twice adds up its wdf and positions.
public struct DocumentBuffer {
  private var data: [UInt8] = []
  private var postings: [cxapian_posting] = []
  private var termBytes: [UInt8] = []
  private var positions: [UInt32] = []
  private var values: [cxapian_value] = []
  private var valueBytes: [UInt8] = []

  /// A document without terms, values and data.
  public init() {}

  /// Empties the buffer for the next document.
  public mutating func reset(keepingCapacity: Bool = true) {
    data.removeAll(keepingCapacity: keepingCapacity)
    postings.removeAll(keepingCapacity: keepingCapacity)
    termBytes.removeAll(keepingCapacity: keepingCapacity)
    positions.removeAll(keepingCapacity: keepingCapacity)
    values.removeAll(keepingCapacity: keepingCapacity)
    valueBytes.removeAll(keepingCapacity: keepingCapacity)
  }

  /// Sets the bytes stored with the document.
  public mutating func setData(_ bytes: some Bytes) {
    data.removeAll(keepingCapacity: true)
    bytes.withBytes { data.append(contentsOf: $0) }
  }

  /// Sets the bytes in a value slot; of two for the same slot the later counts, empty bytes remove it.
  public mutating func setValue(_ slot: UInt32, _ bytes: some Bytes) {
    bytes.withBytes {
      values.append(cxapian_value(slot: slot, size: UInt32($0.count)))
      valueBytes.append(contentsOf: $0)
    }
  }

  /// Appends a term without positions.
  ///
  /// A term of more than 245 bytes (Xapian's limit; zero bytes count twice) makes `WritableDatabase.add` fail with
  /// `invalidUse`.
  ///
  /// - Parameter wdf: what the term counts in ranking; 0 for a filter.
  @inlinable
  public mutating func append(_ term: some Bytes, wdf: UInt32) {
    term.withBytes { pack($0, wdf: wdf, positions: UnsafeBufferPointer(start: nil, count: 0)) }
  }

  /// Appends a term with positions.
  ///
  /// - Parameters:
  ///   - wdf: what the term counts in ranking, whatever the number of positions; 0 for phrases only.
  ///   - positions: where phrases find the term, counted from 0; any number. (The database has them one higher.)
  @inlinable
  public mutating func append(_ term: some Bytes, wdf: UInt32, positions: [UInt32]) {
    term.withBytes { term in positions.withUnsafeBufferPointer { pack(term, wdf: wdf, positions: $0) } }
  }

  /// Appends a term with positions that stand in somebody's buffer.
  @inlinable
  public mutating func append(_ term: some Bytes, wdf: UInt32, positions: UnsafeBufferPointer<UInt32>) {
    term.withBytes { pack($0, wdf: wdf, positions: positions) }
  }

  /// The one way in. It is not generic, and its callers are inlinable, so that no term passes through a witness table.
  @usableFromInline
  mutating func pack(
    _ term: UnsafeBufferPointer<UInt8>, wdf: UInt32, positions: UnsafeBufferPointer<UInt32>
  ) {
    postings.append(
      cxapian_posting(term_size: UInt32(term.count), wdf: wdf, position_count: UInt32(positions.count)))
    termBytes.append(contentsOf: term)
    if positions.count > 0 { self.positions.append(contentsOf: positions) }
  }

  /// Lends everything for one call of the shim.
  func withDocument<Result>(_ body: (UnsafePointer<cxapian_document>) -> Result) -> Result {
    data.withView { data in
      termBytes.withView { terms in
        valueBytes.withView { valueBytes in
          postings.withUnsafeBufferPointer { postings in
            positions.withUnsafeBufferPointer { positions in
              values.withUnsafeBufferPointer { values in
                var document = cxapian_document(
                  data: data, postings: postings.baseAddress, posting_count: postings.count, terms: terms,
                  positions: positions.baseAddress, position_count: positions.count, values: values.baseAddress,
                  value_count: values.count, value_bytes: valueBytes)
                return body(&document)
              }
            }
          }
        }
      }
    }
  }
}
