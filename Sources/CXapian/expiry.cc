// Flags, expiries and the source that watches them.
#include "expiry.hh"

#include "guard.hh"

using cxapian::guarded;

namespace cxapian {

bool expiring_source::is_over() {
  if (ended) return true;
  bool over = state->fired.load(std::memory_order_relaxed);
  if (!over && state->flag) over = state->flag->load(std::memory_order_relaxed);
  if (!over && state->deadline && --until_clock == 0) {
    until_clock = documents_per_clock;
    over = std::chrono::steady_clock::now() >= *state->deadline;
  }
  if (over) {
    state->fired.store(true, std::memory_order_relaxed);
    ended = true;
  }
  return over;
}

void expiring_source::init(const Xapian::Database &database) {
  FixedWeightPostingSource::init(database);
  until_clock = documents_per_clock;
  ended = false;
}

void expiring_source::next(double minimum_weight) {
  if (!is_over()) FixedWeightPostingSource::next(minimum_weight);
}

void expiring_source::skip_to(Xapian::docid docid, double minimum_weight) {
  if (!is_over()) FixedWeightPostingSource::skip_to(docid, minimum_weight);
}

bool expiring_source::check(Xapian::docid docid, double minimum_weight) {
  return is_over() || FixedWeightPostingSource::check(docid, minimum_weight);
}

}  // namespace cxapian

extern "C" {

cxapian_flag *cxapian_flag_new(cxapian_error *error) noexcept {
  return guarded(error, [] { return new cxapian_flag(); });
}

void cxapian_flag_free(cxapian_flag *flag) noexcept { delete flag; }

void cxapian_flag_raise(cxapian_flag *flag) noexcept { flag->raised->store(true, std::memory_order_relaxed); }

bool cxapian_flag_is_raised(const cxapian_flag *flag) noexcept {
  return flag->raised->load(std::memory_order_relaxed);
}

cxapian_expiry *cxapian_expiry_new(int64_t nanoseconds, const cxapian_flag *flag, cxapian_error *error) noexcept {
  return guarded(error, [&] {
    auto state = std::make_shared<cxapian::expiry_state>();
    if (nanoseconds != INT64_MAX) {
      state->deadline = std::chrono::steady_clock::now() + std::chrono::nanoseconds(nanoseconds);
    }
    if (flag) state->flag = flag->raised;
    return new cxapian_expiry{std::move(state)};
  });
}

void cxapian_expiry_free(cxapian_expiry *expiry) noexcept { delete expiry; }

bool cxapian_expiry_did_fire(const cxapian_expiry *expiry) noexcept {
  return expiry->state->fired.load(std::memory_order_relaxed);
}

}
