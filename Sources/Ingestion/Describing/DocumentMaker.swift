// From a repaired text to the documents in it.

import Archive

/// Splits and describes one source's text.
struct DocumentMaker {
  /// What the source is a copy of.
  let publication: Publication

  private let text: RepairedText
  private let scalars: [Unicode.Scalar]
  private let source: SourceID
  private let regions: RegionReader
  private let lines: SourceLines
  private let pageTitle: String?

  /// - Parameters:
  ///   - text: the whole of the source.
  ///   - pageTitle: the title that the source has besides.
  init(_ text: RepairedText, source: SourceID, pageTitle: String? = nil) {
    self.text = text
    self.source = source
    self.pageTitle = pageTitle
    scalars = Array(text.text.unicodeScalars)
    lines = SourceLines(of: text)
    var publication = Publication(text.furniture)
    let furniture = text.furniture.lazy.map { Array($0.text.unicodeScalars) }
    let paragraphs = text.paragraphs.lazy.map { [scalars] in Array(scalars[$0.range]) }
    regions = RegionReader(Array(furniture) + Array(paragraphs), publication: publication.title)
    publication.region = regions.publicationRegion(cover: text.furniture.filter { $0.kind == .cover }.map(\.text))
    self.publication = publication
  }

  /// The documents in the order of the text; a parent stands before its attachments.
  func documents() -> [Document] {
    var documents: [Document] = []
    var splitter = Splitter(text, scalars)
    let sections = splitter.split()
    let describer = Describer(paragraphs: splitter.paragraphs)
    for section in sections {
      let parent = section.parent.map { documents[$0] }
      var metadata = describer.describe(section, parent: parent)
      if sections.count == 1, metadata.title == nil, let pageTitle { infer(title: pageTitle, into: &metadata) }
      let (excerpt, excerptScalars) = text.excerpt(section.paragraphs, of: scalars)
      metadata.lines = lines.stretches(of: excerpt)
      read(excerptScalars, excerpt.spans, of: parent?.metadata, into: &metadata)
      let ordinal = documents.count + 1
      documents.append(
        Document(
          id: DocumentID(source: source, ordinal: ordinal), source: source, ordinal: ordinal, metadata: metadata,
          text: excerpt.text, spans: excerpt.spans, edits: excerpt.edits))
    }
    return documents
  }

  private func infer(title: String, into metadata: inout Metadata) {
    metadata.title = title
    metadata.inferred.insert(.title)
    guard metadata.kind == nil, let kind = DocumentKind.ending(of: title.unicodeScalars.filter { !$0.isSpace })?.kind
    else { return }
    metadata.kind = kind
    metadata.inferred.insert(.kind)
  }

  /// What the head of a text that is one document, whatever it holds, and the whole of it say.
  func whole() -> Metadata {
    var splitter = Splitter(text, scalars)
    guard let first = splitter.split().first else { return Metadata() }
    var metadata = Describer(paragraphs: splitter.paragraphs).describe(first, parent: nil)
    read(scalars, text.spans, into: &metadata)
    return metadata
  }

  /// Reads what a document's text as a whole tells.
  private func read(
    _ scalars: [Unicode.Scalar], _ spans: SpanMap, of parent: Metadata? = nil, into metadata: inout Metadata
  ) {
    let number = metadata.number.flatMap(DocumentNumber.init)
    metadata.publication = publication.title
    metadata.issue = publication.issue
    metadata.citations = Citations.read(in: scalars, spans: spans, number: number, title: metadata.title)
    var validity = Validity.read(in: scalars, title: metadata.title, signed: metadata.date)
    validity.follow(parent, title: metadata.title)
    metadata.effective = validity.effective
    metadata.expires = validity.expires
    if validity.isEffectiveInferred { metadata.inferred.insert(.effective) }
    if validity.isExpiryInferred { metadata.inferred.insert(.expires) }
    let region = regions.region(issuers: metadata.issuers, number: number, text: scalars)
    metadata.region = region.path
    if region.isInferred { metadata.inferred.insert(.region) }
  }
}
