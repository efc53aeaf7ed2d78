// NAME.meta.json: what the owner of a source says of its documents.

import Archive

/// What a sidecar states.
struct Sidecar {
  /// Of the source: of all its documents or of its only one.
  private(set) var top = MetadataOverrides()
  /// Of single documents, by their place in the source.
  private(set) var documents: [Int: MetadataOverrides] = [:]
  /// What is wrong with it.
  private(set) var diagnostics: [Diagnostic] = []

  private let name: String
  private let scalars: [Unicode.Scalar]
  /// Where each of its lines begins.
  private let lineStarts: [Int]

  /// Reads a sidecar. Where it is broken, it states nothing and says where.
  init(_ content: SidecarContent) {
    name = content.name
    let decoded: [Unicode.Scalar]
    do throws(Refusal) {
      decoded = try TextDecoder(options: ReadingOptions()).decode(content.bytes).scalars
    } catch {
      (scalars, lineStarts) = ([], [])
      diagnostics = [
        Diagnostic(.invalidSidecar, "\(content.name): \(error.diagnostic.message)", hint: "save it as UTF-8")
      ]
      return
    }
    scalars = decoded
    lineStarts = [0] + decoded.indices.filter { decoded[$0] == "\n" }.map { $0 + 1 }
    do throws(JSONScanner.Malformed) {
      try read()
    } catch {
      (top, documents) = (MetadataOverrides(), [:])
      diagnostics = [
        Diagnostic(
          .invalidSidecar, "\(place(error.index)): the sidecar is not valid JSON",
          hint: "a sidecar is one object, such as {\"publication\": \"…\", \"documents\": {\"1\": {\"kind\": \"…\"}}}")
      ]
    }
  }

  private mutating func read() throws(JSONScanner.Malformed) {
    var scanner = JSONScanner(scalars, line: scalars.indices, lineNumber: 1)
    var reader = OverrideReader()
    try scanner.readObject { (key, scanner) throws(JSONScanner.Malformed) in
      if key == "documents" { try readDocuments(&scanner) } else { try reader.readValue(of: key, from: &scanner) }
    }
    guard scanner.isAtEnd() else { throw JSONScanner.Malformed(index: scanner.index) }
    top = reader.overrides
    report(reader.findings)
  }

  private mutating func readDocuments(_ scanner: inout JSONScanner) throws(JSONScanner.Malformed) {
    scanner.skipSpace()
    guard scanner.isAtObject else { return try passOver("documents", &scanner) }
    try scanner.readObject { (key, scanner) throws(JSONScanner.Malformed) in
      let start = scanner.index
      guard scanner.isAtObject else { return try passOver(key, &scanner) }
      var reader = OverrideReader()
      try scanner.readObject { (key, scanner) throws(JSONScanner.Malformed) in
        try reader.readValue(of: key, from: &scanner)
      }
      report(reader.findings)
      if let ordinal = Int(key), ordinal >= 1 {
        documents[ordinal] = reader.overrides
      } else {
        diagnostics.append(
          Diagnostic(
            .invalidField, "\(place(start)): “\(key.prefix(40))” is no place of a document in its source",
            hint: "documents are named by their number in the source, counted from 1: {\"documents\": {\"3\": {…}}}"))
      }
    }
  }

  /// Passes over what should be an object; `null` states nothing, as with any field.
  private mutating func passOver(_ key: String, _ scanner: inout JSONScanner) throws(JSONScanner.Malformed) {
    let start = scanner.index
    try scanner.skipValue()
    guard scanner.text(start..<scanner.index) != "null" else { return }
    diagnostics.append(
      Diagnostic(
        .invalidField, "\(place(start)): “\(key.prefix(40))” is no object; it is left out, the rest is kept",
        hint: "name documents by their number in the source: {\"documents\": {\"1\": {…}, \"2\": {…}}}"))
  }

  private mutating func report(_ findings: [OverrideReader.Finding]) {
    diagnostics += findings.map { Diagnostic(.invalidField, "\(place($0.index)): \($0.message)", hint: $0.hint) }
  }

  /// `NAME, line 3, column 5`: the line of a diagnostic itself is the source's.
  private func place(_ index: Int) -> String {
    var (line, end) = (0, lineStarts.count)
    while end - line > 1 {
      let middle = (line + end) / 2
      if lineStarts[middle] <= index { line = middle } else { end = middle }
    }
    return "\(name), line \(line + 1), column \(index - lineStarts[line] + 1)"
  }
}

extension Sidecar {
  /// Puts what is stated into a source's documents.
  ///
  /// - Parameter own: what each document's record states itself, which goes before what is said of all; empty for texts.
  /// - Returns: what could not be put anywhere.
  func apply(to documents: inout [Document], own: [MetadataOverrides]) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    let single = Set(top.values.keys).subtracting(MetadataOverrides.sharedFields)
    if documents.count != 1, !single.isEmpty {
      let names = Field.allCases.filter(single.contains).map(\.name).joined(separator: ", ")
      findings.append(
        Diagnostic(
          .invalidField, "\(name): the source holds \(documents.count) documents, which cannot all have this \(names)",
          hint: "put it under the document it belongs to: {\"documents\": {\"1\": {…}}}"))
    }
    var shared = documents.count == 1 ? top : top.without(single)
    if documents.count > 1 { findings += large(shared.removeUnknown(above: Sidecar.maximumSharedBytes)) }
    let derived = DerivedFields(documents)
    for index in documents.indices {
      shared.apply(to: &documents[index].metadata)
      if own.indices.contains(index) { own[index].apply(to: &documents[index].metadata) }
      self.documents[documents[index].ordinal]?.apply(to: &documents[index].metadata)
    }
    derived.follow(in: &documents)
    let known = Set(documents.map(\.ordinal))
    for ordinal in self.documents.keys.sorted() where !known.contains(ordinal) {
      findings.append(
        Diagnostic(
          .invalidField, "\(name): the source has no document \(ordinal)",
          hint: "it has \(documents.count); suoyin search --filter source=… lists them"))
    }
    return findings
  }

  /// The longest value, as JSON, that is copied into each document of a source with several. A guess: no word or
  /// address is longer, and a thousand copies take 4 MB.
  private static let maximumSharedBytes = 4_096

  private func large(_ names: [String]) -> [Diagnostic] {
    names.map { unknown in
      Diagnostic(
        .invalidField,
        "\(name): “\(unknown.prefix(40))” is longer than \(Sidecar.maximumSharedBytes) bytes "
          + "and would stand in every document; it is left out",
        hint: "shorten it, or put it under the document it belongs to: {\"documents\": {\"1\": {…}}}")
    }
  }
}
