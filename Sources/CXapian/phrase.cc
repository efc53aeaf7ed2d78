// Where phrases stand in a document.
#include "phrase.hh"

#include <algorithm>

namespace {

using cxapian::phrase;
using cxapian::phrase_edge;
using cxapian::positions;

/// One document, looked at position by position.
class document {
  const Xapian::Database &database;
  const Xapian::docid docid;

  bool holds(const std::string &term, Xapian::termpos position) const {
    auto place = database.positionlist_begin(docid, term);
    const auto end = database.positionlist_end(docid, term);
    if (place != end) place.skip_to(position);
    return place != end && *place == position;
  }

  bool holds_any(const std::vector<std::string> &terms, Xapian::termpos position) const {
    return std::any_of(terms.begin(), terms.end(), [&](const auto &term) { return holds(term, position); });
  }

  /// Whether an edge forbids what stands at a position; `step` leads away from the phrase.
  bool forbids(const phrase_edge &edge, Xapian::termpos position, int step) const {
    if (edge.terms.empty()) return false;
    if (holds_any(edge.terms, position)) return true;
    return holds_any(edge.joints, position) && holds_any(edge.terms, position + step);
  }

 public:
  document(const Xapian::Database &database, Xapian::docid docid) : database(database), docid(docid) {}

  /// Where the terms stand in a row, whatever is around them.
  positions rows(const std::vector<std::string> &terms) const {
    positions found = cxapian::positions_of(database, docid, terms[0]);
    for (size_t index = 1; index < terms.size() && !found.empty(); ++index) {
      const positions next = cxapian::positions_of(database, docid, terms[index]);
      const auto isBroken = [&](Xapian::termpos start) {
        return !std::binary_search(next.begin(), next.end(), start + index);
      };
      found.erase(std::remove_if(found.begin(), found.end(), isBroken), found.end());
    }
    return found;
  }

  /// Whether a row goes on beyond an edge. Nothing stands before the first position, which is 1, or behind the last.
  bool goes_on(const phrase &phrase, Xapian::termpos start) const {
    return forbids(phrase.before, start - 1, -1) || forbids(phrase.after, start + phrase.terms.size(), 1);
  }
};

}  // namespace

namespace cxapian {

positions positions_of(const Xapian::Database &database, Xapian::docid docid, const std::string &term) {
  return positions(database.positionlist_begin(docid, term), database.positionlist_end(docid, term));
}

positions beginnings(const Xapian::Database &database, Xapian::docid docid, const phrase &phrase) {
  const document document(database, docid);
  positions found = document.rows(phrase.terms);
  const auto goesOn = [&](Xapian::termpos start) { return document.goes_on(phrase, start); };
  found.erase(std::remove_if(found.begin(), found.end(), goesOn), found.end());
  return found;
}

bool stands(const Xapian::Database &database, Xapian::docid docid, const phrase &phrase) {
  const document document(database, docid);
  const positions found = document.rows(phrase.terms);
  return std::any_of(found.begin(), found.end(), [&](Xapian::termpos start) {
    return !document.goes_on(phrase, start);
  });
}

}  // namespace cxapian
