// What `suoyin index --report` writes.

internal import API
internal import Archive
internal import Indexing
internal import Ingestion

extension RunSummary {
  /// All of it as JSON.
  var json: String {
    Report(
      seconds: seconds, dryRun: isPreview,
      runs: runs.map { collection, report in
        Run(
          collection: collection, generation: report.generation, added: report.added.map(\.description),
          changed: report.changed.map(\.description), removed: report.removed.map(\.description),
          gone: report.gone.map(\.description), unchanged: report.unchangedCount, read: report.readCount,
          readBytes: report.readByteCount, documents: report.documentCount, repairs: report.repairCount,
          takenOver: report.takenOverCount, ignored: report.ignoredCount, excluded: report.excludedCount,
          causes: Dictionary(uniqueKeysWithValues: report.causes.map { ($0.rawValue, $1) }),
          formerAnalyzer: report.formerAnalyzer, problems: report.problems.map(Problem.init))
      }
    ).json()
  }

  private struct Report: Encodable {
    let seconds: Double
    let dryRun: Bool
    let runs: [Run]

    enum CodingKeys: String, CodingKey {
      case seconds, runs
      case dryRun = "dry_run"
    }
  }

  private struct Run: Encodable {
    let collection: String
    let generation: String?
    let added: [String]
    let changed: [String]
    let removed: [String]
    let gone: [String]
    let unchanged: Int
    let read: Int
    let readBytes: Int
    let documents: Int
    let repairs: Int
    let takenOver: Int
    let ignored: Int
    let excluded: Int
    let causes: [String: Int]
    let formerAnalyzer: String?
    let problems: [Problem]

    enum CodingKeys: String, CodingKey {
      case collection, generation, added, changed, removed, gone, unchanged, read, documents, repairs, ignored, excluded
      case causes, problems
      case readBytes = "read_bytes"
      case takenOver = "taken_over"
      case formerAnalyzer = "former_analyzer"
    }
  }

  private struct Problem: Encodable {
    let path: String
    let source: String?
    let code: String
    let message: String
    let line: Int?
    let byteOffset: Int?
    let hint: String?

    enum CodingKeys: String, CodingKey {
      case path, source, code, message, line, hint
      case byteOffset = "byte_offset"
    }

    init(_ problem: SourceProblem) {
      path = problem.path
      source = problem.id?.description
      let finding = problem.diagnostic
      (code, message, hint) = (finding.code.rawValue, finding.message, finding.hint)
      (line, byteOffset) = (finding.line, finding.byteOffset)
    }
  }
}
