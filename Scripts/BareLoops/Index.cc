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

Content read(const Xapian::Database &database, Xapian::docid id) {
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
  content.data = document.get_data();
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
}

/// Writes batches in one of the forms and times it.
class Writer {
public:
  Writer(std::string destination, bare_index_form form) : destination_(std::move(destination)), form_(form) {
    if (std::filesystem::exists(destination_)) throw std::runtime_error(destination_ + " exists already");
    if (form_ == BARE_SEGMENTS) std::filesystem::create_directories(destination_);
  }

  void write(const std::vector<Content> &batch) {
    flush_.start();
    // Unsynced: the disk's speed is not what is measured.
    if (form_ == BARE_SEGMENTS) {
      segments_.push_back(destination_ + "/" + std::to_string(segments_.size()));
      open_ = Xapian::WritableDatabase(segments_.back(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS);
    } else if (!is_open_) {
      open_ = Xapian::WritableDatabase(destination_, Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
      is_open_ = true;
    }
    flush_.stop();
    for (const Content &content : batch) add(content);
    flush_.start();
    if (form_ == BARE_SEGMENTS) open_.close(); else open_.commit();
    flush_.stop();
  }

  void finish(bare_index_result &result) {
    compact_.start();
    if (form_ == BARE_GROWING) {
      open_.close();
    } else if (!segments_.empty()) {
      Xapian::Database all;
      for (const std::string &segment : segments_) all.add_database(Xapian::Database(segment));
      all.compact(destination_ + "/compact");
    }
    compact_.stop();
    result.build_seconds = build_.cpu();
    result.add_seconds = add_.cpu();
    result.flush_seconds = flush_.cpu();
    result.compact_seconds = compact_.cpu();
    result.cpu_seconds = build_.cpu() + add_.cpu() + flush_.cpu() + compact_.cpu();
  }

private:
  void add(const Content &content) {
    build_.start();
    const Xapian::Document document = build(content);
    build_.stop();
    add_.start();
    open_.add_document(document);
    add_.stop();
  }

  const std::string destination_;
  const bare_index_form form_;
  std::vector<std::string> segments_;
  Xapian::WritableDatabase open_;
  bool is_open_ = false;
  bare::Stopwatch build_, add_, flush_, compact_;
};

} // namespace

int bare_index(const char *const *paths, size_t path_count, const char *destination, int documents_per_batch,
               bare_index_form form, struct bare_index_result *result, char *message, size_t message_capacity) {
  return bare::guard(message, message_capacity, [&] {
    if (documents_per_batch < 1) throw std::invalid_argument("a batch holds at least one document");
    *result = {};
    Writer writer(destination, form);
    std::vector<Content> batch;
    auto flush = [&] {
      if (!batch.empty()) writer.write(batch);
      batch.clear();
    };
    // Shard after shard: the order in which each was written.
    for (size_t i = 0; i < path_count; ++i) {
      const Xapian::Database database(paths[i]);
      for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
        batch.push_back(read(database, *id));
        count(batch.back(), *result);
        if (batch.size() == size_t(documents_per_batch)) flush();
      }
    }
    flush();
    writer.finish(*result);
  });
}
