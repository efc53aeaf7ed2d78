// A run killed at any moment changes nothing, and the next run completes.

import Foundation
import TestSupport
import Testing

@Suite("killed runs", .serialized)
struct KillTests {
  @Test(
    "killed with SIGKILL at 16 random moments or more, an index is what one sealed generation is, and the next run completes it",
    arguments: zip([[nil, nil], [1, 1]] as [IndexState], [1, 2] as [UInt64]))
  func kill(start: IndexState, seed: UInt64) async throws {
    let place = try KillPlace()
    var generator = SeededGenerator(seed: seed)
    var (killed, takenOver) = (0, 0)
    var stages: [RunStage: Int] = [:]
    // Where too little of a run was done whenever it was killed, the next has nothing to take over, and a busy machine passes
    // by short stages: it is killed again.
    while killed < 16 || ((takenOver == 0 || stages.count < 3) && killed < 80) {
      try await place.reset(to: start)
      try place.show(start[0] == nil ? Int.random(in: 1...2, using: &generator) : 2)
      var state = start
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let (flips, wanted) = (place.flipCount, RunStage.allCases.randomElement(using: &generator)!)
        let wasKilled = try await killRun(place, at: wanted, using: &generator)
        let stage = place.stage(since: flips)
        if wasKilled {
          killed += 1
          stages[stage, default: 0] += 1
        }
        state = try await #require(
          isOneOf(place.way(from: state), place), "killed at \(stage), files of state \(place.state ?? 0)")
        // Files that change between the killed run and the next.
        if Bool.random(using: &generator) { try place.show(Int.random(in: 1...2, using: &generator)) }
      }
      takenOver += try await complete(place)
    }
    #expect(takenOver > 0, "no run took over what an interrupted one had done; killed at \(stages)")
    #expect(stages.count >= 3, "killed at \(stages)")
  }

  /// Kills a run some time after it has come to a stage.
  private func killRun(
    _ place: KillPlace, at wanted: RunStage, using generator: inout SeededGenerator
  ) async throws -> Bool {
    let flips = place.flipCount
    let longest = wanted == .flipped ? 0.01 : wanted == .compacting ? 0.1 : 0.4
    let delay = Double.random(in: 0...longest, using: &generator)
    return try await Command.runAndKill(place.arguments) { pid in
      while Command.isRunning(pid), place.stage(since: flips) != wanted { usleep(500) }
      let end = ContinuousClock.now + .seconds(delay)
      while Command.isRunning(pid), ContinuousClock.now < end { usleep(500) }
    }
  }

  /// Which of some indexes this is, in all that it holds and answers.
  private func isOneOf(_ states: [IndexState], _ place: KillPlace) async throws -> IndexState? {
    let found = try await place.look(place.index)
    for state in states where try await place.reference(state) == found { return state }
    return nil
  }

  /// - Returns: how many sources the run took over.
  private func complete(_ place: KillPlace) async throws -> Int {
    let report = place.index + "-report.json"
    let result = try await Command.run(arguments: place.arguments + ["--report", report])
    #expect(result.status == 0, "\(result.error)")
    let whole: IndexState = [place.state, place.state]
    #expect(try await place.look(place.index) == place.reference(whole))
    let names = try FileManager.default.contentsOfDirectory(atPath: place.index)
    #expect(names.sorted() == ["current", "generations", "lock"])
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Report.self, from: Data(contentsOf: URL(fileURLWithPath: report))).takenOver
  }

  private struct Report: Decodable {
    struct Run: Decodable {
      let takenOver: Int
    }
    let runs: [Run]
    var takenOver: Int { runs.reduce(0) { $0 + $1.takenOver } }
  }
}
