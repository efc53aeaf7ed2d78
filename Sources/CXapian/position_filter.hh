// Posting sources that look at where terms stand.
#ifndef CXAPIAN_POSITION_FILTER_HH
#define CXAPIAN_POSITION_FILTER_HH

#include "phrase.hh"

namespace cxapian {

/// Matches, with weight 0, the documents whose positions are as they should be.
///
/// As a filter this stands last in Xapian's AND (it claims to match every document), so it reads positions only where
/// the rest of the query matches.
class position_filter : public Xapian::FixedWeightPostingSource {
  Xapian::Database database;

  virtual bool holds(const Xapian::Database &database, Xapian::docid docid) const = 0;
  /// Goes on to the first document that matches, from where it is.
  void settle(double minimum_weight);

 public:
  position_filter() : FixedWeightPostingSource(0) {}

  Xapian::doccount get_termfreq_min() const override { return 0; }
  void init(const Xapian::Database &shard) override;
  void next(double minimum_weight) override;
  void skip_to(Xapian::docid docid, double minimum_weight) override;
  bool check(Xapian::docid docid, double minimum_weight) override;
  /// Phrases could be written down, but nobody reads them; the class above could be.
  std::string name() const override { return PostingSource::name(); }
  std::string serialise() const override { return PostingSource::serialise(); }
};

/// Two phrases that stand near each other, in either order. Xapian's own NEAR takes single terms only.
class apart_filter final : public position_filter {
 public:
  struct pair {
    phrase left;
    phrase right;
    Xapian::termpos distance = 0;
    /// A term that must not stand between them.
    std::string barrier;
  };

  explicit apart_filter(std::shared_ptr<const pair> phrases) : phrases(std::move(phrases)) {}
  /// One source a shard.
  apart_filter *clone() const override { return new apart_filter(phrases); }
  std::string get_description() const override { return "apart"; }

 private:
  const std::shared_ptr<const pair> phrases;
  bool holds(const Xapian::Database &database, Xapian::docid docid) const override;
};

/// A phrase that stands where nothing forbidden is beside it. Xapian's own phrases have no edges.
class edge_filter final : public position_filter {
  const std::shared_ptr<const phrase> wanted;
  bool holds(const Xapian::Database &database, Xapian::docid docid) const override {
    return stands(database, docid, *wanted);
  }

 public:
  explicit edge_filter(std::shared_ptr<const phrase> wanted) : wanted(std::move(wanted)) {}
  edge_filter *clone() const override { return new edge_filter(wanted); }
  std::string get_description() const override { return "edges"; }
};

}  // namespace cxapian

#endif
