// How much memory repair and indexing take, measured in a process that does nothing else.

internal import Foundation
internal import Glibc
internal import Ingestion

/// Runs the benchmark's own program once more for one piece of work.
enum PeakMemory {
  /// What a process may take besides what the source makes it take: program, libraries, tables and ICU's dictionary.
  static let fixedBytes = 30_000_000

  /// The peak of resident memory of a process that reads and repairs a source, all it holds counted, in bytes.
  static func ofRepair(_ bytes: [UInt8], directory: String) throws -> Int {
    let file = directory + "/damaged.txt"
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return try peak(of: ["repair-peak", "--text", file, "--directory", directory])
  }

  /// The peak of resident memory of a process that indexes sources afresh, in bytes.
  static func ofIndexing(_ sources: String, jobCount: Int, directory: String) throws -> Int {
    try peak(of: ["index-peak", "--text", sources, "--directory", directory, "--jobs", String(jobCount)])
  }

  private static func peak(of arguments: [String]) throws -> Int {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: printed, as: UTF8.self).filter { !$0.isWhitespace }
    guard process.terminationStatus == 0, let peak = Int(text) else {
      throw BenchmarkError(description: "the process that measures memory failed")
    }
    return peak
  }

  /// What the other process does: repairs a file and prints the peak.
  static func repair(_ file: String) throws {
    let repaired = Ingestor().repair(try read(file), format: .text)
    guard !repaired.texts.isEmpty else { throw BenchmarkError(description: "\(file) holds no text") }
    print(try peakBytes())
  }

  /// The same for indexing.
  static func index(_ sources: String, jobCount: Int, directory: String) throws {
    _ = try IndexingMeasurement(text: sources, directory: directory, jobCount: jobCount).build()
    print(try peakBytes())
  }

  /// Read in one go, so that no second copy raises the peak before repair does.
  private static func read(_ file: String) throws -> [UInt8] {
    let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int ?? 0
    guard let stream = fopen(file, "r") else { throw BenchmarkError(description: "cannot open \(file)") }
    defer { fclose(stream) }
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = fread(buffer.baseAddress, 1, size, stream)
    }
  }

  /// What Linux noted as the peak of this very program: `getrusage` would give that of the process which started it,
  /// if it was higher.
  private static func peakBytes() throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    guard let kibibytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Int($0) }) else {
      throw BenchmarkError(description: "/proc/self/status does not tell the peak of resident memory")
    }
    return kibibytes * 1_024
  }
}
