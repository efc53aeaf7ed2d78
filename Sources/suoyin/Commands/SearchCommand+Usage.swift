// What suoyin search says of itself, and what does not go together in it.

internal import Archive

extension SearchCommand {
  static let overview = """
    Words are ranked: documents that hold everything as it was typed stand first. A phrase is exact, however the
    source was broken into lines. Width, case, traditional and simplified characters make no difference. A document's
    number finds the document that has it first, in any brackets.

    AND, OR, NOT, NEAR/8 (与 或 非 近/8), parentheses, + and -, prefix* and field:value are understood; QUERIES.md has the
    language, and suoyin explain shows how a query is read.

    Filters, --filter FIELD=VALUE, leave only documents with a value; the same field twice means either, different
    fields mean all. Without a query they list all such documents. Dates are 2024, 2024-03, 2024-03-05 or 2024年3月, or
    ranges such as 2023..2024-06; regions paths or single divisions; title and text are exact phrases. The fields:
    \(Field.allCases.map { "  \($0.name) \($0.alias): \($0.help)" }.joined(separator: "\n"))

    Text is as wide as the terminal ($COLUMNS goes before it), or 80 columns where there is none. In csv and tsv the columns are
    rank, id, score, strict, title, number, issuers, date, kind, region, source, line and passage; that there are more hits, and
    how a query was misread, is said on standard error.

    Examples:
      suoyin search 普惠金融 首贷
      suoyin search '"农业保险"' --limit 3 --passages 3
      suoyin search 保险 --since 2023 --until 2024-06 --filter issuers=国务院办公厅
      suoyin search '(保险 OR 信贷) AND 农业 date:2023..2024'
      suoyin search --filter 文号='国办发[2024]7号'
      suoyin search 普惠金融 --facet issuer --facet year --limit 0
      suoyin search 保险 --group parent
      suoyin search '"农业保险"' --count
      suoyin search 保险 --limit 1000 --format csv --bom > 保险.csv
      suoyin search 保险 --format ids | while read -r id; do suoyin show "$id" --cite; done
      suoyin search --queries queries.jsonl --format trec

    Exit status: 0 found, 1 nothing found, 2 usage, 3 daemon unreachable, 4 index missing or of another version.
    """

  /// What does not go together, with what to do instead.
  var conflicts: [(isGiven: Bool, remedy: String)] {
    queryConflicts + countConflicts + [
      (
        mark.bom && !format.isTable,
        "--bom is for tables: add --format csv or --format tsv, or leave it out"
      ),
      (
        group != .none && format != .text,
        "--group is for --format text; in others every hit has its source, and in json its parent, too"
      ),
      (
        !facets.isEmpty && !format.isWholeAnswer,
        "--facet has no place among hits: use --format text or json, with --limit 0 for the counts alone"
      ),
      (
        (passages ?? 0) > 1 && format.isTable,
        "a row has the best passage only: use --format jsonl for more, or leave --passages out"
      ),
      (
        (passages ?? 0) > 0 && format.isWithoutPassages,
        "--format \(format.rawValue) shows no passages: use text, json or jsonl, or leave --passages out"
      ),
    ]
  }

  private var queryConflicts: [(isGiven: Bool, remedy: String)] {
    let hasFilter = !filter.filters.isEmpty
    return [
      (!query.isEmpty && queries != nil, "give a query or --queries FILE, not both"),
      (
        coverage.coverage && queries != nil,
        "--coverage is of one query's filters: leave it out, and ask suoyin search --coverage --limit 0 with those of a line"
      ),
      (cursor != nil && queries != nil, "--cursor belongs to one query, not to --queries FILE"),
      (
        queries != nil && ![.text, .json, .trec].contains(format),
        "in \(format.rawValue) nothing tells the queries of --queries FILE apart: use --format json (an answer a line) or trec"
      ),
      (
        query.isEmpty && queries == nil && !hasFilter,
        "give a query, --filter FIELD=VALUE, --since or --until DATE, or --queries FILE"
      ),
    ]
  }

  private var countConflicts: [(isGiven: Bool, remedy: String)] {
    guard count else { return [] }
    return [
      (
        queries != nil,
        "--count is of one query: with --queries FILE use --limit 0 --format json, and read total.strict"
      ),
      (format != .text && format != .json, "--count prints a number, or with --format json an object"),
      (!facets.isEmpty, "--count prints one number: for --facet use --limit 0 instead of it"),
      (
        limit != nil || cursor != nil || passages != nil || group != .none,
        "--count counts all that match: leave --limit, --cursor, --passages and --group out"
      ),
    ]
  }
}
