// The one place where C++ ends: exceptions become codes, strings and arrays become loans.
#ifndef CXAPIAN_GUARD_HH
#define CXAPIAN_GUARD_HH

#include <string>
#include <utility>

#include "CXapianTypes.h"

/// Whatever owns lent memory.
struct cxapian_owner {
  virtual ~cxapian_owner() = default;
};

namespace cxapian {

/// Turns the exception being handled into a code and a message. Called in a catch block only.
void record_failure(cxapian_error *error) noexcept;

/// Runs the body of one function of the door: its result, or false or NULL and the error when something was thrown.
template <typename Body>
auto guarded(cxapian_error *error, Body &&body) noexcept -> decltype(body()) {
  try {
    return body();
  } catch (...) {
    record_failure(error);
    return {};
  }
}

/// A value kept alive on the heap for what is lent from it.
template <typename Value>
struct owning final : cxapian_owner {
  Value value;
  explicit owning(Value &&value) : value(std::move(value)) {}
};

/// Lends a string or vector, moved, not copied.
template <typename Container>
cxapian_loan lend(Container &&container) {
  auto *owner = new owning<std::decay_t<Container>>(std::forward<Container>(container));
  return {owner->value.data(), owner->value.size(), owner};
}

/// A string of its own; Xapian takes nothing else.
inline std::string text(cxapian_bytes bytes) {
  return bytes.count == 0 ? std::string() : std::string(reinterpret_cast<const char *>(bytes.start), bytes.count);
}

/// A view for the visitors.
inline cxapian_bytes view(const std::string &text) {
  return {reinterpret_cast<const uint8_t *>(text.data()), text.size()};
}

/// Calls the body with each member of a list as a string.
template <typename Body>
void each(cxapian_list list, Body &&body) {
  const uint8_t *start = list.bytes;
  for (size_t index = 0; index < list.count; ++index) {
    body(text({start, list.counts[index]}));
    start += list.counts[index];
  }
}

}  // namespace cxapian

#endif
