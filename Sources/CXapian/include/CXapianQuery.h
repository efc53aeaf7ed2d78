// Queries: immutable trees, combined without copying.
#ifndef CXAPIAN_QUERY_H
#define CXAPIAN_QUERY_H

#include "CXapianExpiry.h"

#pragma clang assume_nonnull begin
CXAPIAN_BEGIN

typedef struct cxapian_query cxapian_query;

typedef enum cxapian_operator {
  CXAPIAN_AND,
  CXAPIAN_OR,
  CXAPIAN_AND_NOT,
  CXAPIAN_AND_MAYBE,
  CXAPIAN_FILTER,
  CXAPIAN_SYNONYM,
} cxapian_operator;

void cxapian_query_free(cxapian_query *query) CXAPIAN_NOEXCEPT;

cxapian_query *_Nullable cxapian_query_all(cxapian_error *error) CXAPIAN_NOEXCEPT;
cxapian_query *_Nullable cxapian_query_nothing(cxapian_error *error) CXAPIAN_NOEXCEPT;
cxapian_query *_Nullable cxapian_query_term(cxapian_bytes term, cxapian_error *error) CXAPIAN_NOEXCEPT;
cxapian_query *_Nullable cxapian_query_combine(
    cxapian_operator operation, const cxapian_query *_Nonnull const *_Nullable queries, size_t count,
    cxapian_error *error) CXAPIAN_NOEXCEPT;
cxapian_query *_Nullable cxapian_query_scale(
    const cxapian_query *query, double factor, cxapian_error *error) CXAPIAN_NOEXCEPT;
/// Every document, each with the same weight.
cxapian_query *_Nullable cxapian_query_constant_weight(double weight, cxapian_error *error) CXAPIAN_NOEXCEPT;
/// Every document with a value in a slot, weighted by the number that the value is (cxapian_sortable).
cxapian_query *_Nullable cxapian_query_value_weight(uint32_t slot, cxapian_error *error) CXAPIAN_NOEXCEPT;
/// A number as bytes whose order is that of the numbers.
bool cxapian_sortable(double number, cxapian_loan *bytes, cxapian_error *error) CXAPIAN_NOEXCEPT;
/// What must not stand right beside a phrase: a term, or a joint with a term behind it.
typedef struct cxapian_edge {
  cxapian_list terms;
  cxapian_list joints;
} cxapian_edge;

/// Terms at consecutive positions, with nothing beside them that an edge forbids.
typedef struct cxapian_phrase {
  cxapian_list terms;
  cxapian_edge before;
  cxapian_edge after;
} cxapian_phrase;

/// Documents in which two phrases stand, in either order, with at most `distance` positions between them and none of
/// them a `barrier`. To be used as a filter of what holds both phrases: it looks at every document otherwise.
cxapian_query *_Nullable cxapian_query_apart(
    const cxapian_phrase *left, const cxapian_phrase *right, uint32_t distance, cxapian_bytes barrier,
    cxapian_error *error) CXAPIAN_NOEXCEPT;
/// Documents in which a phrase stands with its edges as they should be. To be used as a filter, too.
cxapian_query *_Nullable cxapian_query_edges(const cxapian_phrase *phrase, cxapian_error *error) CXAPIAN_NOEXCEPT;
/// The terms at consecutive positions, in their order.
cxapian_query *_Nullable cxapian_query_phrase(cxapian_list terms, cxapian_error *error) CXAPIAN_NOEXCEPT;
/// The query until the expiry fires.
cxapian_query *_Nullable cxapian_query_expiring(
    const cxapian_query *query, const cxapian_expiry *expiry, cxapian_error *error) CXAPIAN_NOEXCEPT;

bool cxapian_query_description(const cxapian_query *query, cxapian_loan *text, cxapian_error *error) CXAPIAN_NOEXCEPT;
bool cxapian_query_serialise(const cxapian_query *query, cxapian_loan *bytes, cxapian_error *error) CXAPIAN_NOEXCEPT;

CXAPIAN_END
#pragma clang assume_nonnull end
#endif
