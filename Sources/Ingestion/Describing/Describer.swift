// Reads a document's metadata off its parts.

import Archive

/// Describes documents by their parts.
///
/// A field's value is what the document prints. Attachments that print none have issuers and date of the document that
/// issued them; these, and titles that another document states or an HTML page has above its text, are marked as inferred.
struct Describer {
  let paragraphs: [Paragraph]

  /// The metadata that the parts of one document tell.
  ///
  /// - Parameter parent: the document that issued it.
  func describe(_ section: Section, parent: Document?) -> Metadata {
    var metadata = Metadata()
    readTitle(of: section, into: &metadata)
    let labels = section.labels.flatMap { HeadLabel.labels(in: paragraphs[$0]) }
    let printed =
      section.number.flatMap(number(at:)) ?? section.notes.compactMap(numberInNote(at:)).first
      ?? labels.first { $0.name == .number }.flatMap { DocumentNumber(String(scalars: $0.value)) }
    let offices = offices(ofOrder: section)
    let signed = signers(of: section, labels)
    let signature = signed.isEmpty && offices.count > 1 ? offices : signed
    let number = printed ?? completedNumber(of: section, signature)
    metadata.number = number?.description
    if metadata.title == nil, let number, DocumentNumber.isNamed(number.sign) {
      metadata.title = number.description
      metadata.kind = DocumentKind.ending(of: number.sign.unicodeScalars)?.kind
    } else {
      readKind(of: section, into: &metadata)
    }
    metadata.date = date(of: section, labels)
    metadata.issuers = IssuerReader(title: title(of: section), signature: signature, number: number).issuers
    if metadata.issuers.isEmpty { metadata.issuers = section.letterhead.map(offices(ofLetterhead:)) ?? [] }
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
      let text = Array(TitleText.joined(paragraphs[title]).unicodeScalars)
      metadata.title = String(scalars: DocumentKind.withoutNoteMark(text[...]))
    } else if let stated = section.statedTitle {
      metadata.title = stated
      metadata.inferred.insert(.title)
    }
  }

  /// The title's characters, its paragraphs parted by white space.
  private func title(of section: Section) -> [Unicode.Scalar] {
    section.title.map { Array(paragraphs[$0].map(\.scalars).joined(separator: [" "])) } ?? []
  }

  /// The first number of a line of them, as joint documents have.
  private func number(at index: Int) -> DocumentNumber? {
    PartReader.numbers(paragraphs[index].glyphs).first
  }

  /// A number whose office stands in the line above, in the title or in the signature.
  private func completedNumber(of section: Section, _ signature: [String]) -> DocumentNumber? {
    guard let index = section.number, let partial = PartialNumber(PartReader.bareNumber(paragraphs[index].glyphs))
    else { return nil }
    let title =
      section.title.map { paragraphs[$0].flatMap(\.glyphs) } ?? orderName(of: section)
      ?? (index > 0 ? paragraphs[index - 1].glyphs : [])
    let named = section.title.flatMap { TitleIssuers(paragraphs[$0.lowerBound].scalars).offices.first }
    return partial.completed(by: title, issuer: named ?? signature.first)
  }

  /// The office whose sheet a document stands on: 松陵县人民政府文件. 市政府文件 names a column.
  private func offices(ofLetterhead index: Int) -> [String] {
    let name = paragraphs[index].scalars.filter { !$0.isSpace }.dropLast(2)
    return name.first.map(Describer.divisions.contains) == false ? Offices.names(in: name) : []
  }

  private static let divisions = Set("省市州县区旗乡镇".unicodeScalars)

  /// The offices in an order's name.
  private func offices(ofOrder section: Section) -> [String] {
    (section.order ?? 0..<0).flatMap { index in
      let scalars = paragraphs[index].scalars
      return Offices.names(in: scalars.last == "令" ? scalars.dropLast() : scalars)
    }
  }

  /// The name of an order of several offices as numbers are cited: 中华人民共和国 stands before the first one at most.
  private func orderName(of section: Section) -> [Unicode.Scalar]? {
    let offices = offices(ofOrder: section)
    guard offices.count > 1 else { return nil }
    return Array((offices[0] + offices.dropFirst().map(IssuerReader.short).joined() + "令").unicodeScalars)
  }

  /// The number of the order that published a statute, in the line below its title.
  private func numberInNote(at index: Int) -> DocumentNumber? {
    DocumentNumber.occurrences(in: paragraphs[index].glyphs).first?.number
  }

  /// The kind that the title ends with; without a title, the one that the text of an official document says it is.
  private func readKind(of section: Section, into metadata: inout Metadata) {
    if let title = metadata.title {
      metadata.kind = DocumentKind.ending(of: title.unicodeScalars.filter { !$0.isSpace })?.kind
      if metadata.kind == nil, section.parent != nil, isTable(section) { metadata.kind = "附表" }
    } else if section.number != nil || section.parent != nil || section.hasSalutation {
      metadata.kind = KindReader.kind(of: section.paragraphs.joined().lazy.map { paragraphs[$0] })
      if metadata.kind != nil { metadata.inferred.insert(.kind) }
    }
  }

  /// Whether most paragraphs are rows.
  private func isTable(_ section: Section) -> Bool {
    let all = section.paragraphs.joined()
    return all.count { paragraphs[$0].kind == .row } * 2 > all.count
  }

  /// The date below the signature, else that of a line below the title.
  private func date(of section: Section, _ labels: [HeadLabel]) -> CalendarDate? {
    if let signature = section.signature {
      let glyphs = PartReader.withoutOpenness(paragraphs[signature.upperBound - 1].glyphs)
      if let start = DateLine.start(in: glyphs) { return CalendarDate(spelled: glyphs[start...]) }
    }
    return section.notes.lazy.compactMap { NoteDate.date(in: paragraphs[$0].glyphs) }.first
      ?? labels.first { $0.name == .date }.flatMap { CalendarDate(spelled: $0.value) }
  }

  /// The offices that signed, one by one.
  private func signers(of section: Section, _ labels: [HeadLabel]) -> [String] {
    guard let signature = section.signature else {
      let authors = section.authors.flatMap { Offices.names(in: paragraphs[$0].scalars) }
      return authors.isEmpty ? labels.first { $0.name == .issuers }.map { Offices.names(in: $0.value) } ?? [] : authors
    }
    return signature.flatMap { index -> [String] in
      let paragraph = paragraphs[index]
      if Offices.isPerson(paragraph) || Offices.isSeal(paragraph.scalars) { return [] }
      let glyphs = PartReader.withoutOpenness(paragraph.glyphs)
      let end = DateLine.start(in: glyphs) ?? glyphs.count
      return Offices.names(in: Offices.withoutSeal(end == glyphs.count ? paragraph.scalars : glyphs[..<end]))
    }
  }
}
