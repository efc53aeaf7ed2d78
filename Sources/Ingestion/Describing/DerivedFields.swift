// Fields that were read off others, and follow when a sidecar corrects those.

import Archive

/// What the documents of a text had before a sidecar was applied.
///
/// An attachment has the issuers and the date of the document that issued it, and 自印发之日起 counts from a date: when
/// the sidecar states others, such values follow, unless the sidecar states them itself.
struct DerivedFields {
  private let before: [Metadata]

  init(_ documents: [Document]) { before = documents.map(\.metadata) }

  /// Makes inferred values those that follow from what the documents have now.
  func follow(in documents: inout [Document]) {
    let places = Dictionary(documents.indices.map { (documents[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    for index in documents.indices {
      // Parents stand before their attachments, so that what they have now is settled.
      var parent: Metadata?
      var isMoved = false
      if let id = before[index].parent, documents[index].metadata.parent == id, let place = places[id], place < index {
        let now = documents[place].metadata
        inherit(from: now, before[place], into: &documents[index].metadata)
        (parent, isMoved) = (now, now.effective != before[place].effective)
      }
      if isMoved || documents[index].metadata.date != before[index].date { reckon(&documents[index], parent) }
    }
  }

  private func inherit(from parent: Metadata, _ old: Metadata, into metadata: inout Metadata) {
    let isIssuersOpen = metadata.issuers.isEmpty || metadata.inferred.contains(.issuers)
    if isIssuersOpen, metadata.issuers == old.issuers, parent.issuers != old.issuers {
      metadata.issuers = parent.issuers
      metadata.inferred.insert(.issuers)
    }
    let isDateOpen = metadata.date == nil || metadata.inferred.contains(.date)
    if isDateOpen, metadata.date == old.date, parent.date != old.date {
      metadata.date = parent.date
      metadata.inferred.insert(.date)
    }
  }

  /// Counts again from the date; what the document prints, or the sidecar states, stays.
  private func reckon(_ document: inout Document, _ parent: Metadata?) {
    var metadata = document.metadata
    guard metadata.effective == nil || metadata.inferred.contains(.effective) else { return }
    let scalars = Array(document.text.unicodeScalars)
    var validity = Validity.read(in: scalars, title: metadata.title, signed: metadata.date)
    validity.follow(parent, title: metadata.title)
    metadata.effective = validity.effective
    metadata.inferred.remove(.effective)
    if validity.isEffectiveInferred { metadata.inferred.insert(.effective) }
    if metadata.expires == nil || metadata.inferred.contains(.expires) {
      metadata.expires = validity.expires
      metadata.inferred.remove(.expires)
      if validity.isExpiryInferred { metadata.inferred.insert(.expires) }
    }
    document.metadata = metadata
  }
}
