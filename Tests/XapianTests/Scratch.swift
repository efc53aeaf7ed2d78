// Small databases to test with.

import Foundation
import Testing
import Xapian

/// A directory that goes with its owner.
final class Scratch {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "xapian-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }
}

/// A document whose data is the text and whose characters stand at their positions, with wdf 1 for each.
func document(_ text: String, wdf: UInt32 = 1, values: [UInt32: String] = [:]) -> DocumentBuffer {
  var buffer = DocumentBuffer()
  buffer.setData(text)
  for (slot, value) in values { buffer.setValue(slot, value) }
  var positions: [String: [UInt32]] = [:]
  for (position, character) in text.enumerated() { positions[String(character), default: []].append(UInt32(position)) }
  for (term, places) in positions.sorted(by: { $0.key < $1.key }) {
    buffer.append(term, wdf: wdf * UInt32(places.count), positions: places)
  }
  return buffer
}

/// Writes one document a text and closes the database.
func write(_ texts: [String], to path: String) throws {
  let writer = try WritableDatabase(path: path, mode: .create, unsynced: true)
  for text in texts { try writer.add(document(text)) }
  try writer.close()
}

/// Opens a database for writing again that was closed just now.
///
/// A process that another test starts holds a copy of the lock between its fork and its exec, so the lock may outlive
/// the writer for a moment.
func reopen(_ path: String) throws -> WritableDatabase {
  var attempts = 0
  while true {
    do throws(XapianError) {
      return try WritableDatabase(path: path, mode: .open)
    } catch {
      attempts += 1
      guard error.code == .locked, attempts < 200 else { throw error }
      Thread.sleep(forTimeInterval: 0.01)
    }
  }
}

/// The docids that a query finds, best first.
func docids(_ query: Query, in database: Database) throws -> [DocID] {
  try matches(query, in: database).hits.map(\.docid)
}

/// All matches with exact totals.
func matches(_ query: Query, in database: Database) throws -> MatchSet {
  let enquire = try Enquire(database)
  try enquire.setQuery(query)
  let count = try database.documentCount
  return try enquire.matches(limit: count, checkAtLeast: count)
}

/// The characters of a text as terms.
func characters(_ text: String) -> [String] { text.map { String($0) } }

func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
