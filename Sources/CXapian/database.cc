// Opening and reading a database.
#include "guard.hh"
#include "handles.hh"

using cxapian::each;
using cxapian::guarded;
using cxapian::lend;
using cxapian::text;

extern "C" {

cxapian_database *cxapian_database_open(cxapian_list paths, cxapian_error *error) noexcept {
  return guarded(error, [&] {
    Xapian::Database shards;
    each(paths, [&](const std::string &path) { shards.add_database(Xapian::Database(path)); });
    return new cxapian_database{shards, std::nullopt};
  });
}

void cxapian_database_free(cxapian_database *database) noexcept { delete database; }

bool cxapian_database_statistics(
    const cxapian_database *database, cxapian_statistics *statistics, cxapian_error *error) noexcept {
  return guarded(error, [&] {
    const Xapian::Database &reader = database->reader;
    *statistics = {reader.get_doccount(), reader.get_lastdocid()};
    return true;
  });
}

bool cxapian_database_data(
    const cxapian_database *database, uint32_t docid, cxapian_loan *data, cxapian_error *error) noexcept {
  return guarded(error, [&] {
    *data = lend(database->reader.get_document(docid).get_data());
    return true;
  });
}

bool cxapian_database_value(
    const cxapian_database *database, uint32_t docid, uint32_t slot, cxapian_loan *value,
    cxapian_error *error) noexcept {
  return guarded(error, [&] {
    // To look first whether the document is there takes as long as reading from it.
    *value = lend(database->reader.get_document(docid, Xapian::DOC_ASSUME_VALID).get_value(slot));
    return true;
  });
}

bool cxapian_database_each_value(
    const cxapian_database *database, uint32_t slot, cxapian_value_visitor visitor, void *context,
    cxapian_error *error) noexcept {
  return guarded(error, [&] {
    const Xapian::Database &reader = database->reader;
    for (auto value = reader.valuestream_begin(slot); value != reader.valuestream_end(slot); ++value) {
      const std::string bytes = *value;
      visitor(context, value.get_docid(), cxapian::view(bytes));
    }
    return true;
  });
}

}
