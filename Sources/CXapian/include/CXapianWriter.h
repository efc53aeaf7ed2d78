// Writing a database: documents handed over in flat buffers, one call a document.
#ifndef CXAPIAN_WRITER_H
#define CXAPIAN_WRITER_H

#include "CXapianDatabase.h"

#pragma clang assume_nonnull begin
CXAPIAN_BEGIN

typedef enum cxapian_mode {
  CXAPIAN_CREATE,
  CXAPIAN_OPEN,
} cxapian_mode;

/// One term of a document; its bytes and positions follow those of the entry before it.
typedef struct cxapian_posting {
  uint32_t term_size;
  uint32_t wdf;
  uint32_t position_count;
} cxapian_posting;

/// One value of a document; its bytes follow those of the entry before it.
typedef struct cxapian_value {
  uint32_t slot;
  uint32_t size;
} cxapian_value;

/// A document in flat buffers. Terms in byte order and ascending positions are fastest; neither is required.
typedef struct cxapian_document {
  cxapian_bytes data;
  const cxapian_posting *_Nullable postings;
  size_t posting_count;
  cxapian_bytes terms;
  const uint32_t *_Nullable positions;
  size_t position_count;
  const cxapian_value *_Nullable values;
  size_t value_count;
  cxapian_bytes value_bytes;
} cxapian_document;

/// Opens a database for writing. `unsynced` never waits for the disk, so that a crash of the machine leaves rubbish.
cxapian_database *_Nullable cxapian_writer_open(
    cxapian_bytes path, cxapian_mode mode, bool unsynced, cxapian_error *error) CXAPIAN_NOEXCEPT;

// The functions below take a handle from `cxapian_writer_open`; with another one they fail with INVALID_USE.

bool cxapian_writer_add(
    cxapian_database *database, const cxapian_document *document, uint32_t *docid,
    cxapian_error *error) CXAPIAN_NOEXCEPT;
bool cxapian_writer_delete(cxapian_database *database, uint32_t docid, cxapian_error *error) CXAPIAN_NOEXCEPT;
bool cxapian_writer_delete_term(cxapian_database *database, cxapian_bytes term, cxapian_error *error) CXAPIAN_NOEXCEPT;
/// Gives the last documents the docids that are free before them, in order, so that docids are 1 to the document count.
bool cxapian_writer_close_gaps(cxapian_database *database, cxapian_error *error) CXAPIAN_NOEXCEPT;
bool cxapian_writer_commit(cxapian_database *database, cxapian_error *error) CXAPIAN_NOEXCEPT;
bool cxapian_writer_close(cxapian_database *database, cxapian_error *error) CXAPIAN_NOEXCEPT;

CXAPIAN_END
#pragma clang assume_nonnull end
#endif
