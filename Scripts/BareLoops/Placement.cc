// Where a thread runs.

#include <sched.h>

#include "BareLoops.h"

namespace {

/// Where the process might run when it began.
const cpu_set_t allowed = [] {
  cpu_set_t cores;
  if (sched_getaffinity(0, sizeof cores, &cores) != 0) CPU_ZERO(&cores);
  return cores;
}();

} // namespace

extern "C" int bare_core_count(void) { return CPU_COUNT(&allowed); }

extern "C" int bare_place(int rank) {
  if (rank < 0) return sched_setaffinity(0, sizeof allowed, &allowed) == 0 ? 0 : 1;
  for (int core = 0; core < CPU_SETSIZE; ++core) {
    if (!CPU_ISSET(core, &allowed) || rank-- > 0) continue;
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(core, &one);
    return sched_setaffinity(0, sizeof one, &one) == 0 ? 0 : 1;
  }
  return 1;
}
