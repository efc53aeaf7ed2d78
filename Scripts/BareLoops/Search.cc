// One query, bare.

#include "Guard.h"
#include "Stopwatch.h"
#include "include/BareLoops.h"

#include <string>

int bare_search(const char *const *paths, size_t path_count, const uint8_t *query_bytes, size_t query_byte_count,
                double k1, double b, uint32_t limit, uint32_t check_at_least, const uint32_t *slots, size_t slot_count,
                size_t rounds, double *microseconds, uint32_t *match_count, char *message, size_t message_capacity) {
  return bare::guard(message, message_capacity, [&] {
    Xapian::Database database;
    for (size_t i = 0; i < path_count; ++i) database.add_database(Xapian::Database(paths[i]));
    const std::string serialised(reinterpret_cast<const char *>(query_bytes), query_byte_count);
    const Xapian::Query query = Xapian::Query::unserialise(serialised);

    // Written to memory the compiler cannot see through, so that ids and bytes are really taken.
    volatile Xapian::docid last_id = 0;
    volatile size_t byte_count = 0;
    for (size_t round = 0; round < rounds; ++round) {
      const double start = bare::seconds(CLOCK_MONOTONIC);
      Xapian::Enquire enquire(database);
      enquire.set_query(query);
      enquire.set_weighting_scheme(Xapian::BM25Weight(k1, 0, 1, b, 0.5));
      const Xapian::MSet matches = enquire.get_mset(0, limit, check_at_least);
      for (auto match = matches.begin(); match != matches.end(); ++match) {
        last_id = *match;
        if (slot_count == 0) continue;
        const Xapian::Document document = match.get_document();
        for (size_t i = 0; i < slot_count; ++i) byte_count = document.get_value(slots[i]).size();
        byte_count = document.get_data().size();
      }
      microseconds[round] = (bare::seconds(CLOCK_MONOTONIC) - start) * 1e6;
      *match_count = matches.size();
    }
    (void)last_id;
    (void)byte_count;
  });
}
