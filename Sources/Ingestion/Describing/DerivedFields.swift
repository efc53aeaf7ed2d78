// Fields that were read off others, and follow when those are stated.

import Archive

/// What the documents of a source had before anything was stated of them.
///
/// An attachment has the issuers and the date of the document that issued it, 自印发之日起 counts from a date and 有效期三年
/// from an effective one: when a sidecar, a record or the user states others, such values follow, unless they are stated
/// themselves.
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
      let text = documents[index].text
      DerivedFields.reckon(&documents[index].metadata, from: before[index], parent, isMoved: isMoved) {
        Array(text.unicodeScalars)
      }
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

  /// Counts again from the dates, where others are stated than those that were counted from; what the document prints, or
  /// is stated, stays.
  ///
  /// - Parameters:
  ///   - old: what was known before anything was stated.
  ///   - isMoved: whether the document that issued it has another effective date than before.
  static func reckon(
    _ metadata: inout Metadata, from old: Metadata, _ parent: Metadata? = nil, isMoved: Bool = false,
    in text: () -> [Unicode.Scalar]
  ) {
    guard isMoved || metadata.date != old.date || metadata.effective != old.effective else { return }
    let known = metadata.inferred.contains(.effective) ? nil : metadata.effective
    let canExpire = metadata.expires == nil || metadata.inferred.contains(.expires)
    guard known == nil || canExpire else { return }
    var validity = Validity.read(in: text(), title: metadata.title, signed: metadata.date, effective: known)
    if known == nil {
      validity.follow(parent, title: metadata.title)
      metadata.effective = validity.effective
      metadata.inferred.remove(.effective)
      if validity.isEffectiveInferred { metadata.inferred.insert(.effective) }
    }
    guard canExpire else { return }
    metadata.expires = validity.expires
    metadata.inferred.remove(.expires)
    if validity.isExpiryInferred { metadata.inferred.insert(.expires) }
  }
}
