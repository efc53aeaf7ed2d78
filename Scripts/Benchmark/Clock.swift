// Time: wall and CPU.

internal import Glibc

/// What a piece of work took.
struct Cost {
  /// CPU time of the whole process, all threads, kernel time included; in seconds.
  var cpuSeconds: Double
  var wallSeconds: Double
}

/// Does some work and says what it took.
func measuring<Value>(_ work: () throws -> Value) rethrows -> (value: Value, cost: Cost) {
  let clock = ContinuousClock()
  let start = (wall: clock.now, cpu: processCPUSeconds())
  let value = try work()
  let cpuSeconds = processCPUSeconds() - start.cpu
  return (value, Cost(cpuSeconds: cpuSeconds, wallSeconds: (clock.now - start.wall) / .seconds(1)))
}

/// The same clock that the bare loops read.
private func processCPUSeconds() -> Double {
  var now = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
  return Double(now.tv_sec) + Double(now.tv_nsec) * 1e-9
}
