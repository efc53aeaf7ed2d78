// What a generation's term dictionary tells, looked up once.

internal import Analysis
internal import Archive
internal import Indexing
internal import Xapian

/// Terms of one generation that queries have to be told before they can be built: the dates there are, the words that
/// begin in some way, the figures between two others, the documents that were repealed.
///
/// One per searcher. A sealed generation never changes, so what was found stays true.
final class TermDictionary {
  /// The most words that the prefixes of one request may stand for, and the most figures listed one by one.
  static let maximumExpansion = 1_024

  private let reader: IndexReader
  let analyzer: Analyzer
  let fieldTerms: FieldTerms
  private var dates: [Field: Set<String>] = [:]
  private var repealed: [(day: Int, term: String)]?
  private var database: Database { reader.database }

  init(_ reader: IndexReader, _ analyzer: Analyzer) {
    self.reader = reader
    self.analyzer = analyzer
    fieldTerms = FieldTerms(analyzer)
  }

  /// Whether any document has a term.
  func contains(_ term: String) throws(SearchError) -> Bool { try frequency(term) > 0 }

  /// How many documents have a term.
  func frequency(_ term: String) throws(SearchError) -> Int {
    try reader.reading { () throws(XapianError) in try database.termFrequency(term) }
  }

  /// The dates there are in a field, as ``DateKey`` takes them.
  func dates(in field: Field) throws(SearchError) -> Set<String> {
    if let known = dates[field] { return known }
    var found: Set<String> = []
    try walk(field.prefix) { term in
      found.insert(String(term.dropFirst(field.prefix.count)))
      return true
    }
    dates[field] = found
    return found
  }

  /// The terms from one to another, both included, that have a prefix; nil for more than some.
  func terms(
    prefix: String, from first: String = "", through last: String? = nil, limit: Int
  ) throws(SearchError) -> [String]? {
    var found: [String] = []
    try walk(prefix, from: first) { term in
      if let last, last.utf8.lexicographicallyPrecedes(term.utf8) { return false }
      found.append(term)
      return found.count <= limit
    }
    return found.count <= limit ? found : nil
  }

  /// The most documents that are asked what they call the document of a number. A guess: one that gives the title is enough.
  private static let maximumCiting = 20

  /// The titles that texts give beside a document's number, without 《》, where no document of the index has the number
  /// as its own: printed without it, the document can still be known by its title.
  ///
  /// - Parameters:
  ///   - own: the term of documents that have the number.
  ///   - stated: that of texts that state it.
  func titles(of number: DocumentNumber, own: String, stated: String?) throws(SearchError) -> [String] {
    guard let stated, try documents(own).isEmpty else { return [] }
    var titles: [String] = []
    for document in try documents(stated).prefix(TermDictionary.maximumCiting) {
      let citations: [Citation]
      do { citations = try reader.stored(document).metadata().citations } catch let error as IndexingError {
        throw SearchError(error)
      } catch {
        continue
      }
      // What was repealed often has the title of what took its place.
      titles += citations.filter {
        $0.number == number.description && $0.relation != .repeal && $0.relation != .lapse
      }.compactMap(\.title)
    }
    return titles.uniqued()
  }

  /// The terms by which documents are found that another one repealed on a day or before.
  ///
  /// - Parameter end: when the request that asks has to be answered.
  /// - Throws: `late` where reading all repeals took longer; of what was read by then nothing is kept.
  func repealed(by day: Int, _ end: SearchEnd) throws(SearchError) -> [String] {
    if repealed == nil { repealed = try readRepeals(end) }
    return Set(repealed!.filter { $0.day <= day }.map(\.term)).sorted()
  }

  /// Each repealed document of the index with the day from which its repeal is in force: that of the repealing document's
  /// own force, else its date. One without either repeals on no known day.
  private func readRepeals(_ end: SearchEnd) throws(SearchError) -> [(day: Int, term: String)] {
    var named: [String] = []
    try walk(Field.valid.prefix) { term in
      named.append(term)
      return true
    }
    var heads: [DocID: Head] = [:]
    /// Read once, however many repeal it or are repealed by it.
    func head(_ document: DocID) throws(SearchError) -> Head {
      if let known = heads[document] { return known }
      try end.refuseIfOver()
      let read = try self.head(document)
      heads[document] = read
      return read
    }
    var repeals: [(day: Int, term: String)] = []
    for name in named {
      try end.refuseIfOver()
      let targets = try documents(String(name.dropFirst(Field.valid.prefix.count)))
      for repealing in targets.isEmpty ? [] : try documents(name) {
        let by = try head(repealing)
        guard let day = by.day else { continue }
        for document in targets where document != repealing {
          let target = try head(document)
          if target.isRepealed(by: by, on: day) { repeals += identities(target.id).map { (day, $0) } }
        }
      }
    }
    return repeals
  }

  /// What of a document decides whether it is repealed.
  private struct Head {
    let id: DocumentID
    let parent: DocumentID?
    /// Since when it is in force, else its date (``DateKey``).
    let day: Int?

    /// Measures often take the place of others of the same title: what the repealing document issues, and what is dated
    /// on its day or later, is not what it repeals.
    func isRepealed(by other: Head, on day: Int) -> Bool { self.day.map { $0 < day } ?? true && parent != other.id }
  }

  private func head(_ document: DocID) throws(SearchError) -> Head {
    let head: StoredHead
    do { head = try reader.head(document) } catch { throw SearchError(error) }
    let date = head.fields.effective ?? head.fields.date
    return Head(id: head.id, parent: head.fields.parent, day: date.map(DateKey.first))
  }

  /// The term of a document, and that of what is attached to it: a repealed notice takes the measures along that it
  /// issued.
  private func identities(_ id: DocumentID) -> [String] {
    [Field.id, .parent].compactMap { fieldTerms.term(of: id.description, in: $0) }
  }

  private func documents(_ term: String) throws(SearchError) -> [DocID] {
    try reader.reading { () throws(XapianError) in try database.documents(having: term) }
  }

  private func walk(_ prefix: String, from first: String = "", _ body: (String) -> Bool) throws(SearchError) {
    try reader.reading { () throws(XapianError) in
      try database.forEachTerm(prefix: prefix, from: first) { term, _ in body(String(decoding: term, as: UTF8.self)) }
    }
  }
}

extension IndexReader {
  /// Asks the engine something.
  ///
  /// - Throws: `index` where it cannot read the index.
  func reading<Value>(_ body: () throws(XapianError) -> Value) throws(SearchError) -> Value {
    do { return try body() } catch { throw SearchError(.index, "cannot search \(directory): \(error.message)") }
  }
}
