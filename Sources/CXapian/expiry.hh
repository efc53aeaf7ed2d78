// The posting source that ends a match before its time.
#ifndef CXAPIAN_EXPIRY_HH
#define CXAPIAN_EXPIRY_HH

#include "handles.hh"

namespace cxapian {

/// Matches every document with weight 0 until its expiry fires, then none.
///
/// As a filter it stands last in Xapian's AND (it claims to match everything), so it is asked about each document
/// that the rest of the query matches, before positions are looked at. When it reports its end the match ends in good
/// order, with the best of what was examined; an exception would lose that.
class expiring_source final : public Xapian::FixedWeightPostingSource {
  const std::shared_ptr<expiry_state> state;
  uint32_t until_clock = documents_per_clock;
  bool ended = false;

  /// Reading the clock costs about as much as stepping over one document of a simple query. One of a query with
  /// hundreds of terms takes 0.3 ms (the statutes, 400 common words), so that 64 of them were 20 ms too late.
  static constexpr uint32_t documents_per_clock = 16;

  /// Counts one document and tells whether the match is over.
  bool is_over();

 public:
  explicit expiring_source(std::shared_ptr<expiry_state> state) : FixedWeightPostingSource(0), state(std::move(state)) {}

  Xapian::doccount get_termfreq_min() const override { return 0; }
  void init(const Xapian::Database &database) override;
  void next(double minimum_weight) override;
  void skip_to(Xapian::docid docid, double minimum_weight) override;
  bool check(Xapian::docid docid, double minimum_weight) override;
  bool at_end() const override { return ended || FixedWeightPostingSource::at_end(); }
  /// One source a shard; all share the expiry.
  expiring_source *clone() const override { return new expiring_source(state); }
  /// A clock cannot be serialised; the class above could be.
  std::string name() const override { return PostingSource::name(); }
  std::string serialise() const override { return PostingSource::serialise(); }
  std::string get_description() const override { return "expiring"; }
};

}  // namespace cxapian

#endif
