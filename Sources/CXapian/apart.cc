// How far apart two phrases stand in one document.
#include "apart.hh"

#include <algorithm>

namespace {

using positions = std::vector<Xapian::termpos>;

positions positions_of(const Xapian::Database &database, Xapian::docid docid, const std::string &term) {
  return positions(database.positionlist_begin(docid, term), database.positionlist_end(docid, term));
}

/// Where the terms stand at consecutive positions: those of the first one.
positions beginnings(const Xapian::Database &database, Xapian::docid docid, const std::vector<std::string> &terms) {
  positions found = positions_of(database, docid, terms[0]);
  for (size_t index = 1; index < terms.size() && !found.empty(); ++index) {
    const positions next = positions_of(database, docid, terms[index]);
    const auto isBroken = [&](Xapian::termpos start) {
      return !std::binary_search(next.begin(), next.end(), start + index);
    };
    found.erase(std::remove_if(found.begin(), found.end(), isBroken), found.end());
  }
  return found;
}

/// Whether any second phrase begins at most so far behind the end of a first one, with no barrier between.
bool follows(
    const positions &first, size_t length, const positions &second, Xapian::termpos distance,
    const positions &barriers) {
  for (const Xapian::termpos start : first) {
    const Xapian::termpos end = start + length;
    const auto next = std::lower_bound(second.begin(), second.end(), end);
    if (next == second.end() || *next - end > distance) continue;
    const auto barrier = std::lower_bound(barriers.begin(), barriers.end(), end);
    if (barrier == barriers.end() || *barrier >= *next) return true;
  }
  return false;
}

}  // namespace

namespace cxapian {

bool apart_source::holds(Xapian::docid docid) const {
  const positions left = beginnings(database, docid, pair->left);
  if (left.empty()) return false;
  const positions right = beginnings(database, docid, pair->right);
  if (right.empty()) return false;
  const positions barriers = positions_of(database, docid, pair->barrier);
  return follows(left, pair->left.size(), right, pair->distance, barriers) ||
         follows(right, pair->right.size(), left, pair->distance, barriers);
}

void apart_source::settle(double minimum_weight) {
  while (!at_end() && !holds(get_docid())) FixedWeightPostingSource::next(minimum_weight);
}

void apart_source::init(const Xapian::Database &shard) {
  FixedWeightPostingSource::init(shard);
  database = shard;
}

void apart_source::next(double minimum_weight) {
  FixedWeightPostingSource::next(minimum_weight);
  settle(minimum_weight);
}

void apart_source::skip_to(Xapian::docid docid, double minimum_weight) {
  FixedWeightPostingSource::skip_to(docid, minimum_weight);
  settle(minimum_weight);
}

bool apart_source::check(Xapian::docid docid, double minimum_weight) {
  if (!FixedWeightPostingSource::check(docid, minimum_weight)) return false;
  return at_end() || holds(docid);
}

}  // namespace cxapian
