// Writing: documents are built from flat buffers and checked before the writer sees them.
#include <algorithm>
#include <vector>

#include "guard.hh"
#include "handles.hh"

using cxapian::guarded;
using cxapian::text;

namespace {

/// Xapian's limit (glass backend); a zero byte counts twice because keys escape it.
constexpr size_t longest_term = 245;

/// A term too long must not reach the writer: it would drop everything that is not yet committed.
void require_storable(const std::string &term) {
  const size_t size = term.size() + std::count(term.begin(), term.end(), '\0');
  if (size > longest_term) {
    throw Xapian::InvalidArgumentError(
        "a term has " + std::to_string(size) + " bytes, the limit is 245 (zero bytes count twice): " +
        term.substr(0, 60));
  }
}

void require(bool within) {
  if (!within) throw Xapian::InvalidArgumentError("the entries of a document reach beyond its buffers");
}

Xapian::termpos stored(uint32_t position) {
  if (position == UINT32_MAX) throw Xapian::InvalidArgumentError("a position is beyond the limit of 2^32 - 2");
  return position + cxapian::position_shift;
}

/// A term where it stands in the buffers.
struct entry {
  cxapian_bytes term;
  uint32_t wdf;
  const uint32_t *positions;
  uint32_t position_count;
};

/// The terms of a document; those with positions first, the one with the most before all others.
std::vector<entry> entries(const cxapian_document &document) {
  std::vector<entry> entries;
  entries.reserve(document.posting_count);
  const uint8_t *bytes = document.terms.start;
  const uint8_t *const bytes_end = bytes + document.terms.count;
  const uint32_t *position = document.positions;
  const uint32_t *const positions_end = position + document.position_count;
  for (size_t index = 0; index < document.posting_count; ++index) {
    const cxapian_posting &posting = document.postings[index];
    require(posting.term_size <= size_t(bytes_end - bytes));
    require(posting.position_count <= size_t(positions_end - position));
    entries.push_back({{bytes, posting.term_size}, posting.wdf, position, posting.position_count});
    bytes += posting.term_size;
    position += posting.position_count;
  }
  const auto plain = std::stable_partition(
      entries.begin(), entries.end(), [](const entry &entry) { return entry.position_count > 0; });
  std::sort(entries.begin(), plain, [](const entry &left, const entry &right) {
    return left.position_count > right.position_count;
  });
  return entries;
}

/// Xapian looks a term up in a sorted map for each position anew; so terms with many come while the map is small.
/// (Building documents of 800 statutes took 1.1 CPU seconds so, 1.35 in the order of the terms.)
void add_terms(Xapian::Document &built, const cxapian_document &document) {
  std::string term;
  for (const entry &entry : entries(document)) {
    term.assign(reinterpret_cast<const char *>(entry.term.start), entry.term.count);
    require_storable(term);
    if (entry.position_count == 0) {
      built.add_term(term, entry.wdf);
      continue;
    }
    // The first position carries the whole wdf along.
    built.add_posting(term, stored(entry.positions[0]), entry.wdf);
    for (uint32_t index = 1; index < entry.position_count; ++index) {
      built.add_posting(term, stored(entry.positions[index]), 0);
    }
  }
}

void add_values(Xapian::Document &built, const cxapian_document &document) {
  const uint8_t *bytes = document.value_bytes.start;
  const uint8_t *const end = bytes + document.value_bytes.count;
  for (size_t index = 0; index < document.value_count; ++index) {
    const cxapian_value &value = document.values[index];
    require(value.size <= size_t(end - bytes));
    built.add_value(value.slot, text({bytes, value.size}));
    bytes += value.size;
  }
}

Xapian::Document build(const cxapian_document &document) {
  Xapian::Document built;
  built.set_data(text(document.data));
  add_terms(built, document);
  add_values(built, document);
  return built;
}

/// A document that does not know where it came from: glass (1.4.22) takes the one last read for unchanged wherever it is
/// put, and puts nothing.
Xapian::Document copy(const Xapian::Document &document) {
  Xapian::Document copied;
  copied.set_data(document.get_data());
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    copied.add_term(*term, term.get_wdf());
    for (auto position = term.positionlist_begin(); position != term.positionlist_end(); ++position) {
      copied.add_posting(*term, *position, 0);
    }
  }
  for (auto value = document.values_begin(); value != document.values_end(); ++value) {
    copied.add_value(value.get_valueno(), *value);
  }
  return copied;
}

Xapian::WritableDatabase &writer(cxapian_database *database) {
  if (!database->writer) throw Xapian::InvalidOperationError("the database is open for reading only");
  return *database->writer;
}

int flags(cxapian_mode mode, bool unsynced) {
  // Not DB_DANGEROUS: it gains nothing here, and where writing fails it cannot go back, so that instead of “No space left
  // on device” the caller would hear of a wrong call.
  const int throwaway = unsynced ? Xapian::DB_NO_SYNC : 0;
  switch (mode) {
    case CXAPIAN_CREATE: return Xapian::DB_CREATE | throwaway;
    case CXAPIAN_OPEN: return Xapian::DB_OPEN | throwaway;
  }
  throw Xapian::InvalidArgumentError("an unknown mode");
}

/// A call on the writer that brings nothing back.
template <typename Body>
bool guarded_write(cxapian_database *database, cxapian_error *error, Body &&body) noexcept {
  return guarded(error, [&] {
    body(writer(database));
    return true;
  });
}

}  // namespace

extern "C" {

cxapian_database *cxapian_writer_open(
    cxapian_bytes path, cxapian_mode mode, bool unsynced, cxapian_error *error) noexcept {
  return guarded(error, [&] {
    const Xapian::WritableDatabase opened(text(path), flags(mode, unsynced));
    return new cxapian_database{opened, opened};
  });
}

bool cxapian_writer_add(
    cxapian_database *database, const cxapian_document *document, uint32_t *docid, cxapian_error *error) noexcept {
  return guarded_write(
      database, error, [&](Xapian::WritableDatabase &open) { *docid = open.add_document(build(*document)); });
}

bool cxapian_writer_delete(cxapian_database *database, uint32_t docid, cxapian_error *error) noexcept {
  return guarded_write(database, error, [&](Xapian::WritableDatabase &open) { open.delete_document(docid); });
}

bool cxapian_writer_delete_term(cxapian_database *database, cxapian_bytes term, cxapian_error *error) noexcept {
  return guarded_write(database, error, [&](Xapian::WritableDatabase &open) { open.delete_document(text(term)); });
}

bool cxapian_writer_close_gaps(cxapian_database *database, cxapian_error *error) noexcept {
  return guarded_write(database, error, [&](Xapian::WritableDatabase &open) {
    open.commit();
    const Xapian::docid count = open.get_doccount();
    std::vector<Xapian::docid> gaps, beyond;
    Xapian::docid next = 1;
    for (auto document = open.postlist_begin(""); document != open.postlist_end(""); ++document) {
      for (; next < *document && next <= count; ++next) gaps.push_back(next);
      next = *document + 1;
      if (*document > count) beyond.push_back(*document);
    }
    // As many docids are free up to the count as are taken beyond it.
    for (size_t index = 0; index < gaps.size(); ++index) {
      open.replace_document(gaps[index], copy(open.get_document(beyond[index])));
      open.delete_document(beyond[index]);
    }
  });
}

bool cxapian_writer_commit(cxapian_database *database, cxapian_error *error) noexcept {
  return guarded_write(database, error, [](Xapian::WritableDatabase &open) { open.commit(); });
}

bool cxapian_writer_close(cxapian_database *database, cxapian_error *error) noexcept {
  return guarded_write(database, error, [](Xapian::WritableDatabase &open) { open.close(); });
}

}
