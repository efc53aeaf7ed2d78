// Two documents with one id: the first stays, the later is reported and left out.

internal import Archive
internal import Ingestion
internal import Xapian

/// Finds and removes new documents whose id is taken.
///
/// Ids cut from sources never meet; those that JSON Lines records bring along can, within an index. Who came first is
/// decided by the order of the index, not by the speed of workers.
struct DuplicateDocuments {
  let base: Base
  let store: BatchStore
  /// Where each source of this run is.
  let paths: [SourceID: String]

  /// Removes duplicates from a run's segments.
  ///
  /// - Parameter pruned: sources whose documents leave the index in this run.
  /// - Returns: one problem for each document that was removed.
  func remove(from results: [BatchResult], pruned: [SourceID]) throws(IndexingError) -> [SourceProblem] {
    let sealed = try openBase()
    let replaced = Set(results.flatMap(\.changed) + pruned)
    // By bytes: equal strings may be different ids.
    var firstSegment: [[UInt8]: String] = [:]
    var problems: [SourceProblem] = []
    for result in results {
      for segment in result.documentSegments {
        let (duplicates, found) = try withIndex(segment) { () throws(XapianError) in
          try self.duplicates(in: segment, sealed, replaced, &firstSegment)
        }
        guard !duplicates.isEmpty else { continue }
        try store.forget(segment: segment)
        try Files.requireRoom(Files.byteCount(below: segment), at: segment)
        try withIndex(segment) { () throws(XapianError) in try delete(duplicates, from: segment) }
        if let records = result.sourceSegment { try record(found, in: records) }
        problems += found
      }
    }
    return problems
  }

  /// Writes into a source's record that it lacks documents, so that the next run tries again.
  private func record(_ problems: [SourceProblem], in segment: String) throws(IndexingError) {
    let known = try SourceRecords.all(in: segment)
    let database = try withIndex(segment) { () throws(XapianError) in
      try WritableDatabase(path: segment, mode: .open, unsynced: true)
    }
    for (id, found) in Dictionary(grouping: problems, by: \.id) {
      guard let id, let source = known[id] else { continue }
      let changed = Source(
        id: id, root: source.root, signature: source.signature,
        diagnostics: source.diagnostics + found.map(\.diagnostic), encoding: source.encoding,
        reading: source.reading, sidecar: source.sidecar)
      try withIndex(segment) { () throws(XapianError) in try database.delete(term: Schema.term(recordOf: id)) }
      try SourceRecords.add(changed, to: database)
    }
    try withIndex(segment) { () throws(XapianError) in try database.close() }
  }

  private func openBase() throws(IndexingError) -> [Database] {
    guard let manifest = base.manifest, let generation = base.generation else { return [] }
    var databases: [Database] = []
    for shard in manifest.collections {
      let path = generation.documents(shard.name)
      databases.append(try withSealed(path) { () throws(XapianError) in try Database(path: path) })
    }
    return databases
  }

  private func duplicates(
    in segment: String, _ sealed: [Database], _ replaced: Set<SourceID>, _ firstSegment: inout [[UInt8]: String]
  ) throws(XapianError) -> ([DocID], [SourceProblem]) {
    let database = try Database(path: segment)
    var duplicates: [DocID] = []
    var problems: [SourceProblem] = []
    for term in try ids(of: database) {
      var documents = try database.documents(having: term)[...]
      var holder = try sealedHolder(of: term, sealed, replaced)
      if holder == nil, let first = firstSegment[Array(term.utf8)] {
        holder = try self.holder(of: term, in: Database(path: first))
      }
      if holder == nil, let first = documents.popFirst() {
        firstSegment[Array(term.utf8)] = segment
        // Hardly ever is there another one to be told of it.
        if !documents.isEmpty { holder = try? StoredHead(database.storedHead(of: first)) }
      }
      for document in documents {
        duplicates.append(document)
        problems.append(problem(try? StoredHead(database.storedHead(of: document)), holder))
      }
    }
    return (duplicates, problems)
  }

  private func delete(_ documents: [DocID], from segment: String) throws(XapianError) {
    let writable = try WritableDatabase(path: segment, mode: .open, unsynced: true)
    for document in documents { try writable.delete(document) }
    try writable.closeGaps()
    try writable.close()
  }

  private func ids(of database: Database) throws(XapianError) -> [String] {
    var terms: [String] = []
    try database.forEachTerm(prefix: Field.id.prefix) { term, _ in
      terms.append(String(decoding: term, as: UTF8.self))
      return true
    }
    return terms
  }

  private func sealedHolder(
    of term: String, _ sealed: [Database], _ replaced: Set<SourceID>
  ) throws(XapianError) -> StoredHead? {
    for database in sealed {
      if let holder = try holder(of: term, in: database), !replaced.contains(holder.source) { return holder }
    }
    return nil
  }

  private func holder(of term: String, in database: Database) throws(XapianError) -> StoredHead? {
    guard let document = try database.firstDocument(having: term) else { return nil }
    return try? StoredHead(database.storedHead(of: document))
  }

  private func problem(_ document: StoredHead?, _ holder: StoredHead?) -> SourceProblem {
    let taken = holder.map { "by a document of \($0.source)" } ?? "already"
    return SourceProblem(
      path: document.flatMap { paths[$0.source] } ?? "", id: document?.source,
      diagnostic: Diagnostic(
        .takenID, "the id \(document?.id.description ?? "") is taken \(taken)", line: document?.line,
        hint: "give the record another id, or remove it"))
  }
}
