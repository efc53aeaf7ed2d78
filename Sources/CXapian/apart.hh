// The posting source that looks how far apart two phrases stand.
#ifndef CXAPIAN_APART_HH
#define CXAPIAN_APART_HH

#include <string>

#include "handles.hh"

namespace cxapian {

/// Two phrases, each as the terms that stand at consecutive positions, and how far apart they may be.
struct phrase_pair {
  std::vector<std::string> left;
  std::vector<std::string> right;
  Xapian::termpos distance = 0;
  /// A term that must not stand between them.
  std::string barrier;
};

/// Matches, with weight 0, the documents in which two phrases stand near each other.
///
/// Xapian's own NEAR takes single terms only. As a filter this stands last in Xapian's AND (it claims to match every
/// document), so it reads positions only where the rest of the query matches.
class apart_source final : public Xapian::FixedWeightPostingSource {
  const std::shared_ptr<const phrase_pair> pair;
  Xapian::Database database;

  bool holds(Xapian::docid docid) const;
  /// Goes on to the first document that matches, from where it is.
  void settle(double minimum_weight);

 public:
  explicit apart_source(std::shared_ptr<const phrase_pair> pair) : FixedWeightPostingSource(0), pair(std::move(pair)) {}

  Xapian::doccount get_termfreq_min() const override { return 0; }
  void init(const Xapian::Database &shard) override;
  void next(double minimum_weight) override;
  void skip_to(Xapian::docid docid, double minimum_weight) override;
  bool check(Xapian::docid docid, double minimum_weight) override;
  /// One source a shard.
  apart_source *clone() const override { return new apart_source(pair); }
  /// Phrases could be written down, but nobody reads them; the class above could be.
  std::string name() const override { return PostingSource::name(); }
  std::string serialise() const override { return PostingSource::serialise(); }
  std::string get_description() const override { return "apart"; }
};

}  // namespace cxapian

#endif
