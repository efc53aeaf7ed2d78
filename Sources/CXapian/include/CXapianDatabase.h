// Reading a database: statistics, documents, terms; checking and compacting one.
#ifndef CXAPIAN_DATABASE_H
#define CXAPIAN_DATABASE_H

#include "CXapianTypes.h"

#pragma clang assume_nonnull begin
CXAPIAN_BEGIN

/// An open database, for reading or (CXapianWriter.h) for writing too.
typedef struct cxapian_database cxapian_database;

typedef struct cxapian_statistics {
  uint32_t document_count;
  uint32_t last_docid;
} cxapian_statistics;

/// Opens databases as the shards of one, for reading.
cxapian_database *_Nullable cxapian_database_open(cxapian_list paths, cxapian_error *error) CXAPIAN_NOEXCEPT;
/// Frees a handle; a writer first commits what is pending.
void cxapian_database_free(cxapian_database *database) CXAPIAN_NOEXCEPT;

bool cxapian_database_statistics(
    const cxapian_database *database, cxapian_statistics *statistics, cxapian_error *error) CXAPIAN_NOEXCEPT;

bool cxapian_database_data(
    const cxapian_database *database, uint32_t docid, cxapian_loan *data, cxapian_error *error) CXAPIAN_NOEXCEPT;
bool cxapian_database_value(
    const cxapian_database *database, uint32_t docid, uint32_t slot, cxapian_loan *value,
    cxapian_error *error) CXAPIAN_NOEXCEPT;

bool cxapian_database_term_frequency(
    const cxapian_database *database, cxapian_bytes term, uint32_t *documents, cxapian_error *error) CXAPIAN_NOEXCEPT;
/// How many documents have a term of each group, read off the posting lists.
///
/// @param groups The group of each term: from 0 up, those of one group in a row.
/// @param most_postings Gives up at once where there are more, or docids lie too far apart: `*documents` is then
///   UINT32_MAX.
bool cxapian_database_count(
    const cxapian_database *database, cxapian_list terms, const uint32_t *groups, uint64_t most_postings,
    uint32_t *documents, cxapian_error *error) CXAPIAN_NOEXCEPT;
/// The docids (`uint32_t`) of a term's posting list, ascending.
bool cxapian_database_postings(
    const cxapian_database *database, cxapian_bytes term, cxapian_loan *docids, cxapian_error *error) CXAPIAN_NOEXCEPT;
/// The smallest docid that has the term; 0 when there is none.
bool cxapian_database_first_posting(
    const cxapian_database *database, cxapian_bytes term, uint32_t *docid, cxapian_error *error) CXAPIAN_NOEXCEPT;

/// Called with each document that has a value in a slot, in order. The bytes live until the call returns.
typedef void (*cxapian_value_visitor)(void *context, uint32_t docid, cxapian_bytes value);
bool cxapian_database_each_value(
    const cxapian_database *database, uint32_t slot, cxapian_value_visitor visitor, void *context,
    cxapian_error *error) CXAPIAN_NOEXCEPT;

/// Called with each term in byte order; false ends the walk. The bytes live until the call returns.
typedef bool (*cxapian_term_visitor)(void *context, cxapian_bytes term, uint32_t frequency);
/// The walk goes over the terms with a prefix, from the first one that is not below `from`.
bool cxapian_database_each_term(
    const cxapian_database *database, cxapian_bytes prefix, cxapian_bytes from, cxapian_term_visitor visitor,
    void *context, cxapian_error *error) CXAPIAN_NOEXCEPT;

/// Called with each term of one document in byte order. All pointers live until the call returns.
typedef void (*cxapian_document_term_visitor)(
    void *context, cxapian_bytes term, uint32_t wdf, const uint32_t *_Nullable positions, size_t position_count);
bool cxapian_database_each_document_term(
    const cxapian_database *database, uint32_t docid, cxapian_document_term_visitor visitor, void *context,
    cxapian_error *error) CXAPIAN_NOEXCEPT;

/// Verifies the tables of the database at a path; `report` is lent text.
bool cxapian_database_check(
    cxapian_bytes path, size_t *error_count, cxapian_loan *report, cxapian_error *error) CXAPIAN_NOEXCEPT;
/// Merges databases into a new one and renumbers the documents in the order of the sources.
bool cxapian_database_compact(
    cxapian_list sources, cxapian_bytes destination, cxapian_error *error) CXAPIAN_NOEXCEPT;

CXAPIAN_END
#pragma clang assume_nonnull end
#endif
