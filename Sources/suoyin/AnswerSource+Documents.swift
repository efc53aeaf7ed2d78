// Documents as people name them: by id, or by number.

internal import API
internal import Archive

extension AnswerSource {
  /// What is answered about a document that is named by its id or its number.
  ///
  /// - Parameter answer: what is answered of an id; nil where there is no such document.
  /// - Throws: ``CommandFailure`` where the text names no document, or several.
  func answer<Answer>(about text: String, _ answer: (_ id: String) throws -> Answer?) throws -> Answer {
    if let found = try answer(id(of: text)) { return found }
    throw CommandFailure(.nothingFound, "there is no document \(text)\(hint(on: [text]))")
  }

  /// The id that is meant: the text itself, but for a number that is no id and that one document has.
  ///
  /// - Throws: ``CommandFailure`` where several documents have the number.
  func id(of text: String) throws -> String {
    guard try hits(.id, text).isEmpty else { return text }
    // Some offices have forms of their own.
    let typed = DocumentNumber.typed(text)?.description
    let number = typed ?? text
    var holders = try hits(.number, number).map { ($0.id, $0.title) }
    if holders.isEmpty, typed != nil { holders = try documents(citedFor: number).map { ($0.id, $0.title) } }
    guard holders.count > 1 else { return holders.first?.0 ?? text }
    let list = holders.map { "\n  \($0)" + ($1.map { "  \($0)" } ?? "") }.joined()
    throw CommandFailure(.usage, "several documents have the number \(number); give the id of one:\(list)")
  }

  /// The documents that others give a number to which none has as its own, as the citation graph knows them.
  private func documents(citedFor number: String) throws -> [DocumentReference] {
    try ask(HistoryRequest(number: number)).events.filter { $0.kind == .made }.compactMap(\.document)
  }

  /// The number that a text is: by its form, or because a document has it.
  func number(_ text: String) throws -> String? {
    if let number = DocumentNumber.typed(text)?.description { return number }
    return try hits(.number, text).isEmpty ? nil : text
  }

  /// What is said of texts that are no ids but names of sources; nothing of all others.
  func hint(on texts: [String]) -> String {
    texts.compactMap { text -> String? in
      // Whoever asks has an answer already.
      guard let hits = try? hits(.source, text), let first = hits.first, let last = hits.last else { return nil }
      let isAll = hits.count < SearchRequest.maximumLimit
      let ids =
        hits.count == 1 ? "document \(first.id)" : "documents \(first.id) … " + (isAll ? last.id : "and many more")
      return " (\(text) is a source, which holds \(ids))"
    }.joined()
  }

  /// The documents whose field has a value, in the order of the index; of very many the first.
  ///
  /// - Throws: ``CommandFailure`` where there was no time to find all.
  private func hits(_ field: Field, _ value: String) throws -> [Hit] {
    // No document has a blank value, and searches refuse it.
    if value.allSatisfy(\.isWhitespace) { return [] }
    let answer = try search(
      SearchRequest(
        query: "", filters: [Filter(field: field.name, value: value)], limit: SearchRequest.maximumLimit, passages: 0,
        suggests: false))
    guard !answer.timedOut else {
      throw CommandFailure(.noDaemon, "the daemon had no time to look \(value) up (try again later)")
    }
    return answer.hits
  }
}
