// A file of queries, one a line.

internal import API
internal import Foundation

/// One line of a file of queries.
struct QueryLine: Decodable {
  let id: String
  let q: String
  let filters: [Filter]

  init(id: String, q: String) {
    self.id = id
    self.q = q
    filters = []
  }

  enum CodingKeys: String, CodingKey {
    case id, q
    case filters = "filter"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    filters = try QueryLine.filters(in: container)
    q =
      filters.isEmpty
      ? try container.decode(String.self, forKey: .q) : try container.decodeIfPresent(String.self, forKey: .q) ?? ""
  }

  /// A single filter need not be an array, as with the daemon.
  private static func filters(in container: KeyedDecodingContainer<CodingKeys>) throws -> [Filter] {
    guard container.contains(.filters) else { return [] }
    if let single = try? container.decode(Filter.self, forKey: .filters) { return [single] }
    return try container.decode([Filter].self, forKey: .filters)
  }

  /// Reads a file of queries, or standard input for `-`.
  static func read(_ path: String) throws -> [QueryLine] {
    guard
      let bytes = path == "-"
        ? FileHandle.standardInput.readDataToEndOfFile() : FileManager.default.contents(atPath: path)
    else { throw CommandFailure(.usage, "cannot read \(path)") }
    var lines: [QueryLine] = []
    for (number, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      guard let decoded = try? JSONDecoder().decode(QueryLine.self, from: Data(line)) else {
        throw CommandFailure(.usage, "\(path):\(number + 1): not a query: expected {\"id\":\"…\",\"q\":\"…\"}")
      }
      lines.append(decoded)
    }
    return lines
  }
}
