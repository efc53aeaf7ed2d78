// How positions decide on a document.
#include "position_filter.hh"

#include <algorithm>

namespace {

using cxapian::positions;

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

bool apart_filter::holds(const Xapian::Database &database, Xapian::docid docid) const {
  const positions left = beginnings(database, docid, phrases->left);
  if (left.empty()) return false;
  const positions right = beginnings(database, docid, phrases->right);
  if (right.empty()) return false;
  const positions barriers = positions_of(database, docid, phrases->barrier);
  return follows(left, phrases->left.terms.size(), right, phrases->distance, barriers) ||
         follows(right, phrases->right.terms.size(), left, phrases->distance, barriers);
}

void position_filter::settle(double minimum_weight) {
  while (!at_end() && !holds(database, get_docid())) FixedWeightPostingSource::next(minimum_weight);
}

void position_filter::init(const Xapian::Database &shard) {
  FixedWeightPostingSource::init(shard);
  database = shard;
}

void position_filter::next(double minimum_weight) {
  FixedWeightPostingSource::next(minimum_weight);
  settle(minimum_weight);
}

void position_filter::skip_to(Xapian::docid docid, double minimum_weight) {
  FixedWeightPostingSource::skip_to(docid, minimum_weight);
  settle(minimum_weight);
}

bool position_filter::check(Xapian::docid docid, double minimum_weight) {
  if (!FixedWeightPostingSource::check(docid, minimum_weight)) return false;
  return at_end() || holds(database, docid);
}

}  // namespace cxapian
