// Where a thread runs.

#include <sched.h>

#include "Placement.h"

namespace {

/// Where the process might run when it began.
const cpu_set_t allowed = [] {
  cpu_set_t cpus;
  if (sched_getaffinity(0, sizeof cpus, &cpus) != 0) CPU_ZERO(&cpus);
  return cpus;
}();

} // namespace

extern "C" int bare_cpu_count(void) { return CPU_COUNT(&allowed); }

extern "C" int bare_place(int rank) {
  if (rank < 0) return sched_setaffinity(0, sizeof allowed, &allowed) == 0 ? 0 : 1;
  for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
    if (!CPU_ISSET(cpu, &allowed) || rank-- > 0) continue;
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(cpu, &one);
    return sched_setaffinity(0, sizeof one, &one) == 0 ? 0 : 1;
  }
  return 1;
}
