// The door of reading: the bytes of a source in, its text with every character's place out.

import Archive

/// What was read of a source.
struct ReadSource {
  /// What the source consists of.
  enum Content {
    /// One text.
    case text(SourceText)
    /// Lines of JSON.
    case records([Unicode.Scalar])
  }

  let content: Content
  /// The name of the encoding; `nil` where another program decoded.
  let encoding: String?
  let diagnostics: [Diagnostic]
}

/// Reads sources of all formats.
struct TextReader {
  let options: ReadingOptions

  /// - Throws: ``Refusal`` when nothing can be read.
  func read(_ bytes: [UInt8], _ format: SourceFormat) throws(Refusal) -> ReadSource {
    let decoder = TextDecoder(options: options)
    switch format {
    case .text:
      let decoded = try decoder.decode(bytes)
      return ReadSource(.text(SourceText(wholeSource: decoded.scalars)), decoded)
    case .jsonLines:
      let decoded = try decoder.decode(bytes)
      return ReadSource(.records(decoded.scalars), decoded)
    case .html:
      let decoded = try decoder.decode(bytes, declared: HTMLCharset.declared(in: bytes))
      var reader = HTMLReader(decoded.scalars)
      let (text, diagnostics) = reader.read()
      return ReadSource(.text(text), decoded, diagnostics)
    case .pdf: return try read(pdf: bytes)
    }
  }

  private func read(pdf bytes: [UInt8]) throws(Refusal) -> ReadSource {
    let decoded = try decode(pdf: bytes)
    return ReadSource(
      content: .text(SourceText(wholeSource: decoded.scalars)), encoding: nil, diagnostics: decoded.diagnostics)
  }

  private func decode(pdf bytes: [UInt8]) throws(Refusal) -> DecodedText {
    var utf8 = ReadingOptions()
    utf8.encoding = TextEncoding.utf8.name
    // A glyph without a code is a hole in the text, not a reason to lose the rest.
    utf8.isLossy = true
    return try TextDecoder(options: utf8).decode(try PDFReader().text(of: bytes))
  }

  /// The code points that lines and columns of a source count: those of the file, tags and all; of a PDF those that
  /// were extracted.
  ///
  /// - Throws: ``Refusal`` when nothing can be read.
  func sourceScalars(_ bytes: [UInt8], _ format: SourceFormat) throws(Refusal) -> [Unicode.Scalar] {
    switch format {
    case .text, .jsonLines: try TextDecoder(options: options).decode(bytes).scalars
    case .html:
      try TextDecoder(options: options).decode(bytes, declared: HTMLCharset.declared(in: bytes)).scalars
    case .pdf: try decode(pdf: bytes).scalars
    }
  }
}

extension ReadSource {
  fileprivate init(_ content: Content, _ decoded: DecodedText, _ more: [Diagnostic] = []) {
    self.init(content: content, encoding: decoded.encoding.name, diagnostics: decoded.diagnostics + more)
  }
}
