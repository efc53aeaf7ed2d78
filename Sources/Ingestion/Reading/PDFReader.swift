// The text of PDF files, by pdftotext of poppler-utils.

import Archive

/// Extracts the text layer of a PDF.
///
/// A PDF has no lines that one could cite: those of the extracted text are the lines of the source, form feeds between
/// pages included. Another version of poppler may count them otherwise.
struct PDFReader {
  /// What is run; tests run other programs.
  var program = "pdftotext"
  /// A guess: two hundred pages take a second.
  var seconds = 60.0
  /// As much as a source may hold when nothing is said.
  var maximumTextBytes = Discovery.defaultMaximumSourceBytes

  /// - Returns: the text in UTF-8, never only white space.
  func text(of bytes: [UInt8]) throws(Refusal) -> [UInt8] {
    // Readers look for the header in the first kilobyte (PDF 1.7, appendix H, note 13).
    guard bytes.prefix(1_024).contains(sequence: Array("%PDF-".utf8)) else {
      throw Refusal(.damagedFile, "the file is no PDF: its header is missing", hint: "get the file once more")
    }
    // Without -layout, columns are read one after the other.
    let end = ToolRun.run(
      program, ["-enc", "UTF-8", "-eol", "unix", "-", "-"], input: bytes, maximumOutputBytes: maximumTextBytes,
      seconds: seconds)
    switch end {
    case .exited(0, let output, _): return try checked(output)
    case .exited(let status, _, let complaint): throw failure(bytes, status, complaint)
    case .notFound:
      throw Refusal(
        .missingTool, "PDF files are read with \(program), which is not installed",
        hint: "apt-get install poppler-utils")
    case .timedOut:
      throw Refusal(
        .timedOut, "\(program) took more than \(Int(seconds)) seconds and was ended", hint: "split the file")
    case .tooMuchOutput:
      throw Refusal(.tooLarge, "the PDF holds more than \(maximumTextBytes) bytes of text", hint: "split it")
    case .failed(let reason): throw Refusal(.damagedFile, "\(program) failed: \(reason)", hint: "split the file")
    }
  }

  private func checked(_ output: [UInt8]) throws(Refusal) -> [UInt8] {
    // Of ASCII, everything up to the space is white space or no text.
    guard output.contains(where: { $0 > 0x20 }) else {
      throw Refusal(.noTextLayer, "the PDF has no text layer", hint: "run OCR first")
    }
    return output
  }

  /// Whether a password is missing stands in the file: the dictionary of the trailer is never compressed.
  private func failure(_ bytes: [UInt8], _ status: Int32, _ complaint: String) -> Refusal {
    if bytes[...].contains(sequence: Array("/Encrypt".utf8)) {
      return Refusal(.encrypted, "the PDF is encrypted and needs a password", hint: "save it without a password")
    }
    // It may quote the file, and ends up on a terminal.
    let sentence = complaint.prefix { $0 != "\n" }.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }
    let reason = sentence.isEmpty ? "" : ": " + String(String.UnicodeScalarView(sentence))
    return Refusal(
      .damagedFile, "the PDF is broken: \(program) ended with status \(status)\(reason)",
      hint: "get the file once more")
  }
}

extension ArraySlice<UInt8> {
  /// Whether these bytes hold others in a row.
  fileprivate func contains(sequence: [UInt8]) -> Bool {
    guard let first = sequence.first, count >= sequence.count else { return sequence.isEmpty }
    return (startIndex...endIndex - sequence.count).contains { start in
      self[start] == first && self[start..<start + sequence.count].elementsEqual(sequence)
    }
  }
}
