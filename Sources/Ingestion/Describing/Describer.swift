// Reads a document's metadata off its parts.

import Archive

/// Describes documents by their parts.
///
/// A field's value is what the document prints. Attachments that print none have issuers and date of the document that
/// issued them; these, and titles that another document states, are marked as inferred.
struct Describer {
  let paragraphs: [Paragraph]

  /// The metadata that the parts of one document tell.
  ///
  /// - Parameter parent: the document that issued it.
  func describe(_ section: Section, parent: Document?) -> Metadata {
    var metadata = Metadata()
    readTitle(of: section, into: &metadata)
    let printed = section.number.flatMap(number(at:)) ?? section.notes.compactMap(numberInNote(at:)).first
    let signature = signers(of: section)
    let number = printed ?? completedNumber(of: section, signature)
    metadata.number = number?.description
    if metadata.title == nil, let number, DocumentNumber.isNamed(number.sign) {
      metadata.title = number.description
      metadata.kind = DocumentKind.ending(of: number.sign.unicodeScalars)?.kind
    } else {
      metadata.kind = kind(of: section, title: metadata.title)
    }
    metadata.date = date(of: section)
    let signers = IssuerReader(title: title(of: section), signature: signature, number: number)
    (metadata.issuers, metadata.inferred) = (
      signers.issuers, metadata.inferred.union(signers.isInferred ? [.issuers] : [])
    )
    metadata.parent = parent?.id
    if let parent { inherit(from: parent.metadata, into: &metadata) }
    return metadata
  }

  private func inherit(from parent: Metadata, into metadata: inout Metadata) {
    if metadata.issuers.isEmpty, !parent.issuers.isEmpty {
      metadata.issuers = parent.issuers
      metadata.inferred.insert(.issuers)
    }
    if metadata.date == nil, parent.date != nil {
      metadata.date = parent.date
      metadata.inferred.insert(.date)
    }
  }

  private func readTitle(of section: Section, into metadata: inout Metadata) {
    if let title = section.title {
      metadata.title = TitleText.joined(paragraphs[title])
    } else if let stated = section.statedTitle {
      metadata.title = stated
      metadata.inferred.insert(.title)
    }
  }

  /// The title's characters without white space.
  private func title(of section: Section) -> Paragraph? {
    guard let title = section.title, title.count == 1 else { return nil }
    return paragraphs[title.lowerBound]
  }

  private func number(at index: Int) -> DocumentNumber? {
    var inside = PartReader.withoutSigner(paragraphs[index].glyphs)
    if inside.first == "（", inside.last == "）" { inside = inside.dropFirst().dropLast() }
    return DocumentNumber(String(scalars: inside))
  }

  /// A number whose office stands in the line above, in the title or in the signature.
  private func completedNumber(of section: Section, _ signature: [String]) -> DocumentNumber? {
    guard let index = section.number, let partial = PartialNumber(paragraphs[index].glyphs[...]) else { return nil }
    let title =
      section.title.map { paragraphs[$0].flatMap(\.glyphs) } ?? (index > 0 ? paragraphs[index - 1].glyphs : [])
    let named = section.title.flatMap { TitleIssuers(paragraphs[$0.lowerBound]).offices.first }
    return partial.completed(by: title, issuer: named ?? signature.first)
  }

  /// The number of the order that published a statute, in the line below its title.
  private func numberInNote(at index: Int) -> DocumentNumber? {
    DocumentNumber.occurrences(in: paragraphs[index].glyphs).first?.number
  }

  /// The kind that the title ends with; without a title, the one that the text says it is.
  private func kind(of section: Section, title: String?) -> String? {
    if let title {
      let glyphs = title.unicodeScalars.filter { !$0.isSpace }
      if let ending = DocumentKind.ending(of: Array(glyphs)) { return ending.kind }
      return section.parent != nil && isTable(section) ? "附表" : nil
    }
    return KindReader.kind(of: section.paragraphs.joined().lazy.map { paragraphs[$0] })
  }

  /// Whether most paragraphs are rows.
  private func isTable(_ section: Section) -> Bool {
    let all = section.paragraphs.joined()
    return all.count { paragraphs[$0].kind == .row } * 2 > all.count
  }

  /// The date below the signature, else that of a line below the title.
  private func date(of section: Section) -> CalendarDate? {
    if let signature = section.signature {
      let glyphs = paragraphs[signature.upperBound - 1].glyphs
      if let start = DateLine.start(in: glyphs) { return CalendarDate(spelled: glyphs[start...]) }
    }
    return section.notes.lazy.compactMap { NoteDate.date(in: paragraphs[$0].glyphs) }.first
  }

  /// The offices that signed, one by one.
  private func signers(of section: Section) -> [String] {
    guard let signature = section.signature else {
      return section.authors.flatMap { Offices.names(in: paragraphs[$0].scalars) }
    }
    return signature.flatMap { index -> [String] in
      let paragraph = paragraphs[index]
      if Offices.isPerson(paragraph) { return [] }
      let glyphs = paragraph.glyphs
      let end = DateLine.start(in: glyphs) ?? glyphs.count
      return end == glyphs.count ? Offices.names(in: paragraph.scalars) : Offices.names(in: glyphs[..<end])
    }
  }
}
