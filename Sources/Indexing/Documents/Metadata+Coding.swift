// The metadata of a stored document as bytes: fields by their tags, and what only a whole document shows.

internal import Archive

extension Metadata {
  /// Appends what a hit shows, under its tags.
  func encodeHead(into writer: inout ByteWriter) {
    for (field, values) in storedValues {
      for value in values { writer.write(value, as: field.tag) }
    }
    if !inferred.isEmpty { writer.write(inferred.map(\.tag).sorted(), as: RecordTag.inferred) }
  }

  /// Appends what only a whole document shows, under its tags.
  func encodeRest(into writer: inout ByteWriter) {
    if !lines.isEmpty { writer.write(encodedLines, as: RecordTag.lines) }
    if !citations.isEmpty { writer.write(encodedCitations, as: RecordTag.citations) }
    for field in unknown {
      var pair = ByteWriter()
      pair.write(counted: field.name.utf8)
      pair.write(counted: field.json.utf8)
      writer.write(pair.bytes, as: RecordTag.unknown)
    }
  }

  private var storedValues: [(field: Field, values: [String])] {
    func one(_ value: String?) -> [String] { value.map { [$0] } ?? [] }
    return [
      (.title, one(title)), (.number, one(number)), (.issuers, issuers), (.region, region),
      (.date, one(date?.description)), (.effective, one(effective?.description)),
      (.expires, one(expires?.description)), (.kind, one(kind)), (.parent, one(parent?.description)),
      (.publication, one(publication)), (.issue, one(issue)),
    ]
  }

  /// Takes one stored value of what a hit shows.
  ///
  /// - Returns: false for what is no field that hits show.
  mutating func take(_ field: Field?, _ value: ArraySlice<UInt8>) throws(CorruptBytes) -> Bool {
    switch field {
    case .title: title = try value.string()
    case .number: number = try value.string()
    case .issuers: issuers.append(try value.string())
    case .region: region.append(try value.string())
    case .date: date = try Metadata.date(value)
    case .effective: effective = try Metadata.date(value)
    case .expires: expires = try Metadata.date(value)
    case .kind: kind = try value.string()
    case .parent: parent = DocumentID(try value.string())
    case .publication: publication = try value.string()
    case .issue: issue = try value.string()
    default: return false
    }
    return true
  }

  private static func date(_ value: ArraySlice<UInt8>) throws(CorruptBytes) -> CalendarDate {
    guard let date = CalendarDate(try value.string()) else { throw CorruptBytes() }
    return date
  }

  /// Each range as the distance of its first line from the last range's, and how many lines follow.
  private var encodedLines: [UInt8] {
    var writer = ByteWriter()
    var previous = 0
    for range in lines {
      writer.write(signed: Int64(range.lowerBound - previous))
      writer.write(unsigned: UInt64(range.count - 1))
      previous = range.lowerBound
    }
    return writer.bytes
  }

  /// Absent strings are empty: neither a number nor a title nor a relation is.
  private var encodedCitations: [UInt8] {
    var writer = ByteWriter()
    for citation in citations {
      for text in [citation.number, citation.title, citation.relation?.rawValue] {
        writer.write(counted: (text ?? "").utf8)
      }
      writer.write(unsigned: UInt64(max(citation.line, 0)))
    }
    return writer.bytes
  }
}

/// What of a document's metadata is decoded only when a whole document is shown.
struct MetadataRest: Sendable {
  private var lines: ArraySlice<UInt8> = []
  private var citations: ArraySlice<UInt8> = []
  private var unknown: [ArraySlice<UInt8>] = []

  /// Takes one stored value; a tag that is not known says nothing.
  mutating func take(_ tag: UInt8, _ value: ArraySlice<UInt8>) {
    switch tag {
    case RecordTag.lines: lines = value
    case RecordTag.citations: citations = value
    case RecordTag.unknown: unknown.append(value)
    default: break
    }
  }

  func added(to head: Metadata) throws(CorruptBytes) -> Metadata {
    var metadata = head
    metadata.lines = try decodedLines()
    metadata.citations = try decodedCitations()
    for field in unknown {
      var reader = ByteReader(Array(field))
      metadata.unknown.append(UnknownField(name: try reader.readString(), json: try reader.readString()))
    }
    return metadata
  }

  private func decodedLines() throws(CorruptBytes) -> [ClosedRange<Int>] {
    var reader = ByteReader(Array(lines))
    var ranges: [ClosedRange<Int>] = []
    var previous: Int64 = 0
    while !reader.isAtEnd {
      let (first, overflows) = previous.addingReportingOverflow(try reader.readSigned())
      guard !overflows, let more = Int(exactly: try reader.readUnsigned()) else { throw CorruptBytes() }
      let (last, isBeyond) = Int(first).addingReportingOverflow(more)
      guard !isBeyond else { throw CorruptBytes() }
      ranges.append(Int(first)...last)
      previous = first
    }
    return ranges
  }

  private func decodedCitations() throws(CorruptBytes) -> [Citation] {
    var reader = ByteReader(Array(citations))
    func optional(_ text: String) -> String? { text.isEmpty ? nil : text }
    var found: [Citation] = []
    while !reader.isAtEnd {
      let (number, title) = (optional(try reader.readString()), optional(try reader.readString()))
      let relation = Citation.Relation(rawValue: try reader.readString())
      guard let line = Int(exactly: try reader.readUnsigned()) else { throw CorruptBytes() }
      found.append(Citation(number: number, title: title, relation: relation, line: line))
    }
    return found
  }
}
