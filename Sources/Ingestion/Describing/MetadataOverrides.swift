// What the owner of a text says of it in a record or sidecar, which goes before what the text shows.

import Archive

/// Stated values of fields. A field that is not stated leaves what it meets as it is.
struct MetadataOverrides: Equatable {
  /// A value that its field can have.
  enum Value: Equatable {
    case text(String)
    case texts([String])
    case date(CalendarDate)
  }

  /// The fields that can be stated; all others tell who a document is, or are its text.
  static let fields: [Field] = [
    .title, .number, .issuers, .region, .date, .effective, .expires, .kind, .parent, .publication, .issue,
  ]
  /// Those that all documents of a source share.
  static let sharedFields: Set<Field> = [.publication, .issue, .region]

  private(set) var values: [Field: Value] = [:]
  /// JSON text by name, of fields that have no meaning here.
  private(set) var unknown: [String: String] = [:]

  /// The field of a name that can be stated.
  static func field(named name: String) -> Field? {
    Field(named: name).flatMap { fields.contains($0) ? $0 : nil }
  }

  /// States a field; of two statements the later counts.
  mutating func state(_ field: Field, _ value: Value) { values[field] = value }

  mutating func state(unknown name: String, json: String) { unknown[name] = json }

  /// These statements without those of some fields.
  func without(_ fields: Set<Field>) -> MetadataOverrides {
    var rest = self
    rest.values = values.filter { !fields.contains($0.key) }
    return rest
  }

  /// Leaves out unknown fields whose JSON has more bytes.
  ///
  /// - Returns: their names, in order.
  mutating func removeUnknown(above maximumBytes: Int) -> [String] {
    let names = unknown.filter { $0.value.utf8.count > maximumBytes }.keys.sorted()
    for name in names { unknown[name] = nil }
    return names
  }

  /// Puts what is stated in the place of what was known; it is not inferred any more.
  func apply(to metadata: inout Metadata) {
    for (field, value) in values {
      apply(value, of: field, to: &metadata)
      metadata.inferred.remove(field)
    }
    guard !unknown.isEmpty else { return }
    let known = Dictionary(metadata.unknown.map { ($0.name, $0.json) }, uniquingKeysWith: { _, last in last })
    metadata.unknown = known.merging(unknown) { _, stated in stated }.sorted { $0.key < $1.key }
      .map { UnknownField(name: $0.key, json: $0.value) }
  }

  private func apply(_ value: Value, of field: Field, to metadata: inout Metadata) {
    switch (field, value) {
    case (.title, .text(let text)): metadata.title = text
    case (.number, .text(let text)): metadata.number = DocumentNumber(text)?.description ?? text
    case (.issuers, .texts(let texts)): metadata.issuers = texts
    case (.region, .texts(let texts)): metadata.region = texts
    case (.date, .date(let date)): metadata.date = date
    case (.effective, .date(let date)): metadata.effective = date
    case (.expires, .date(let date)): metadata.expires = date
    case (.kind, .text(let text)): metadata.kind = text
    case (.parent, .text(let text)): metadata.parent = DocumentID(text)
    case (.publication, .text(let text)): metadata.publication = text
    case (.issue, .text(let text)): metadata.issue = text
    default: break
    }
  }
}
