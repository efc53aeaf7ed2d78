// corpus.json: what nightly runs index.

internal import Archive
internal import Foundation
internal import Indexing
internal import Ingestion

/// An index and the corpora that go into it.
struct CorpusConfiguration {
  /// Sources that are indexed in one run.
  struct Corpus {
    let paths: [String]
    let options: IndexingOptions
  }

  let index: String
  var jobCount: Int?
  let corpora: [Corpus]

  init(index: String, corpora: [Corpus]) {
    self.index = index
    self.corpora = corpora
  }

  /// Reads a configuration; its paths are relative to the directory it is in.
  ///
  /// - Parameter index: the index to write, given what the file says.
  /// - Throws: ``CommandFailure`` that names file, place and remedy.
  init(file: String, index: (String?) -> String) throws {
    guard let bytes = try? FileHandle(forReadingAtPath: file)?.readToEnd() else {
      throw CommandFailure(.usage, "cannot read the configuration \(file): \(String(cString: strerror(errno)))")
    }
    let stated: Stated
    do {
      stated = try JSONDecoder().decode(Stated.self, from: bytes)
    } catch {
      throw CommandFailure(.usage, "\(file): \(CorpusConfiguration.words(for: error))")
    }
    let directory = URL(fileURLWithPath: file).standardizedFileURL.deletingLastPathComponent().path
    func absolute(_ path: String) -> String { path.hasPrefix("/") ? path : directory + "/" + path }
    self.index = index(stated.index.map(absolute))
    jobCount = stated.jobs
    corpora = try stated.corpora.enumerated().map { number, corpus in
      do throws(CorpusSettings.Invalid) {
        return Corpus(paths: corpus.paths.map(absolute), options: try corpus.options())
      } catch {
        throw CommandFailure(.usage, "\(file): corpora[\(number)]: \(error.message)")
      }
    }
    guard !corpora.isEmpty, (jobCount ?? 1) >= 1 else {
      throw CommandFailure(.usage, "\(file): it has to name one of corpora at least, and jobs from 1")
    }
  }

  private static func words(for error: any Error) -> String {
    func joined(_ path: [any CodingKey]) -> String {
      path.reduce("") { $0 + ($1.intValue.map { "[\($0)]" } ?? ($0.isEmpty ? "" : ".") + $1.stringValue) }
    }
    guard let error = error as? DecodingError else { return error.localizedDescription }
    switch error {
    case .keyNotFound(let key, let context): return "\(joined(context.codingPath + [key])) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      let place = joined(context.codingPath)
      return place.isEmpty
        ? "it is not valid JSON: \(context.debugDescription)" : "\(place): \(context.debugDescription)"
    @unknown default: return error.localizedDescription
    }
  }
}

extension CorpusConfiguration {
  /// What the file says.
  private struct Stated: Decodable {
    let index: String?
    let jobs: Int?
    let corpora: [StatedCorpus]

    enum CodingKeys: String, CodingKey, CaseIterable { case index, jobs, corpora }

    init(from decoder: any Decoder) throws {
      try refuseUnknown(CodingKeys.self, decoder)
      let values = try decoder.container(keyedBy: CodingKeys.self)
      index = try values.decodeIfPresent(String.self, forKey: .index)
      jobs = try values.decodeIfPresent(Int.self, forKey: .jobs)
      corpora = try values.decode([StatedCorpus].self, forKey: .corpora)
    }
  }

  private struct StatedCorpus: Decodable {
    let paths: [String]
    private var settings = CorpusSettings()

    enum CodingKeys: String, CodingKey, CaseIterable {
      case paths, collection, include, exclude, encoding, lossy, prune, fields
      case megabytes = "max_source"
    }

    /// One value or several.
    private enum FieldValue: Decodable {
      case one(String)
      case several([String])

      init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let text = try? value.decode(String.self) {
          self = .one(text)
        } else {
          self = .several(try value.decode([String].self))
        }
      }
    }

    init(from decoder: any Decoder) throws {
      try refuseUnknown(CodingKeys.self, decoder)
      let values = try decoder.container(keyedBy: CodingKeys.self)
      paths = try values.decode([String].self, forKey: .paths)
      settings.collection = try values.decodeIfPresent(String.self, forKey: .collection)
      settings.include = try values.decodeIfPresent([String].self, forKey: .include) ?? []
      settings.exclude = try values.decodeIfPresent([String].self, forKey: .exclude) ?? []
      settings.reading.encoding = try values.decodeIfPresent(String.self, forKey: .encoding)
      settings.reading.isLossy = try values.decodeIfPresent(Bool.self, forKey: .lossy) ?? false
      settings.prunes = try values.decodeIfPresent(Bool.self, forKey: .prune) ?? false
      settings.megabytes = try values.decodeIfPresent(Int.self, forKey: .megabytes)
      let fields = try values.decodeIfPresent([String: FieldValue].self, forKey: .fields) ?? [:]
      settings.fields = fields.flatMap { name, value in
        switch value {
        case .one(let text): ["\(name)=\(text)"]
        case .several(let texts): texts.map { "\(name)=\($0)" }
        }
      }
    }

    func options() throws(CorpusSettings.Invalid) -> IndexingOptions {
      guard !paths.isEmpty, !paths.contains("") else {
        throw CorpusSettings.Invalid(message: "paths is empty, or one of them is")
      }
      return try settings.options()
    }
  }
}

/// A misspelt name must not be passed over in silence.
private func refuseUnknown<Keys: CodingKey & CaseIterable>(_ keys: Keys.Type, _ decoder: any Decoder) throws {
  let known = keys.allCases.map(\.stringValue)
  for key in try decoder.container(keyedBy: AnyKey.self).allKeys where !known.contains(key.stringValue) {
    throw DecodingError.dataCorrupted(
      .init(
        codingPath: decoder.codingPath + [key],
        debugDescription: "there is no such setting; there are \(known.sorted().joined(separator: ", "))"))
  }
}

/// Whatever name stands there.
private struct AnyKey: CodingKey {
  let stringValue: String
  let intValue: Int? = nil
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
