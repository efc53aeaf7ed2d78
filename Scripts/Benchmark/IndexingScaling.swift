// How indexing grows: memory with the corpus, wall time with the workers.

internal import Foundation
internal import Ingestion

/// Indexes parts and multiples of a corpus of many files, each time in a process of its own.
struct IndexingScaling {
  /// What a run may take besides its sources, and for each byte of the largest source of each worker.
  private static let fixedBytes = 400_000_000
  private static let bytesPerSourceByte = 12
  private static let jobCount = 2

  let text: String
  let directory: String

  func measureMemory() throws {
    print("peak of resident memory while a corpus is indexed by \(IndexingScaling.jobCount) workers")
    var table = Table("", "MB", "largest source, MB", "peak MB", "may be")
    let files = try CorpusFiles(text)
    let sources = directory + "/sources"
    for (name, quarters) in [("a quarter, as files", 1), ("a half", 2), ("the whole", 4), ("twice the whole", 8)] {
      let (byteCount, largest) = try files.write(quarters: quarters, to: sources)
      try add(name, sources, byteCount, largest, to: &table)
    }
    try removeIfPresent(sources)
    let attributes = try FileManager.default.attributesOfItem(atPath: text)
    if attributes[.type] as? FileAttributeType == .typeRegular, let size = attributes[.size] as? Int {
      try add("the whole, as it is", text, size, size, to: &table)
    }
    table.print()
    print("")
  }

  private func add(_ name: String, _ sources: String, _ byteCount: Int, _ largest: Int, to table: inout Table) throws {
    let peak = try PeakMemory.ofIndexing(sources, jobCount: IndexingScaling.jobCount, directory: directory)
    let bound = IndexingScaling.fixedBytes + IndexingScaling.bytesPerSourceByte * largest * IndexingScaling.jobCount
    table.add(name, megabytes(byteCount), megabytes(largest), megabytes(peak), megabytes(bound))
  }

  private func megabytes(_ bytes: Int) -> String { (Double(bytes) / 1e6).rounded(places: 1) }

  /// Wall time by the number of workers, of JSON Lines also as they are.
  func measureJobs(rounds: Int) throws {
    let sources = directory + "/sources"
    let (byteCount, _) = try CorpusFiles(text).write(quarters: 4, to: sources)
    try measureJobs(sources, "\(megabytes(byteCount)) MB as files", rounds: rounds)
    try removeIfPresent(sources)
    if SourceFormat(path: text) == .jsonLines { try measureJobs(text, "the same as it is", rounds: rounds) }
  }

  /// One number after the other, so that disturbances meet both.
  private func measureJobs(_ text: String, _ name: String, rounds: Int) throws {
    var seconds: [[Double]] = [[], []]
    for _ in 0..<rounds {
      for jobCount in 1...2 {
        let measurement = IndexingMeasurement(text: text, directory: directory, jobCount: jobCount)
        seconds[jobCount - 1].append(try measuring(measurement.build).cost.wallSeconds)
      }
    }
    let medians = seconds.map { Percentiles($0).median }
    print("wall time of indexing \(name); median of \(rounds)")
    var table = Table("workers", "s", "times as fast")
    for (index, median) in medians.enumerated() {
      table.add(String(index + 1), median.rounded(places: 2), (medians[0] / median).rounded(places: 2))
    }
    table.print()
    print("")
  }
}
