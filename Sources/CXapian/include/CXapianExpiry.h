// Ending a match early: a flag that another thread may raise, and a deadline.
#ifndef CXAPIAN_EXPIRY_H
#define CXAPIAN_EXPIRY_H

#include "CXapianTypes.h"

#pragma clang assume_nonnull begin
CXAPIAN_BEGIN

/// A flag that any thread may raise and read.
typedef struct cxapian_flag cxapian_flag;

cxapian_flag *_Nullable cxapian_flag_new(cxapian_error *error) CXAPIAN_NOEXCEPT;
void cxapian_flag_free(cxapian_flag *flag) CXAPIAN_NOEXCEPT;
void cxapian_flag_raise(cxapian_flag *flag) CXAPIAN_NOEXCEPT;
bool cxapian_flag_is_raised(const cxapian_flag *flag) CXAPIAN_NOEXCEPT;

/// The end that queries share: once it has fired, all of them are over.
typedef struct cxapian_expiry cxapian_expiry;

/// Fires `nanoseconds` from now (INT64_MAX: never) or once the flag is raised.
cxapian_expiry *_Nullable cxapian_expiry_new(
    int64_t nanoseconds, const cxapian_flag *_Nullable flag, cxapian_error *error) CXAPIAN_NOEXCEPT;
void cxapian_expiry_free(cxapian_expiry *expiry) CXAPIAN_NOEXCEPT;
/// Whether it cut a match short.
bool cxapian_expiry_did_fire(const cxapian_expiry *expiry) CXAPIAN_NOEXCEPT;

CXAPIAN_END
#pragma clang assume_nonnull end
#endif
