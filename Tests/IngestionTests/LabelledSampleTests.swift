// The sample gazettes against their labels: what repair makes of real kinds of damage, all together.

import Archive
import Foundation
import Testing

@testable import Ingestion

/// The part of a label file that is used here.
private struct Label: Decodable {
  struct Passage: Decodable {
    let lines: [Int]
    let clean: String
  }
  struct Mark: Decodable {
    let line: Int
    let text: String
  }
  /// `[line, text]`.
  struct Furniture: Decodable {
    let line: Int

    init(from decoder: any Decoder) throws {
      var container = try decoder.unkeyedContainer()
      line = try container.decode(Int.self)
    }
  }
  let source: String
  let passages: [Passage]
  let lookalikes: [Mark]
  let furniture: [Furniture]
  let toc: [[Int]]?
}

@Suite("repair of the labelled samples")
struct LabelledSampleTests {
  private static let corpus = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "Corpus")

  /// Labelled paragraphs that are not restored whole, and why.
  private static let known: [String: Int] = [
    // Three rows of a table wrapped inside a cell, and a paragraph that the page breaks behind a full line's semicolon.
    "linhu-gazette-2024-03.txt": 4,
    "songling-gazette-2024-01.txt": 0,
    // A character repeated at a page's end beside one that makes a word with it, and a page's end behind a sentence.
    "qinglan-policies-2019-2024.txt": 2,
  ]

  private func load(_ source: String) throws -> (label: Label, repaired: RepairedText) {
    let name = source.replacing(".txt", with: ".json")
    let label = try JSONDecoder().decode(
      Label.self, from: Data(contentsOf: Self.corpus.appending(path: "Labels/\(name)")))
    let text = try String(contentsOf: Self.corpus.appending(path: "Samples/\(source)"), encoding: .utf8)
    return (label, Repairer().repair(SourceText(wholeSource: Array(text.unicodeScalars))))
  }

  @Test("labelled passages come out character for character", arguments: known)
  func passages(source: String, knownCount: Int) throws {
    let (label, repaired) = try load(source)
    let expected = label.passages.flatMap { $0.clean.split(separator: "\n") }
    let missing = expected.filter { !repaired.text.contains($0) }
    #expect(expected.count > 50 && missing.count <= knownCount, "\(missing)")
  }

  @Test("just the labelled furniture is left out", arguments: known.keys.sorted())
  func furniture(source: String) throws {
    let (label, repaired) = try load(source)
    let text = try String(contentsOf: Self.corpus.appending(path: "Samples/\(source)"), encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let contents = (label.toc ?? []).flatMap { $0[0]...$0[1] }.filter { !lines[$0 - 1].allSatisfy(\.isWhitespace) }
    #expect(Set(repaired.furniture.map(\.line)) == Set(label.furniture.map(\.line) + contents))
  }

  @Test("a repaired sample is repaired already", arguments: known.keys.sorted())
  func idempotent(source: String) throws {
    let text = try load(source).repaired.text
    #expect(Repairer().repair(SourceText(wholeSource: Array(text.unicodeScalars))).text == text)
  }

  @Test("what only looks damaged stays as it is", arguments: known.keys.sorted())
  func lookalikes(source: String) throws {
    let (label, repaired) = try load(source)
    let han = repaired.text.unicodeScalars.filter(\.isHan)
    let text = String(String.UnicodeScalarView(han))
    for mark in label.lookalikes {
      let kept = String(String.UnicodeScalarView(mark.text.unicodeScalars.filter(\.isHan)))
      #expect(text.contains(kept), "line \(mark.line): \(mark.text)")
    }
  }
}
