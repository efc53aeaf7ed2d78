// The documents of built databases, written anew, bare.

#include "Guard.h"
#include "Stopwatch.h"
#include "include/BareLoops.h"

#include <filesystem>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace {

struct Term {
  std::string name;
  Xapian::termcount wdf;
  std::vector<Xapian::termpos> positions;
};

/// A document outside of Xapian, so that nothing of its building escapes the clock.
struct Content {
  std::vector<Term> terms;
  std::vector<std::pair<Xapian::valueno, std::string>> values;
  std::string data;
};

Content read(const Xapian::Database &database, Xapian::docid id, bool stores_data) {
  Content content;
  const auto last_term = database.termlist_end(id);
  for (auto term = database.termlist_begin(id); term != last_term; ++term) {
    Term read{*term, term.get_wdf(), {}};
    const auto last_position = term.positionlist_end();
    for (auto position = term.positionlist_begin(); position != last_position; ++position)
      read.positions.push_back(*position);
    content.terms.push_back(std::move(read));
  }
  const Xapian::Document document = database.get_document(id);
  for (auto value = document.values_begin(); value != document.values_end(); ++value)
    content.values.emplace_back(value.get_valueno(), *value);
  if (stores_data) content.data = document.get_data();
  return content;
}

Xapian::Document build(const Content &content) {
  Xapian::Document document;
  for (const Term &term : content.terms) {
    for (Xapian::termpos position : term.positions) document.add_posting(term.name, position, 0);
    if (term.wdf > 0 || term.positions.empty()) document.add_term(term.name, term.wdf);
  }
  for (const auto &[slot, value] : content.values) document.add_value(slot, value);
  if (!content.data.empty()) document.set_data(content.data);
  return document;
}

void count(const Content &content, bare_index_result &result) {
  result.documents += 1;
  result.terms += content.terms.size();
  for (const Term &term : content.terms) result.positions += term.positions.size();
  result.data_bytes += content.data.size();
}

} // namespace

int bare_index(const char *const *paths, size_t path_count, const char *destination, int documents_per_batch,
               int stores_data, struct bare_index_result *result, char *message, size_t message_capacity) {
  return bare::guard(message, message_capacity, [&] {
    if (documents_per_batch < 1) throw std::invalid_argument("a batch holds at least one document");
    if (std::filesystem::exists(destination)) throw std::runtime_error(std::string(destination) + " exists already");
    *result = {};
    bare::Stopwatch watch;
    watch.start();
    // Unsynced: the disk's speed is not what is measured.
    Xapian::WritableDatabase written(destination, Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
    watch.stop();

    std::vector<Content> batch;
    auto flush = [&] {
      if (batch.empty()) return;
      watch.start();
      for (const Content &content : batch) written.add_document(build(content));
      written.commit();
      watch.stop();
      batch.clear();
    };
    // Shard after shard: the order in which each was written.
    for (size_t i = 0; i < path_count; ++i) {
      const Xapian::Database database(paths[i]);
      for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
        batch.push_back(read(database, *id, stores_data != 0));
        count(batch.back(), *result);
        if (batch.size() == size_t(documents_per_batch)) flush();
      }
    }
    flush();
    watch.start();
    written.close();
    watch.stop();
    result->cpu_seconds = watch.cpu();
    result->wall_seconds = watch.wall();
  });
}
