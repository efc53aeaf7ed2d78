// The least that indexing and searching can cost: bare loops over Xapian, against which Suoyin is measured.
//
// They run in the benchmark's own process, on the same data and the same Xapian, and do nothing but call it: no
// analysis, no checks, no layer. Every function returns 0, or 1 with a message copied into `message` (NUL-ended, cut
// to `message_capacity` bytes); no exception gets out, since one that passed through a Swift frame would end the
// process.

#pragma once

#include <stddef.h>
#include <stdint.h>

#include "Placement.h"

#ifdef __cplusplus
extern "C" {
#endif

/// What bare_index wrote, and what that took.
struct bare_index_result {
  uint64_t documents;
  /// Term entries: distinct terms of each document, summed.
  uint64_t terms;
  uint64_t positions;
  /// Bytes of document data; 0 when it is not stored.
  uint64_t data_bytes;
  /// CPU time of the whole process in the timed parts, kernel time included: all of them, and each.
  double cpu_seconds;
  double build_seconds, add_seconds, flush_seconds, compact_seconds;
};

/// Where bare_index writes to.
enum bare_index_form {
  /// One database, which grows from batch to batch.
  BARE_GROWING,
  /// A database for each batch, overwritten in place, and one compaction of all at the end: as Suoyin builds.
  BARE_SEGMENTS
};

/// Writes the documents of built databases anew into fresh, unsynced databases, and times the writing.
///
/// Reading them back (terms with wdf and positions, values, data) is done batch by batch and is not timed. Timed are:
/// building each Xapian::Document with its terms in order, add_document, the commit of each batch, and the final close
/// or compaction.
///
/// @param paths The databases to copy from, e.g. the shards of a generation.
/// @param destination A folder for the result, which must not exist yet.
/// @param documents_per_batch At least 1. As many as a segment of Suoyin holds, because that matters: documents of
///   17 KB took 2.8 CPU seconds in batches of 30, 3.1 in batches of 120 and 4.3 in batches of 250.
int bare_index(const char *const *paths, size_t path_count, const char *destination, int documents_per_batch,
               enum bare_index_form form, struct bare_index_result *result, char *message, size_t message_capacity);

/// Runs one query again and again, and times each round.
///
/// A round makes an Enquire, weighs by BM25 and takes the ids of the best `limit` documents; of these it reads the values
/// of some slots, and their data where there are any. Opening the databases and unserialising the query are not timed.
///
/// @param query What Xapian::Query::serialise gave; it may hold no posting source of our own.
/// @param k1, b BM25's parameters; the others have Xapian's defaults (k2 0, k3 1, shortest length 0.5).
/// @param check_at_least How many matches are counted exactly; 0 lets the engine pass over what cannot be among the
///   best.
/// @param slots Which values are read; none, and no document is.
/// @param microseconds Room for `rounds` values: the wall time of each round, in order.
/// @param match_count The documents found by the last round, at most `limit`: to compare with Suoyin's answer.
int bare_search(const char *const *paths, size_t path_count, const uint8_t *query, size_t query_bytes, double k1,
                double b, uint32_t limit, uint32_t check_at_least, const uint32_t *slots, size_t slot_count,
                size_t rounds, double *microseconds, uint32_t *match_count, char *message, size_t message_capacity);

#ifdef __cplusplus
}
#endif
