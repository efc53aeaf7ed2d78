// On which CPUs an asker and those it asks run.

internal import BareLoops

/// Where the threads of a measurement run.
///
/// Waking a thread on a CPU that sleeps took 40 to 75 us, and on the waker's own about 20 (the kernel's trace of
/// wake-ups; virtual machine with two CPUs, Linux 6.18). Which of them it is the kernel chooses by what ran before: left
/// to itself it woke a bare server on its asker's CPU in 89 of 100 trips, and the daemon's worker, which has just
/// searched on another, in 29 (CPUs noted on both sides of this measurement). So two servers can be compared only where
/// both have been given the same place.
enum Placement: String, CaseIterable {
  /// No CPU has to be woken. A server goes on with what it does after its answer before the asker sees that.
  case together = "all on one CPU"
  /// As with many CPUs. Each trip holds two wake-ups, which are the kernel's and pull the ratios to 1.
  case apart = "the asker on one CPU, servers on another"
  case free = "where the kernel likes; not the same for all servers"

  /// Those that this machine has CPUs for.
  static var possible: [Placement] { allCases.filter { $0 != .apart || bare_cpu_count() > 1 } }

  /// To be called before servers are started: their threads run where the thread runs that starts them.
  func placeServers() throws { try Placement.place(self == .free ? -1 : 0) }

  /// To be called by the asker when they have been started.
  func placeAsker() throws {
    if self == .apart { try Placement.place(1) }
  }

  /// Lets the calling thread run anywhere again.
  static func release() { bare_place(-1) }

  private static func place(_ rank: Int32) throws {
    guard bare_place(rank) == 0 else { throw BenchmarkError(description: "the kernel refuses CPU \(rank)") }
  }
}
