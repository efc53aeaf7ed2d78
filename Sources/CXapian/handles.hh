// What the opaque handles are, for the files of this module only.
#ifndef CXAPIAN_HANDLES_HH
#define CXAPIAN_HANDLES_HH

#include <xapian.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <vector>

#include "CXapian.h"

struct cxapian_database {
  /// For reading; shares its internals with `writer`.
  Xapian::Database reader;
  std::optional<Xapian::WritableDatabase> writer;
};

struct cxapian_flag {
  std::shared_ptr<std::atomic<bool>> raised = std::make_shared<std::atomic<bool>>(false);
};

namespace cxapian {

/// Positions are stored one higher than the caller counts them: glass (seen in 1.4.22) writes the list {0, 1} with the
/// bytes of {1}, so that a phrase of a doubled character is not found at the very beginning of a text.
constexpr Xapian::termpos position_shift = 1;

/// What all sources of one expiry share, on whatever thread they match.
struct expiry_state {
  /// Nothing means that only the flag counts.
  std::optional<std::chrono::steady_clock::time_point> deadline;
  std::shared_ptr<std::atomic<bool>> flag;
  std::atomic<bool> fired{false};
};

}  // namespace cxapian

struct cxapian_expiry {
  std::shared_ptr<cxapian::expiry_state> state;
};

struct cxapian_query {
  Xapian::Query query;
};

struct cxapian_enquire {
  Xapian::Enquire enquire;
  std::vector<Xapian::valueno> facet_slots;
};

#endif
