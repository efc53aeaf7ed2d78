// Which exception is which code, and the freeing of what the caller owns.
#include "guard.hh"

#include <xapian.h>

#include <cstdlib>
#include <cstring>
#include <new>

#include "CXapian.h"

namespace {

void record(cxapian_error *error, cxapian_code code, const char *message) noexcept {
  cxapian_error_clear(error);
  error->code = code;
  error->message = strdup(message);
}

/// Derived classes stand before their bases; the order is Xapian's hierarchy, not a preference.
cxapian_code code_of_current_exception() noexcept {
  try {
    throw;
  } catch (const Xapian::DatabaseNotFoundError &) {
    return CXAPIAN_DATABASE_NOT_FOUND;
  } catch (const Xapian::DatabaseOpeningError &) {  // also another format version
    return CXAPIAN_CANNOT_OPEN;
  } catch (const Xapian::DatabaseCreateError &) {
    return CXAPIAN_CANNOT_OPEN;
  } catch (const Xapian::DatabaseLockError &) {
    return CXAPIAN_LOCKED;
  } catch (const Xapian::DatabaseModifiedError &) {
    return CXAPIAN_MODIFIED;
  } catch (const Xapian::DatabaseCorruptError &) {
    return CXAPIAN_CORRUPT;
  } catch (const Xapian::DatabaseClosedError &) {
    return CXAPIAN_INVALID_USE;
  } catch (const Xapian::DocNotFoundError &) {
    return CXAPIAN_DOCUMENT_NOT_FOUND;
  } catch (const Xapian::LogicError &) {  // invalid argument or operation, unimplemented
    return CXAPIAN_INVALID_USE;
  } catch (const Xapian::RangeError &) {
    return CXAPIAN_INVALID_USE;
  } catch (...) {
    return CXAPIAN_FAILED;
  }
}

}  // namespace

void cxapian::record_failure(cxapian_error *error) noexcept {
  const cxapian_code code = code_of_current_exception();
  try {
    throw;
  } catch (const Xapian::Error &thrown) {
    try {
      record(error, code, thrown.get_description().c_str());
    } catch (...) {
      record(error, code, thrown.get_type());
    }
  } catch (const std::bad_alloc &) {
    record(error, code, "out of memory");
  } catch (const std::exception &thrown) {
    record(error, code, thrown.what());
  } catch (...) {
    record(error, code, "an exception of unknown type");
  }
}

extern "C" {

void cxapian_error_clear(cxapian_error *error) noexcept {
  free(error->message);
  error->message = nullptr;
  error->code = CXAPIAN_OK;
}

void cxapian_owner_free(cxapian_owner *owner) noexcept { delete owner; }

}
