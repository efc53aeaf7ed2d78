// The term dictionary, posting lists and the terms of a document.
#include "guard.hh"
#include "handles.hh"

using cxapian::each;
using cxapian::guarded;
using cxapian::lend;
using cxapian::text;
using cxapian::view;

namespace {

/// Clearing the places of so many documents takes as long as reading one posting. A guess from 2 ns and 20 ns.
constexpr uint64_t docids_per_posting = 16;

}  // namespace

extern "C" {

bool cxapian_database_term_frequency(
    const cxapian_database *database, cxapian_bytes term, uint32_t *documents, cxapian_error *error) noexcept {
  return guarded(error, [&] {
    *documents = database->reader.get_termfreq(text(term));
    return true;
  });
}

bool cxapian_database_count(
    const cxapian_database *database, cxapian_list terms, const uint32_t *groups, uint64_t most_postings,
    uint32_t *documents, cxapian_error *error) noexcept {
  return guarded(error, [&] {
    const Xapian::Database &reader = database->reader;
    uint64_t postings = 0;
    each(terms, [&](const std::string &term) { postings += reader.get_termfreq(term); });
    // Docids of shards interleave, so that the last may be far above the number of documents.
    *documents = UINT32_MAX;
    if (postings > most_postings || reader.get_lastdocid() > docids_per_posting * most_postings) return true;
    // Of each document, how many groups were met, counted from the first without a gap.
    std::vector<uint32_t> met(reader.get_lastdocid() + size_t{1});
    uint32_t found = 0;
    const uint32_t *group = groups;
    const uint32_t last = terms.count > 0 ? groups[terms.count - 1] : 0;
    each(terms, [&](const std::string &term) {
      for (auto posting = reader.postlist_begin(term); posting != reader.postlist_end(term); ++posting) {
        if (met[*posting] != *group) continue;
        ++met[*posting];
        if (*group == last) ++found;
      }
      ++group;
    });
    *documents = found;
    return true;
  });
}

bool cxapian_database_postings(
    const cxapian_database *database, cxapian_bytes term, cxapian_loan *docids, cxapian_error *error) noexcept {
  return guarded(error, [&] {
    const std::string name = text(term);
    const Xapian::Database &reader = database->reader;
    std::vector<uint32_t> found;
    found.reserve(reader.get_termfreq(name));
    for (auto posting = reader.postlist_begin(name); posting != reader.postlist_end(name); ++posting) {
      found.push_back(*posting);
    }
    *docids = lend(std::move(found));
    return true;
  });
}

bool cxapian_database_first_posting(
    const cxapian_database *database, cxapian_bytes term, uint32_t *docid, cxapian_error *error) noexcept {
  return guarded(error, [&] {
    const std::string name = text(term);
    const auto posting = database->reader.postlist_begin(name);
    *docid = posting == database->reader.postlist_end(name) ? 0 : *posting;
    return true;
  });
}

bool cxapian_database_each_term(
    const cxapian_database *database, cxapian_bytes prefix, cxapian_bytes from, cxapian_term_visitor visitor,
    void *context, cxapian_error *error) noexcept {
  return guarded(error, [&] {
    const std::string start = text(prefix);
    const Xapian::Database &reader = database->reader;
    auto term = reader.allterms_begin(start);
    if (from.count > 0) term.skip_to(text(from));
    for (; term != reader.allterms_end(start); ++term) {
      const std::string name = *term;
      if (!visitor(context, view(name), term.get_termfreq())) break;
    }
    return true;
  });
}

bool cxapian_database_each_document_term(
    const cxapian_database *database, uint32_t docid, cxapian_document_term_visitor visitor, void *context,
    cxapian_error *error) noexcept {
  return guarded(error, [&] {
    const Xapian::Database &reader = database->reader;
    std::vector<uint32_t> positions;
    for (auto term = reader.termlist_begin(docid); term != reader.termlist_end(docid); ++term) {
      const std::string name = *term;
      positions.assign(term.positionlist_begin(), term.positionlist_end());
      for (uint32_t &position : positions) position -= cxapian::position_shift;
      visitor(context, view(name), term.get_wdf(), positions.data(), positions.size());
    }
    return true;
  });
}

}
