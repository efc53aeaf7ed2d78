// Building, printing and storing queries.
#include "expiry.hh"
#include "guard.hh"
#include "position_filter.hh"

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

/// A query of one posting source, which it then owns.
template <typename Source, typename Wanted>
cxapian_query *source(Wanted wanted) {
  return handle(Xapian::Query((new Source(std::move(wanted)))->release()));
}

std::vector<std::string> terms(cxapian_list list) {
  std::vector<std::string> terms;
  terms.reserve(list.count);
  each(list, [&](const std::string &term) { terms.push_back(term); });
  return terms;
}

cxapian::phrase phrase(const cxapian_phrase &given) {
  return {
      terms(given.terms),
      {terms(given.before.terms), terms(given.before.joints)},
      {terms(given.after.terms), terms(given.after.joints)}};
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
    const cxapian_phrase *left, const cxapian_phrase *right, uint32_t distance, cxapian_bytes barrier,
    cxapian_error *error) noexcept {
  return guarded(error, [&] {
    cxapian::apart_filter::pair pair{phrase(*left), phrase(*right), distance, text(barrier)};
    return source<cxapian::apart_filter>(std::make_shared<cxapian::apart_filter::pair>(std::move(pair)));
  });
}

cxapian_query *cxapian_query_edges(const cxapian_phrase *wanted, cxapian_error *error) noexcept {
  return guarded(
      error, [&] { return source<cxapian::edge_filter>(std::make_shared<cxapian::phrase>(phrase(*wanted))); });
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
