// The bare loops in Swift's terms.

internal import BareLoops

/// Calls the loops of BareLoops and turns their messages into errors.
enum BareLoop {
  /// Writes the documents of databases anew into `destination`, which must not exist; see `bare_index`.
  static func index(
    _ databases: [String], to destination: String, documentsPerBatch: Int, form: bare_index_form
  ) throws -> bare_index_result {
    var result = bare_index_result()
    try withPaths(databases) { paths, message, capacity in
      bare_index(paths, databases.count, destination, Int32(documentsPerBatch), form, &result, message, capacity)
    }
    return result
  }

  /// Runs a query so many times; see `bare_search`.
  ///
  /// - Returns: the microseconds of each round, and how many documents were found.
  static func search(
    _ databases: [String], query: [UInt8], k1: Double, b: Double, limit: Int, checkAtLeast: Int,
    slots: [UInt32], rounds: Int
  ) throws -> (microseconds: [Double], matchCount: Int) {
    var microseconds = [Double](repeating: 0, count: rounds)
    var matchCount: UInt32 = 0
    try withPaths(databases) { paths, message, capacity in
      bare_search(
        paths, databases.count, query, query.count, k1, b, UInt32(limit), UInt32(checkAtLeast), slots, slots.count,
        rounds,
        &microseconds, &matchCount, message, capacity)
    }
    return (microseconds, Int(matchCount))
  }

  /// Lends paths as C strings, and room for a message.
  private static func withPaths(
    _ paths: [String],
    _ body: (UnsafePointer<UnsafePointer<CChar>?>, UnsafeMutablePointer<CChar>, Int) -> Int32
  ) throws {
    let copies = paths.map { path in
      let bytes = path.utf8CString
      let copy = UnsafeMutableBufferPointer<CChar>.allocate(capacity: bytes.count)
      _ = copy.initialize(from: bytes)
      return copy
    }
    defer { copies.forEach { $0.deallocate() } }
    var message = [CChar](repeating: 0, count: 512)
    let status = copies.map { UnsafePointer($0.baseAddress) }.withUnsafeBufferPointer { pointers in
      body(pointers.baseAddress!, &message, 512)
    }
    if status != 0 {
      let text = message.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
      throw BenchmarkError(description: "bare loop: \(String(decoding: text, as: UTF8.self))")
    }
  }
}
