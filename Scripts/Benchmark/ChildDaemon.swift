// A daemon in a process of its own, and what it holds.

internal import Client
internal import Foundation
internal import NIOConcurrencyHelpers

/// `suoyin serve` as users run it.
struct ChildDaemon {
  let socket: String
  private let child: Process
  var process: Int32 { child.processIdentifier }

  init(binary: String, index: String, socket: String) throws {
    self.socket = socket
    child = Process()
    child.executableURL = URL(fileURLWithPath: binary)
    child.arguments = ["serve", "--index", index, "--socket", socket]
    child.standardError = FileHandle.nullDevice
    try child.run()
    for _ in 0..<1_000 where (try? DaemonClient(socket: socket)) == nil { usleep(10_000) }
  }

  func stop() {
    child.terminate()
    child.waitUntilExit()
  }
}

/// What a process holds, sample by sample.
final class LevelSampler {
  /// A level in the last third of the samples, and to that in the middle third.
  typealias Level = (last: Double, ratio: Double)

  private let process: Int32
  private var memory: [Double] = []
  private var descriptors: [Double] = []

  init(process: Int32) { self.process = process }

  func sample() {
    let pages = (try? String(contentsOfFile: "/proc/\(process)/statm", encoding: .utf8))?.split(separator: " ")
    if let pages, pages.count > 1, let held = Double(pages[1]) { memory.append(held * Double(getpagesize())) }
    let open = try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/fd").count
    if let open { descriptors.append(Double(open)) }
  }

  func levels() -> (memory: Level, descriptors: Level) { (LevelSampler.level(memory), LevelSampler.level(descriptors)) }

  private static func level(_ samples: [Double]) -> Level {
    let third = samples.count / 3
    guard third > 0 else { return (0, 0) }
    func mean(_ part: ArraySlice<Double>) -> Double { part.reduce(0, +) / Double(part.count) }
    let (middle, last) = (mean(samples[third..<2 * third]), mean(samples[(2 * third)...]))
    return (last, last / middle)
  }
}
