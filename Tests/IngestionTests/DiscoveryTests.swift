// Files are found once, under the same name whichever way leads to them.

import Archive
import Foundation
import TestSupport
import Testing

@testable import Ingestion

@Suite("discovery")
struct DiscoveryTests {
  private func ids(_ findings: Discovery.Findings) -> [String] { findings.files.map(\.id.path) }

  @Test("the ids do not depend on how the root is spelled")
  func spelling() throws {
    let directory = try TemporaryDirectory()
    try directory.write("甲", to: "Corpus/2024/公报.txt")
    try directory.write("乙", to: "Corpus/a.md")
    try directory.link("alias", to: "Corpus")
    let spellings = ["/Corpus", "/Corpus/", "/./Corpus", "/Corpus/../Corpus", "/Corpus/.", "/alias"]
    for spelling in spellings {
      let findings = Discovery(roots: [directory.path + spelling]).find()
      #expect(ids(findings) == ["2024/公报.txt", "a.md"] && findings.problems.isEmpty)
      #expect(findings.files.allSatisfy { $0.root == directory.path + "/Corpus" })
      #expect(findings.files.allSatisfy { $0.path == $0.root + "/" + $0.id.path })
    }
  }

  @Test("a root that is a file is named by its file name")
  func fileRoot() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("甲", to: "sub/a.txt")
    let file = try #require(Discovery(roots: [path], collection: "c").find().files.first)
    #expect(file.id == SourceID(collection: "c", path: "a.txt"))
    #expect(file.root == directory.path + "/sub" && file.path == path && file.byteCount == 3)
    #expect(file.modifiedNanoseconds > 0)
  }

  @Test("a relative root is taken from the working directory")
  func relativeRoot() throws {
    let current = FileManager.default.currentDirectoryPath
    let findings = Discovery(roots: ["no-such-directory"]).find()
    #expect(findings.problems.map(\.diagnostic.code) == [.unreadable])
    #expect(findings.problems.map(\.path) == ["no-such-directory"])
    let name = "discovery-\(UUID().uuidString).txt"
    try "甲".write(toFile: current + "/" + name, atomically: false, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: current + "/" + name) }
    #expect(ids(Discovery(roots: [name, "./" + name, current + "/" + name]).find()) == [name])
  }

  @Test("hidden files are skipped, files of other formats are counted, and named ones are a problem")
  func formats() throws {
    let directory = try TemporaryDirectory()
    for name in [".a.txt", ".git/b.txt", "c.txt", "d.doc", "e/f.jpg", "g"] { try directory.write("甲", to: name) }
    let findings = Discovery(roots: [directory.path]).find()
    #expect(ids(findings) == ["c.txt"] && findings.problems.isEmpty && findings.skippedCount == 3)
    let named = Discovery(roots: [directory.path + "/d.doc"]).find()
    #expect(named.files.isEmpty && named.problems.map(\.diagnostic.code) == [.unsupportedFormat])
  }

  @Test("links are followed, loops end, and a file keeps the name of its real place")
  func links() throws {
    let directory = try TemporaryDirectory()
    try directory.write("甲", to: "root/m/a.txt")
    try directory.write("乙", to: "outside/b.txt")
    try directory.link("root/m/loop", to: "..")
    try directory.link("root/a-link", to: "m")
    try directory.link("root/first.txt", to: "m/a.txt")
    try directory.link("root/out", to: directory.path + "/outside")
    try directory.link("root/self", to: "self")
    try directory.link("root/gone.txt", to: "nowhere.txt")
    let findings = Discovery(roots: [directory.path + "/root"]).find()
    #expect(ids(findings) == ["m/a.txt", "out/b.txt"])
    #expect(findings.problems.map(\.diagnostic.code) == [.unreadable])
    #expect(findings.problems.map(\.id?.path) == ["gone.txt"])
  }

  @Test("two files that would have one id are a problem that names both and the remedy")
  func collision() throws {
    let directory = try TemporaryDirectory()
    let first = try directory.write("甲", to: "one/a.txt")
    let second = try directory.write("乙", to: "two/a.txt")
    let findings = Discovery(roots: [directory.path + "/one", directory.path + "/two"]).find()
    #expect(findings.files.map(\.path) == [first])
    let problem = try #require(findings.problems.first)
    #expect(problem.diagnostic.code == .collision && problem.path == second)
    #expect(problem.diagnostic.message.contains(first) && problem.diagnostic.message.contains(second))
    #expect(problem.diagnostic.hint?.contains("--collection") == true)
  }

  @Test("a file reached from two roots is one")
  func twice() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("甲", to: "sub/a.txt")
    let findings = Discovery(roots: [directory.path, path, directory.path + "/sub"]).find()
    #expect(ids(findings) == ["sub/a.txt"] && findings.problems.isEmpty)
  }

  @Test("a file beyond the limit is a problem")
  func tooLarge() throws {
    let directory = try TemporaryDirectory()
    try directory.write("甲乙", to: "a.txt")
    let findings = Discovery(roots: [directory.path], maximumSourceBytes: 5).find()
    #expect(findings.files.isEmpty && findings.problems.map(\.diagnostic.code) == [.tooLarge])
  }

  @Test("a name that is not UTF-8 is a problem, and the rest is found")
  func invalidName() throws {
    let directory = try TemporaryDirectory()
    try directory.write("甲", to: "a.txt")
    let name = Array((directory.path + "/b").utf8).map { CChar(bitPattern: $0) } + [-1, 46, 116, 120, 116, 0]
    let file = try #require(fopen(name, "w"))
    fclose(file)
    let findings = Discovery(roots: [directory.path]).find()
    #expect(ids(findings) == ["a.txt"] && findings.problems.map(\.diagnostic.code) == [.unreadable])
    unlink(name)
  }

  @Test("a directory that may not be read is a problem", .enabled(if: geteuid() != 0, "nothing is closed to root"))
  func closedDirectory() throws {
    let directory = try TemporaryDirectory()
    try directory.write("甲", to: "closed/a.txt")
    try directory.write("乙", to: "b.txt")
    chmod(directory.path + "/closed", 0)
    defer { chmod(directory.path + "/closed", 0o755) }
    let findings = Discovery(roots: [directory.path]).find()
    #expect(ids(findings) == ["b.txt"] && findings.problems.map(\.diagnostic.code) == [.unreadable])
  }
}
