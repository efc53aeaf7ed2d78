// The term dictionary, posting lists and the terms of a document.

internal import CXapian

/// A term of a document.
public struct DocumentTerm: Sendable, Equatable {
  /// The term.
  public let term: [UInt8]
  /// What the term counts in ranking (within-document frequency).
  public let wdf: Int
  /// Ascending; empty when the term was stored without any.
  public let positions: [UInt32]
}

extension Database {
  /// How many documents have the term; 0 for a term that does not exist.
  public func termFrequency(_ term: some Bytes) throws(XapianError) -> Int {
    var count: UInt32 = 0
    try call(context("term frequency")) { error in
      term.withView { cxapian_database_term_frequency(handle, $0, &count, error) }
    }
    return Int(count)
  }

  /// How many documents have a term of each group, read off the posting lists: faster than a match, which would make a
  /// list of them.
  ///
  /// - Parameters:
  ///   - groups: an empty one is met by no document.
  ///   - limit: the most postings that are read; nil is returned where there are more, or docids lie too far apart.
  public func documentCount(having groups: [[String]], postingLimit limit: Int) throws(XapianError) -> Int? {
    guard groups.allSatisfy({ !$0.isEmpty }) else { return 0 }
    let numbers = groups.indices.flatMap { [UInt32](repeating: UInt32($0), count: groups[$0].count) }
    var count: UInt32 = 0
    try call(context("counting postings")) { error in
      ByteList(groups.flatMap(\.self)).withView {
        cxapian_database_count(handle, $0, numbers, UInt64(clamping: limit), &count, error)
      }
    }
    return count == .max ? nil : Int(count)
  }

  /// The documents that have the term, ascending. The empty term stands for all documents.
  public func documents(having term: some Bytes) throws(XapianError) -> [DocID] {
    var loan = cxapian_loan()
    try call(context("posting list")) { error in
      term.withView { cxapian_database_postings(handle, $0, &loan, error) }
    }
    return loan.take(as: DocID.self) { Array($0) }
  }

  /// The first document that has the term.
  public func firstDocument(having term: some Bytes) throws(XapianError) -> DocID? {
    var docid: DocID = 0
    try call(context("first posting")) { error in
      term.withView { cxapian_database_first_posting(handle, $0, &docid, error) }
    }
    return docid == 0 ? nil : docid
  }

  /// Walks the terms with a prefix in byte order.
  ///
  /// - Parameters:
  ///   - first: a term with the prefix; those below it are passed over. None passes over nothing.
  ///   - body: gets the term, lent for the call, and how many documents have it; false ends the walk.
  /// - Throws: `modified`, `corrupt`, `failed`.
  public func forEachTerm(
    prefix: some Bytes, from first: String = "",
    _ body: (_ term: UnsafeBufferPointer<UInt8>, _ termFrequency: Int) -> Bool
  ) throws(XapianError) {
    try withoutActuallyEscaping(body) { escapable throws(XapianError) in
      var visitor = escapable
      try call(context("walking the terms")) { error in
        withUnsafeMutablePointer(to: &visitor) { visitor in
          prefix.withView { prefix in
            first.withView { cxapian_database_each_term(handle, prefix, $0, visitTerm, visitor, error) }
          }
        }
      }
    }
  }

  /// The terms of a document in byte order, with wdf and positions. For checks and tests: search needs no term lists.
  ///
  /// - Throws: `documentNotFound`; `invalidUse` for docid 0.
  public func terms(of docid: DocID) throws(XapianError) -> [DocumentTerm] {
    var found: [DocumentTerm] = []
    try call(context("terms of document \(docid)")) { error in
      withUnsafeMutablePointer(to: &found) { found in
        cxapian_database_each_document_term(handle, docid, visitDocumentTerm, found, error)
      }
    }
    return found
  }
}

private typealias TermVisitor = (UnsafeBufferPointer<UInt8>, Int) -> Bool

/// Hands a term on to the closure that `context` points at.
private func visitTerm(context: UnsafeMutableRawPointer, term: cxapian_bytes, frequency: UInt32) -> Bool {
  let visitor = context.assumingMemoryBound(to: TermVisitor.self)
  return visitor.pointee(UnsafeBufferPointer(start: term.start, count: term.count), Int(frequency))
}

/// Appends a term of a document to the array that `context` points at.
private func visitDocumentTerm(
  context: UnsafeMutableRawPointer, term: cxapian_bytes, wdf: UInt32, positions: UnsafePointer<UInt32>?, count: Int
) {
  let found = context.assumingMemoryBound(to: [DocumentTerm].self)
  found.pointee.append(
    DocumentTerm(
      term: Array(UnsafeBufferPointer(start: term.start, count: term.count)), wdf: Int(wdf),
      positions: Array(UnsafeBufferPointer(start: positions, count: count))))
}
