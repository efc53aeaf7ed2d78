// Where threads run: a measurement of wake-ups has to know.

#pragma once

#ifdef __cplusplus
extern "C" {
#endif

/// How many CPUs the process may use.
int bare_cpu_count(void);

/// Holds the calling thread, and every thread that it starts from now on, to one CPU: the first that the process may use
/// is 0. A rank below 0 gives all of them back.
///
/// @return 0, or 1 where there is no such CPU or the kernel refuses.
int bare_place(int rank);

#ifdef __cplusplus
}
#endif
