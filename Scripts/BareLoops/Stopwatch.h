// Adds up the CPU and wall time of the stretches that count.

#pragma once

#include <ctime>

namespace bare {

inline double seconds(clockid_t clock) {
  timespec now;
  clock_gettime(clock, &now);
  return double(now.tv_sec) + double(now.tv_nsec) * 1e-9;
}

/// Stopped at first.
class Stopwatch {
public:
  void start() {
    wall_start_ = seconds(CLOCK_MONOTONIC);
    cpu_start_ = seconds(CLOCK_PROCESS_CPUTIME_ID);
  }

  void stop() {
    cpu_ += seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu_start_;
    wall_ += seconds(CLOCK_MONOTONIC) - wall_start_;
  }

  double cpu() const { return cpu_; }
  double wall() const { return wall_; }

private:
  double cpu_start_ = 0, wall_start_ = 0, cpu_ = 0, wall_ = 0;
};

} // namespace bare
