// Clean texts to damage and to repair: a file of records, or the clean passages in the labels of the samples.

internal import DamageSupport
internal import Foundation
internal import TestSupport

/// One clean text.
struct CleanText {
  let title: String
  let paragraphs: [String]

  /// How long it is, in code points.
  var count: Int { paragraphs.reduce(0) { $0 + $1.unicodeScalars.count } }

  /// The text as it is, a paragraph a line.
  var document: CleanDocument {
    CleanDocument([CleanParagraph(.title, title)] + paragraphs.map { CleanParagraph(.body, $0) })
  }
}

/// Reads clean texts.
enum CleanTexts {
  /// - Parameter path: JSON Lines with `title` and `text`, or a folder of labels with `passages`.
  static func read(_ path: String) throws -> [CleanText] {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw BenchmarkError(description: "there is no \(path)")
    }
    let texts = isDirectory.boolValue ? try labels(path) : try records(path)
    guard !texts.isEmpty else { throw BenchmarkError(description: "\(path) holds no clean texts") }
    return texts
  }

  /// About so many code points of the texts, taken evenly from all of them.
  static func sample(_ texts: [CleanText], codePointCount: Int) -> [CleanText] {
    let total = texts.reduce(0) { $0 + $1.count }
    let step = max(1, total / max(codePointCount, 1))
    return stride(from: 0, to: texts.count, by: step).map { texts[$0] }
  }

  private struct Record: Decodable {
    let title: String?
    let text: String
  }

  private static func records(_ path: String) throws -> [CleanText] {
    let decoder = JSONDecoder()
    return try String(contentsOfFile: path, encoding: .utf8).utf8.split(separator: UInt8(ascii: "\n")).map { line in
      let record = try decoder.decode(Record.self, from: Data(line))
      return CleanText(title: record.title ?? "", paragraphs: paragraphs(record.text))
    }
  }

  private struct Label: Decodable {
    struct Document: Decodable {
      let id: String
      let title: String?
    }
    struct Passage: Decodable {
      let docs: [String]
      let clean: String
    }
    let documents: [Document]
    let passages: [Passage]
  }

  private static func labels(_ path: String) throws -> [CleanText] {
    let names = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".json") }.sorted()
    return try names.flatMap { name in
      let data = try Data(contentsOf: URL(fileURLWithPath: path + "/" + name))
      let label = try JSONDecoder().decode(Label.self, from: data)
      return label.documents.map { document in
        let passages = label.passages.filter { $0.docs.first == document.id }
        return CleanText(title: document.title ?? "", paragraphs: passages.flatMap { paragraphs($0.clean) })
      }
    }.filter { !$0.paragraphs.isEmpty }
  }

  /// Lines without the Markdown that collections of texts mark their heads with.
  private static func paragraphs(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map { line in
      String(line.drop { $0 == "#" || $0 == " " }).replacingOccurrences(of: "**", with: "")
    }.filter { line in line.contains { !$0.isWhitespace } }
  }
}

/// Makes damaged sources of clean texts, the same ones in every run.
struct DamagedSources {
  /// Texts that one source holds: an issue of a gazette has about so many.
  private static let textsPerSource = 6

  let sources: [DamagedSource]

  init(_ texts: [CleanText]) {
    var random = SeededGenerator(seed: 20_240_501)
    let generator = DamageGenerator()
    sources = stride(from: 0, to: texts.count, by: DamagedSources.textsPerSource).map { start in
      let documents = texts[start..<min(start + DamagedSources.textsPerSource, texts.count)].flatMap {
        NoticeWriter().documents(title: $0.title, paragraphs: $0.paragraphs, random: &random)
      }
      return generator.damage(documents, seed: random.next())
    }
  }

  /// All sources as one, in UTF-8.
  var bytes: [UInt8] { sources.flatMap { Array($0.text.utf8) } }
}
