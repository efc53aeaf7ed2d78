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
