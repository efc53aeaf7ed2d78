// The figures of a database.

internal import CXapian

extension Database {
  /// How many documents there are.
  public var documentCount: Int {
    get throws(XapianError) { Int(try statistics().document_count) }
  }

  /// The greatest docid ever given; 0 before the first.
  public var lastDocID: DocID {
    get throws(XapianError) { try statistics().last_docid }
  }

  private func statistics() throws(XapianError) -> cxapian_statistics {
    var statistics = cxapian_statistics()
    try call(context("statistics")) { cxapian_database_statistics(handle, &statistics, $0) }
    return statistics
  }
}
