// Matching: a database, a query, a ranking; one call brings hits, totals and facet counts.
#ifndef CXAPIAN_ENQUIRE_H
#define CXAPIAN_ENQUIRE_H

#include "CXapianDatabase.h"
#include "CXapianQuery.h"

#pragma clang assume_nonnull begin
CXAPIAN_BEGIN

typedef struct cxapian_enquire cxapian_enquire;

/// The constants of BM25 by Xapian's names.
typedef struct cxapian_bm25 {
  double k1;
  double k2;
  double k3;
  double b;
  double minimum_normalized_length;
} cxapian_bm25;

/// How many examined matches had a value in a slot.
typedef struct cxapian_facet {
  cxapian_bytes value;
  uint32_t slot;
  uint32_t count;
} cxapian_facet;

/// The outcome of a match; all pointers live until the owner is freed. Facets come by slot, then by value.
typedef struct cxapian_match_set {
  const uint32_t *_Nullable docids;
  const double *_Nullable weights;
  size_t count;
  const cxapian_facet *_Nullable facets;
  size_t facet_count;
  uint32_t lower_bound;
  uint32_t estimate;
  uint32_t upper_bound;
  cxapian_owner *_Nullable owner;
} cxapian_match_set;

cxapian_enquire *_Nullable cxapian_enquire_new(
    const cxapian_database *database, cxapian_error *error) CXAPIAN_NOEXCEPT;
void cxapian_enquire_free(cxapian_enquire *enquire) CXAPIAN_NOEXCEPT;

bool cxapian_enquire_set_query(
    cxapian_enquire *enquire, const cxapian_query *query, cxapian_error *error) CXAPIAN_NOEXCEPT;
bool cxapian_enquire_set_bm25(
    cxapian_enquire *enquire, const cxapian_bm25 *constants, cxapian_error *error) CXAPIAN_NOEXCEPT;
bool cxapian_enquire_set_boolean_weight(cxapian_enquire *enquire, cxapian_error *error) CXAPIAN_NOEXCEPT;
/// By a value's bytes, then by docid; documents without one come last in either direction. `absent` is what they count
/// as: above all values, or for `reverse` below.
bool cxapian_enquire_sort_by_value(
    cxapian_enquire *enquire, uint32_t slot, bool reverse, cxapian_bytes absent, cxapian_error *error) CXAPIAN_NOEXCEPT;
bool cxapian_enquire_add_facet(cxapian_enquire *enquire, uint32_t slot, cxapian_error *error) CXAPIAN_NOEXCEPT;

bool cxapian_enquire_match(
    cxapian_enquire *enquire, uint32_t first, uint32_t limit, uint32_t check_at_least, cxapian_match_set *matches,
    cxapian_error *error) CXAPIAN_NOEXCEPT;

CXAPIAN_END
#pragma clang assume_nonnull end
#endif
