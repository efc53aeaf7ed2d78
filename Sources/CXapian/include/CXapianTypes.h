// What all parts of the C door share: the error, views of bytes, and memory lent to the caller.
#ifndef CXAPIAN_TYPES_H
#define CXAPIAN_TYPES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define CXAPIAN_BEGIN extern "C" {
#define CXAPIAN_END }
#define CXAPIAN_NOEXCEPT noexcept
#else
#define CXAPIAN_BEGIN
#define CXAPIAN_END
#define CXAPIAN_NOEXCEPT
#endif

#pragma clang assume_nonnull begin
CXAPIAN_BEGIN

/// Why a call failed. The set is closed; texts are for people and are never compared.
typedef enum cxapian_code {
  CXAPIAN_OK = 0,
  /// An argument or the order of the calls is wrong; also a database that was closed.
  CXAPIAN_INVALID_USE,
  CXAPIAN_DATABASE_NOT_FOUND,
  /// There is something, but it cannot be opened or created: another format version, an existing database, no access.
  CXAPIAN_CANNOT_OPEN,
  /// Another writer holds the database.
  CXAPIAN_LOCKED,
  /// The database changed under a reader: open it anew and try again.
  CXAPIAN_MODIFIED,
  CXAPIAN_CORRUPT,
  CXAPIAN_DOCUMENT_NOT_FOUND,
  /// Input or output failed, memory ran out, or anything else.
  CXAPIAN_FAILED,
} cxapian_code;

/// Owned by the caller, zeroed before its first use. The message is UTF-8 and freed by `cxapian_error_clear`.
typedef struct cxapian_error {
  cxapian_code code;
  char *_Nullable message;
} cxapian_error;

void cxapian_error_clear(cxapian_error *error) CXAPIAN_NOEXCEPT;

/// Bytes of somebody else. `start` may be NULL when `count` is 0.
typedef struct cxapian_bytes {
  const uint8_t *_Nullable start;
  size_t count;
} cxapian_bytes;

/// Several byte strings laid end to end: `counts[i]` is the length of the i-th.
typedef struct cxapian_list {
  const uint8_t *_Nullable bytes;
  const size_t *_Nullable counts;
  size_t count;
} cxapian_list;

/// Keeps lent memory alive.
typedef struct cxapian_owner cxapian_owner;

void cxapian_owner_free(cxapian_owner *_Nullable owner) CXAPIAN_NOEXCEPT;

/// Memory lent until its owner is freed. `count` counts elements: bytes, or `uint32_t` where the function says so.
typedef struct cxapian_loan {
  const void *_Nullable start;
  size_t count;
  cxapian_owner *_Nullable owner;
} cxapian_loan;

CXAPIAN_END
#pragma clang assume_nonnull end
#endif
