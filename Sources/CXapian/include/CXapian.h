// The C door to Xapian: opaque handles, integers and pointers; no exception and no C++ type gets out.
//
// Laws of every function here:
// - It is noexcept. A function that can fail takes a `cxapian_error *` last and returns false or NULL when it failed;
//   then no out parameter has been written.
// - Bytes passed in are only read during the call. Bytes lent out live until their owner or handle is freed.
// - A handle belongs to one thread at a time; only `cxapian_flag` and `cxapian_expiry` may be shared.
#ifndef CXAPIAN_H
#define CXAPIAN_H

#include "CXapianDatabase.h"
#include "CXapianEnquire.h"
#include "CXapianExpiry.h"
#include "CXapianQuery.h"
#include "CXapianTypes.h"
#include "CXapianWriter.h"

#endif
