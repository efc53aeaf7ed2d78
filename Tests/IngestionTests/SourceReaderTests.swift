// A file is read whole and signed, or refused with the reason.

import Archive
import Foundation
import TestSupport
import Testing

@testable import Ingestion

@Suite("source reader")
struct SourceReaderTests {
  private func file(_ directory: TemporaryDirectory, _ name: String) -> SourceFile {
    SourceFile(
      id: SourceID(path: name), root: directory.path, path: directory.path + "/" + name, byteCount: 0,
      modifiedNanoseconds: 0)
  }

  @Test("bytes, size, time and hash are those of the file")
  func read() throws {
    let directory = try TemporaryDirectory()
    try directory.write("abc", to: "a.txt")
    let found = try #require(Discovery(roots: [directory.path]).find().files.first)
    let content = try SourceReader.read(found)
    #expect(content.bytes == Array("abc".utf8))
    #expect(content.signature.byteCount == 3)
    #expect(content.signature.modifiedNanoseconds == found.modifiedNanoseconds)
    // The example of FIPS 180-4.
    #expect(content.signature.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test("an empty file has no bytes")
  func empty() throws {
    let directory = try TemporaryDirectory()
    try directory.write("", to: "a.txt")
    #expect(try SourceReader.read(file(directory, "a.txt")).bytes.isEmpty)
  }

  @Test("a file that holds more than its size said is one that changed")
  func grown() {
    let file = SourceFile(
      id: SourceID(path: "status"), root: "/proc/self", path: "/proc/self/status", byteCount: 0, modifiedNanoseconds: 0)
    let problem = #expect(throws: SourceProblem.self) { try SourceReader.read(file) }
    #expect(problem?.diagnostic.code == .unreadable && problem?.diagnostic.message.contains("changed") == true)
  }

  @Test("what cannot be read tells why")
  func refused() throws {
    let directory = try TemporaryDirectory()
    try directory.write("abc", to: "sub/a.txt")
    mkfifo(directory.path + "/pipe.txt", 0o600)
    for name in ["gone.txt", "sub", "pipe.txt"] {
      let problem = #expect(throws: SourceProblem.self) { try SourceReader.read(file(directory, name)) }
      #expect(problem?.diagnostic.code == .unreadable && problem?.id == SourceID(path: name))
    }
    let problem = #expect(throws: SourceProblem.self) {
      try SourceReader.read(file(directory, "sub/a.txt"), maximumBytes: 2)
    }
    #expect(problem?.diagnostic.code == .tooLarge)
  }
}
