// One whole document, with the lines it was made from.

public import API
internal import Archive
internal import Indexing

extension Searcher {
  /// A whole document, or nil where there is none with this id.
  ///
  /// - Parameter withOriginal: whether the lines of its source are shown too; they are decoded for each answer.
  public func document(_ id: String, withOriginal: Bool = false) throws(SearchError) -> DocumentAnswer? {
    guard let (document, source) = try documentAndSource(DocumentID(id)) else { return nil }
    guard let spans = try? document.spans(), let edits = try? document.edits(), let metadata = try? document.metadata()
    else { throw damaged(document) }
    var paragraphs: [Range<Int>] = []
    for paragraph in document.text.split(separator: "\n", omittingEmptySubsequences: false) {
      let start = paragraphs.last.map { $0.upperBound + 1 } ?? 0
      paragraphs.append(start..<start + paragraph.unicodeScalars.count)
    }
    var answer = DocumentAnswer(
      id: document.id.description, fields: DocumentFields(metadata), source: document.source.description,
      path: source.absolutePath, sha256: source.signature.sha256,
      sourceLines: metadata.lines.map { [$0.lowerBound, $0.upperBound] }, text: document.text,
      lines: paragraphs.map { spans.position(at: $0.lowerBound)?.line ?? 1 }, edits: edits.map(EditAnswer.init))
    answer.damage = Searcher.damage(in: document.text, spans)
    answer.cites = metadata.citations.map(CitationAnswer.init)
    answer.other = metadata.unknownFields
    do { answer.attachments = try reader.attachments(of: document.id).map(\.description) } catch {
      throw SearchError(error)
    }
    if withOriginal { try addOriginal(of: source, paragraphs.map(spans.lines), to: &answer) }
    return answer
  }

  private static func damage(in text: String, _ spans: SpanMap) -> [DamageAnswer] {
    let stretches = TextDamage.stretches(in: text)
    let scalars = stretches.isEmpty ? [] : Array(text.unicodeScalars)
    return stretches.map { stretch in
      DamageAnswer(
        damage: stretch.damage.rawValue, line: spans.position(at: stretch.codePoints.lowerBound)?.line ?? 1,
        offset: stretch.codePoints.lowerBound, text: String(String.UnicodeScalarView(scalars[stretch.codePoints])))
    }
  }

  private func addOriginal(
    of source: Source, _ numbers: [[Int]], to answer: inout DocumentAnswer
  ) throws(SearchError) {
    let lines: [String]?
    do { lines = try reader.originalLines(of: source) } catch { throw SearchError(error) }
    // Each line once, where it is used first: a page without line ends is one line to all its paragraphs.
    var shown: Set<Int> = []
    answer.original = lines.map { lines in
      numbers.map { used in
        used.filter { lines.indices.contains($0 - 1) && shown.insert($0).inserted }
          .map { OriginalLine(line: $0, text: lines[$0 - 1]) }
      }
    }
    answer.file = reader.isUnchanged(source).map { $0 ? .unchanged : .changed } ?? .gone
  }
}
