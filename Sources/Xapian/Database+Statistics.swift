// The figures of a database.

internal import CXapian

extension Database {
  /// How many documents there are.
  public var documentCount: Int {
    get throws(XapianError) { Int(try statistics().document_count) }
  }

  /// The mean length of the documents: the sum of their wdf.
  public var averageLength: Double {
    get throws(XapianError) { try statistics().average_length }
  }

  /// The greatest docid ever given; 0 before the first.
  public var lastDocID: DocID {
    get throws(XapianError) { try statistics().last_docid }
  }

  /// Whether any term has positions.
  public var hasPositions: Bool {
    get throws(XapianError) { try statistics().has_positions }
  }

  /// The name that the database got when it was made; with several shards their names joined.
  public var uuid: String {
    get throws(XapianError) {
      var loan = cxapian_loan()
      try call(context("uuid")) { cxapian_database_uuid(handle, &loan, $0) }
      return loan.takeText()
    }
  }

  private func statistics() throws(XapianError) -> cxapian_statistics {
    var statistics = cxapian_statistics()
    try call(context("statistics")) { cxapian_database_statistics(handle, &statistics, $0) }
    return statistics
  }
}
