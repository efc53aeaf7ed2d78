// Matching and bringing the outcome home in one piece.
#include "guard.hh"
#include "handles.hh"

using cxapian::guarded;
using cxapian::view;

namespace {

/// The outcome of a match in plain arrays.
struct outcome final : cxapian_owner {
  std::vector<uint32_t> docids;
  std::vector<double> weights;
  std::vector<std::string> values;
  std::vector<cxapian_facet> facets;

  void take(const Xapian::MSet &matches) {
    docids.reserve(matches.size());
    weights.reserve(matches.size());
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      docids.push_back(*match);
      weights.push_back(match.get_weight());
    }
  }

  void take(Xapian::valueno slot, const Xapian::ValueCountMatchSpy &spy) {
    for (auto value = spy.values_begin(); value != spy.values_end(); ++value) {
      values.push_back(*value);
      facets.push_back({{nullptr, 0}, slot, value.get_termfreq()});
    }
  }

  /// Points the facets at their values, which move no more.
  void settle() {
    for (size_t index = 0; index < values.size(); ++index) facets[index].value = view(values[index]);
  }
};

/// Fresh spies for each match: they would go on counting.
std::vector<Xapian::ValueCountMatchSpy *> place_spies(cxapian_enquire *enquire) {
  std::vector<Xapian::ValueCountMatchSpy *> spies;
  enquire->enquire.clear_matchspies();
  for (const Xapian::valueno slot : enquire->facet_slots) {
    auto *spy = new Xapian::ValueCountMatchSpy(slot);
    enquire->enquire.add_matchspy(spy->release());
    spies.push_back(spy);
  }
  return spies;
}

/// A call on an enquire that brings nothing back.
template <typename Body>
bool guarded_setting(cxapian_enquire *enquire, cxapian_error *error, Body &&body) noexcept {
  return guarded(error, [&] {
    body(enquire->enquire);
    return true;
  });
}

}  // namespace

extern "C" {

cxapian_enquire *cxapian_enquire_new(const cxapian_database *database, cxapian_error *error) noexcept {
  return guarded(error, [&] { return new cxapian_enquire{Xapian::Enquire(database->reader), {}}; });
}

void cxapian_enquire_free(cxapian_enquire *enquire) noexcept { delete enquire; }

bool cxapian_enquire_set_query(cxapian_enquire *enquire, const cxapian_query *query, cxapian_error *error) noexcept {
  return guarded_setting(enquire, error, [&](Xapian::Enquire &open) { open.set_query(query->query); });
}

bool cxapian_enquire_set_bm25(
    cxapian_enquire *enquire, const cxapian_bm25 *constants, cxapian_error *error) noexcept {
  return guarded_setting(enquire, error, [&](Xapian::Enquire &open) {
    open.set_weighting_scheme(Xapian::BM25Weight(
        constants->k1, constants->k2, constants->k3, constants->b, constants->minimum_normalized_length));
  });
}

bool cxapian_enquire_set_boolean_weight(cxapian_enquire *enquire, cxapian_error *error) noexcept {
  return guarded_setting(
      enquire, error, [](Xapian::Enquire &open) { open.set_weighting_scheme(Xapian::BoolWeight()); });
}

bool cxapian_enquire_sort_by_value(
    cxapian_enquire *enquire, uint32_t slot, bool reverse, cxapian_bytes absent, cxapian_error *error) noexcept {
  return guarded_setting(enquire, error, [&](Xapian::Enquire &open) {
    auto *maker = new Xapian::MultiValueKeyMaker();
    open.set_sort_by_key(maker->release(), reverse);
    maker->add_value(slot, false, cxapian::text(absent));
  });
}

bool cxapian_enquire_add_facet(cxapian_enquire *enquire, uint32_t slot, cxapian_error *error) noexcept {
  return guarded(error, [&] {
    enquire->facet_slots.push_back(slot);
    return true;
  });
}

bool cxapian_enquire_match(
    cxapian_enquire *enquire, uint32_t first, uint32_t limit, uint32_t check_at_least, cxapian_match_set *matches,
    cxapian_error *error) noexcept {
  return guarded(error, [&] {
    const auto spies = place_spies(enquire);
    const Xapian::MSet found = enquire->enquire.get_mset(first, limit, check_at_least);
    auto kept = std::make_unique<outcome>();
    kept->take(found);
    for (size_t index = 0; index < spies.size(); ++index) kept->take(enquire->facet_slots[index], *spies[index]);
    kept->settle();
    *matches = {kept->docids.data(), kept->weights.data(), kept->docids.size(), kept->facets.data(),
                kept->facets.size(), found.get_matches_lower_bound(), found.get_matches_estimated(),
                found.get_matches_upper_bound(), nullptr};
    matches->owner = kept.release();
    return true;
  });
}

}
