// Metadata as answers.

public import API
public import Archive

extension DocumentFields {
  /// What answers say of a document's metadata.
  public init(_ metadata: Metadata) {
    self.init(
      title: metadata.title, number: metadata.number, issuers: metadata.issuers,
      region: metadata.region.isEmpty ? nil : metadata.region.joined(separator: "/"),
      date: metadata.date?.description, effective: metadata.effective?.description,
      expires: metadata.expires?.description, kind: metadata.kind, parent: metadata.parent?.description,
      publication: metadata.publication, issue: metadata.issue,
      inferred: metadata.inferred.sorted { $0.tag < $1.tag }.map(\.name))
  }
}

extension CitationAnswer {
  /// What answers say of a citation.
  public init(_ citation: Citation) {
    self.init(
      number: citation.number, title: citation.title, relation: citation.relation?.rawValue, line: citation.line)
  }
}
