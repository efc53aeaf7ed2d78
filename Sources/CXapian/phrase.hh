// Terms in a row, and what must not stand around them.
#ifndef CXAPIAN_PHRASE_HH
#define CXAPIAN_PHRASE_HH

#include <string>
#include <vector>

#include "handles.hh"

namespace cxapian {

using positions = std::vector<Xapian::termpos>;

/// What must not stand right beside a phrase.
struct phrase_edge {
  std::vector<std::string> terms;
  /// Terms that count as such where one of those stands behind.
  std::vector<std::string> joints;
};

/// Terms that stand at consecutive positions.
struct phrase {
  std::vector<std::string> terms;
  phrase_edge before;
  phrase_edge after;
};

positions positions_of(const Xapian::Database &database, Xapian::docid docid, const std::string &term);

/// Where a phrase stands in a document: the positions of its first term.
positions beginnings(const Xapian::Database &database, Xapian::docid docid, const phrase &phrase);

/// Whether it stands there at all: the first place will do.
bool stands(const Xapian::Database &database, Xapian::docid docid, const phrase &phrase);

}  // namespace cxapian

#endif
