// Work on whole databases: checking and compacting.
#include <sstream>

#include "guard.hh"
#include "handles.hh"

using cxapian::each;
using cxapian::guarded;
using cxapian::lend;
using cxapian::text;

namespace {

/// Keeps the first source's metadata; by itself Xapian takes that of any source.
class merge final : public Xapian::Compactor {
  const std::vector<Xapian::Database> &sources;

 public:
  explicit merge(const std::vector<Xapian::Database> &sources) : sources(sources) {}

  std::string resolve_duplicate_metadata(const std::string &entry, size_t, const std::string values[]) override {
    // Glass hands over the key of its table: two bytes of its own stand before the caller's key.
    const std::string key = entry.compare(0, 2, "\0\xc0", 2) == 0 ? entry.substr(2) : entry;
    for (const Xapian::Database &source : sources) {
      std::string value = source.get_metadata(key);
      if (!value.empty()) return value;
    }
    return values[0];
  }
};

}  // namespace

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
    cxapian_list sources, cxapian_bytes destination, bool renumber, cxapian_error *error) noexcept {
  return guarded(error, [&] {
    std::vector<Xapian::Database> opened;
    Xapian::Database shards;
    each(sources, [&](const std::string &path) {
      opened.emplace_back(path);
      shards.add_database(opened.back());
    });
    merge compactor(opened);
    shards.compact(text(destination), renumber ? 0 : Xapian::DBCOMPACT_NO_RENUMBER, 0, compactor);
    return true;
  });
}

}
