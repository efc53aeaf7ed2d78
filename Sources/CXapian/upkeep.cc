// Work on whole databases: checking and compacting.
#include <sstream>

#include "guard.hh"
#include "handles.hh"

using cxapian::each;
using cxapian::guarded;
using cxapian::lend;
using cxapian::text;

extern "C" {

bool cxapian_database_check(
    cxapian_bytes path, size_t *error_count, cxapian_loan *report, cxapian_error *error) noexcept {
  return guarded(error, [&] {
    std::ostringstream lines;
    const size_t errors = Xapian::Database::check(text(path), 0, &lines);
    *report = lend(lines.str());
    *error_count = errors;
    return true;
  });
}

bool cxapian_database_compact(
    cxapian_list sources, cxapian_bytes destination, cxapian_error *error) noexcept {
  return guarded(error, [&] {
    Xapian::Database shards;
    each(sources, [&](const std::string &path) { shards.add_database(Xapian::Database(path)); });
    shards.compact(text(destination));
    return true;
  });
}

}
