// On which cores an asker and those it asks run.

internal import BareLoops

/// Where the threads of a measurement run.
///
/// Waking a thread on a core that sleeps takes 40 to 75 us here, and waking one on the waker's own core 20. Which of
/// them it is the kernel chooses by what ran before: left to itself it wakes a bare server beside its asker 9 times out
/// of 10, and the daemon's worker, which has just searched on another core, 3 times out of 10. So two servers can be
/// compared only where both have been given the same place.
enum Placement: String, CaseIterable {
  case together = "all on one core"
  case apart = "the asker on one core, servers on another"
  case free = "where the kernel likes; not the same for all servers"

  /// Those that this machine has cores for.
  static var possible: [Placement] { allCases.filter { $0 != .apart || bare_core_count() > 1 } }

  /// Runs what starts servers, then what asks them; afterwards this thread may run anywhere again.
  ///
  /// A server's threads run where the thread ran that started them.
  func run<Servers>(starting start: () throws -> Servers, asking ask: (Servers) throws -> Void) throws {
    defer { bare_place(-1) }
    try Placement.place(self == .free ? -1 : 0)
    let servers = try start()
    if self == .apart { try Placement.place(1) }
    try ask(servers)
  }

  private static func place(_ rank: Int32) throws {
    guard bare_place(rank) == 0 else { throw BenchmarkError(description: "cannot hold a thread to core \(rank)") }
  }
}
