// Repair: its speed against ICU's word breaking, what it undoes of generated damage, what it does to clean text.

internal import Archive
internal import DamageSupport
internal import Foundation
internal import ICU
internal import Ingestion

/// Damages clean texts and repairs them.
struct RepairMeasurement {
  /// Clean text that is damaged, in code points; the rarest classes then occur some dozens of times.
  private static let codePointCount = 2_500_000

  let text: String
  let directory: String
  /// How many misses of each class are shown.
  let missCount: Int

  func run(rounds: Int) throws {
    let texts = try CleanTexts.read(text)
    let sample = CleanTexts.sample(texts, codePointCount: RepairMeasurement.codePointCount)
    let damaged = DamagedSources(sample)
    try measureSpeed(damaged.bytes, rounds: rounds)
    let tally = tally(damaged)
    RepairReport(tally: tally, textCount: sample.count, sourceCount: damaged.sources.count).print(misses: missCount)
    measureClean(texts)
  }

  private func tally(_ damaged: DamagedSources) -> RepairTally {
    var tally = RepairTally()
    for source in damaged.sources { tally += RepairMeasure.tally(source, .repairing(source.source)) }
    return tally
  }

  /// Reading and repair on one core, against word breaking of the same text in the same run.
  private func measureSpeed(_ bytes: [UInt8], rounds: Int) throws {
    let parts = [4, 2, 1].map { whole(bytes.prefix(bytes.count / $0)) }
    var seconds = [Double](repeating: .infinity, count: parts.count)
    var words = Double.infinity
    for _ in 0..<rounds {
      for (index, part) in parts.enumerated() {
        seconds[index] = min(seconds[index], measuring { repair(part) }.cost.cpuSeconds)
      }
      words = min(words, try measuring { try breakWords(bytes) }.cost.cpuSeconds)
    }
    let megabytes = Double(bytes.count) / 1e6
    Swift.print("repair of \(megabytes.rounded(places: 1)) MB of damaged text; best of \(rounds), one core")
    var table = Table("", "CPU s", "MB/CPU s", "of word breaking")
    for (name, seconds) in [("suoyin read + repair", seconds[2]), ("ICU word breaking", words)] {
      table.add(
        name, seconds.rounded(places: 3), (megabytes / seconds).rounded(places: 2),
        (words / seconds).rounded(places: 2))
    }
    table.print()
    Swift.print(
      """
        CPU s for a quarter, a half and the whole: \(seconds.map { $0.rounded(places: 3) }.joined(separator: ", ")); \
      twice the text takes \((seconds[1] / seconds[0]).rounded(places: 2)) and \
      \((seconds[2] / seconds[1]).rounded(places: 2)) times the time

      """)
    try measureMemory(bytes)
  }

  /// What a process of its own takes at its peak, for one source and for one of four times its size.
  private func measureMemory(_ bytes: [UInt8]) throws {
    Swift.print("peak of resident memory while one source is read and repaired, in a process of its own")
    var table = Table("source", "MB", "peak MB", "bytes per byte, but for 30 MB")
    for (name, copyCount) in [("once", 1), ("four times", 4)] {
      let source = [[UInt8]](repeating: bytes, count: copyCount).flatMap(\.self)
      let peak = try PeakMemory.ofRepair(source, directory: directory)
      table.add(
        name, (Double(source.count) / 1e6).rounded(places: 1), (Double(peak) / 1e6).rounded(places: 1),
        (Double(peak - PeakMemory.fixedBytes) / Double(source.count)).rounded(places: 1))
    }
    table.print()
    Swift.print("")
  }

  private func repair(_ bytes: [UInt8]) { _ = Ingestor().repair(bytes, format: .text) }

  private func breakWords(_ bytes: [UInt8]) throws {
    let breaker = try WordBreaker()
    try bytes.withUnsafeBufferPointer { try breaker.forEachWord(inUTF8: $0) { _, _ in } }
  }

  /// Whole lines, so that no character is cut.
  private func whole(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    Array(bytes[..<(bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.endIndex)])
  }

  /// What repair does to text that nothing happened to.
  private func measureClean(_ texts: [CleanText]) {
    var edits: [RepairRule: Int] = [:]
    var count = 0
    for text in texts {
      let scalars = Array(text.document.paragraphs.map(\.text).joined(separator: "\n").unicodeScalars)
      count += scalars.count
      for edit in RepairOutcome.repairing(scalars).edits { edits[edit.rule, default: 0] += 1 }
    }
    Swift.print("repair of \(texts.count) clean texts, \(count) code points: edits of each rule")
    var table = Table("", "edits", "for 100,000")
    for rule in RepairRule.allCases where rule == .founderShift || edits[rule, default: 0] > 0 {
      let found = edits[rule, default: 0]
      table.add(rule.rawValue, String(found), (Double(found) * 100_000 / Double(count)).rounded(places: 2))
    }
    table.print()
    Swift.print("")
  }
}
