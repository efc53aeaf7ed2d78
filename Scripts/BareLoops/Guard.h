// Keeps exceptions inside: what is thrown becomes a message.

#pragma once

#include <cstdio>
#include <exception>
#include <xapian.h>

namespace bare {

/// Runs the body; 0, or 1 with the reason in `message`.
template <typename Body> int guard(char *message, size_t capacity, Body &&body) noexcept {
  try {
    body();
    return 0;
  } catch (const Xapian::Error &error) {
    // get_description() can throw for want of memory; the parts it is made of cannot.
    std::snprintf(message, capacity, "%s: %s", error.get_type(), error.get_msg().c_str());
  } catch (const std::exception &error) {
    std::snprintf(message, capacity, "%s", error.what());
  } catch (...) {
    std::snprintf(message, capacity, "an exception of an unknown type");
  }
  return 1;
}

} // namespace bare
