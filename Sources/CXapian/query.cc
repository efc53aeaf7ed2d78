// Building, printing and storing queries.
#include "apart.hh"
#include "expiry.hh"
#include "guard.hh"

using cxapian::each;
using cxapian::guarded;
using cxapian::lend;
using cxapian::text;

namespace {

cxapian_query *handle(Xapian::Query query) { return new cxapian_query{std::move(query)}; }

Xapian::Query::op operation_named(cxapian_operator name) {
  switch (name) {
    case CXAPIAN_AND: return Xapian::Query::OP_AND;
    case CXAPIAN_OR: return Xapian::Query::OP_OR;
    case CXAPIAN_AND_NOT: return Xapian::Query::OP_AND_NOT;
    case CXAPIAN_AND_MAYBE: return Xapian::Query::OP_AND_MAYBE;
    case CXAPIAN_FILTER: return Xapian::Query::OP_FILTER;
    case CXAPIAN_SYNONYM: return Xapian::Query::OP_SYNONYM;
  }
  throw Xapian::InvalidArgumentError("an unknown operator");
}

}  // namespace

extern "C" {

void cxapian_query_free(cxapian_query *query) noexcept { delete query; }

cxapian_query *cxapian_query_all(cxapian_error *error) noexcept {
  // Not Query::MatchAll: its reference count is shared between threads and not atomic.
  return guarded(error, [] { return handle(Xapian::Query(std::string())); });
}

cxapian_query *cxapian_query_nothing(cxapian_error *error) noexcept {
  return guarded(error, [] { return handle(Xapian::Query()); });
}

cxapian_query *cxapian_query_term(cxapian_bytes term, cxapian_error *error) noexcept {
  return guarded(error, [&] { return handle(Xapian::Query(text(term))); });
}

cxapian_query *cxapian_query_combine(
    cxapian_operator operation, const cxapian_query *const *queries, size_t count, cxapian_error *error) noexcept {
  return guarded(error, [&] {
    std::vector<Xapian::Query> parts;
    parts.reserve(count);
    for (size_t index = 0; index < count; ++index) parts.push_back(queries[index]->query);
    return handle(Xapian::Query(operation_named(operation), parts.begin(), parts.end()));
  });
}

cxapian_query *cxapian_query_scale(const cxapian_query *query, double factor, cxapian_error *error) noexcept {
  return guarded(error, [&] { return handle(Xapian::Query(factor, query->query)); });
}

cxapian_query *cxapian_query_constant_weight(double weight, cxapian_error *error) noexcept {
  return guarded(
      error, [&] { return handle(Xapian::Query((new Xapian::FixedWeightPostingSource(weight))->release())); });
}

cxapian_query *cxapian_query_value_weight(uint32_t slot, cxapian_error *error) noexcept {
  return guarded(error, [&] { return handle(Xapian::Query((new Xapian::ValueWeightPostingSource(slot))->release())); });
}

bool cxapian_sortable(double number, cxapian_loan *bytes, cxapian_error *error) noexcept {
  return guarded(error, [&] {
    *bytes = lend(Xapian::sortable_serialise(number));
    return true;
  });
}

cxapian_query *cxapian_query_apart(
    cxapian_list left, cxapian_list right, uint32_t distance, cxapian_bytes barrier, cxapian_error *error) noexcept {
  return guarded(error, [&] {
    auto pair = std::make_shared<cxapian::phrase_pair>();
    each(left, [&](const std::string &term) { pair->left.push_back(term); });
    each(right, [&](const std::string &term) { pair->right.push_back(term); });
    pair->distance = distance;
    pair->barrier = text(barrier);
    return handle(Xapian::Query((new cxapian::apart_source(std::move(pair)))->release()));
  });
}

cxapian_query *cxapian_query_phrase(cxapian_list terms, cxapian_error *error) noexcept {
  return guarded(error, [&] {
    std::vector<Xapian::Query> parts;
    parts.reserve(terms.count);
    each(terms, [&](const std::string &term) { parts.push_back(Xapian::Query(term)); });
    return handle(Xapian::Query(Xapian::Query::OP_PHRASE, parts.begin(), parts.end()));
  });
}

cxapian_query *cxapian_query_expiring(
    const cxapian_query *query, const cxapian_expiry *expiry, cxapian_error *error) noexcept {
  return guarded(error, [&] {
    const Xapian::Query watch((new cxapian::expiring_source(expiry->state))->release());
    return handle(Xapian::Query(Xapian::Query::OP_FILTER, query->query, watch));
  });
}

bool cxapian_query_description(const cxapian_query *query, cxapian_loan *description, cxapian_error *error) noexcept {
  return guarded(error, [&] {
    *description = lend(query->query.get_description());
    return true;
  });
}

bool cxapian_query_serialise(const cxapian_query *query, cxapian_loan *bytes, cxapian_error *error) noexcept {
  return guarded(error, [&] {
    *bytes = lend(query->query.serialise());
    return true;
  });
}

}
