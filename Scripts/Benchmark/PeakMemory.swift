// How much memory repair takes, measured in a process that does nothing else.

internal import Foundation
internal import Glibc
internal import Ingestion

/// Runs the benchmark's own program once more to repair one file.
enum PeakMemory {
  /// The peak of resident memory that reading and repair add to the source's bytes, in bytes.
  static func ofRepair(_ bytes: [UInt8], directory: String) throws -> Int {
    let file = directory + "/damaged.txt"
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = ["repair-peak", "--text", file, "--directory", directory]
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
    let bytes = try read(file)
    let before = residentBytes()
    let repaired = Ingestor().repair(bytes, format: .text)
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    guard !repaired.texts.isEmpty else { throw BenchmarkError(description: "\(file) holds no text") }
    // Linux counts ru_maxrss in KiB.
    print(max(0, usage.ru_maxrss * 1_024 - before))
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

  private static func residentBytes() -> Int {
    let fields = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ") ?? []
    return (fields.count > 1 ? Int(fields[1]) ?? 0 : 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
}
