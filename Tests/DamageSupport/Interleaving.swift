// Documents printed in pieces: pages of several columns are read in the order in which their boxes were drawn.

/// Puts the lines of documents in the order of extraction.
///
/// Opportunities: a document with a number and the document behind it (an attachment) for an inner notice, two
/// neighbours for a crosswise order, a document with a head for a late one.
struct Interleaving {
  /// Lines that a document must have to be cut (guess).
  private static let shortest = 12
  /// Cuts that fall into a sentence; the others are at paragraph ends (guess).
  private static let cutsInSentences = 0.7

  /// Lines of a page: only what shares a page gets mixed up.
  let pageLength: Int

  /// All lines in the order in which they are printed.
  func order(_ documents: [[GlyphLine]], _ run: inout DamageRun) -> [GlyphLine] {
    var printed: [GlyphLine] = []
    var index = 0
    while index < documents.count {
      let document = documents[index]
      let next = index + 1 < documents.count ? documents[index + 1] : []
      let isPair = next.count >= Interleaving.shortest
      if isPair, document.contains(where: { $0.role == .number }), run.happens(.innerNotice) {
        let cut = earlyCut(next, &run)
        printed += next[..<cut] + document + displaced(next[cut...], .innerNotice)
        index += 2
      } else if isPair, document.count >= Interleaving.shortest, run.happens(.crosswise) {
        let cuts = (lateCut(document, &run), earlyCut(next, &run))
        printed += document[..<cuts.0] + next[..<cuts.1]
        printed += displaced(document[cuts.0...], .crosswise) + displaced(next[cuts.1...], .crosswise)
        index += 2
      } else {
        printed += run.happens(.lateHead) ? lateHead(document, &run) : document
        index += 1
      }
    }
    return printed
  }

  /// Number, title and salutation inside their body, or after it when it is short.
  private func lateHead(_ document: [GlyphLine], _ run: inout DamageRun) -> [GlyphLine] {
    let head = document.prefix { $0.role == .number || $0.role == .title || $0.role == .salutation }
    let rest = Array(document[head.count...])
    guard !head.isEmpty, rest.count >= 2 else { return document }
    let end = rest.count < Interleaving.shortest ? rest.count : earlyCut(rest, &run)
    return displaced(rest[..<end], .lateHead) + head + displaced(rest[end...], .lateHead)
  }

  /// A cut on a document's first page, at least three lines from its ends.
  private func earlyCut(_ lines: [GlyphLine], _ run: inout DamageRun) -> Int {
    cut(lines, 3...max(3, min(lines.count - 3, pageLength)), &run)
  }

  /// A cut on its last page.
  private func lateCut(_ lines: [GlyphLine], _ run: inout DamageRun) -> Int {
    cut(lines, max(3, lines.count - pageLength)...lines.count - 3, &run)
  }

  private func cut(_ lines: [GlyphLine], _ range: ClosedRange<Int>, _ run: inout DamageRun) -> Int {
    let drawn = run.number(in: range)
    let inSentence = run.chance(Interleaving.cutsInSentences)
    return (drawn...range.upperBound).first { lines[$0].isFirst != inSentence } ?? drawn
  }

  private func displaced(_ lines: ArraySlice<GlyphLine>, _ kind: DamageClass) -> [GlyphLine] {
    var lines = Array(lines)
    if !lines.isEmpty { lines[0].displacement = kind }
    return lines
  }
}
