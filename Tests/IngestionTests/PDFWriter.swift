// The smallest PDF that holds text, for tests.

/// Writes PDF files (ISO 32000-1) with one page a text.
enum PDFWriter {
  /// A PDF whose font has no glyphs, only a table from codes to Unicode: all that extraction needs.
  ///
  /// - Parameter encrypted: adds an encryption dictionary to which no password fits.
  static func file(pages: [[String]], encrypted: Bool = false) -> [UInt8] {
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "",  // the tree of pages comes when their numbers are known
      """
      << /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>
      """,
      """
      << /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) \
      /Supplement 0 >> /DW 1000 >>
      """,
      stream(characterMap(of: pages)),
    ]
    var kids: [Int] = []
    for lines in pages {
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> "
          + "/Contents \(objects.count + 2) 0 R >>")
      kids.append(objects.count)
      objects.append(stream(content(of: lines)))
    }
    let references = kids.map { "\($0) 0 R" }.joined(separator: " ")
    objects[1] = "<< /Type /Pages /Count \(kids.count) /Kids [\(references)] >>"
    let hash = String(repeating: "41", count: 32)
    let encryption = "/Encrypt << /Filter /Standard /V 1 /R 2 /O <\(hash)> /U <\(hash)> /P -4 >> /ID [<41> <41>] "
    return assemble(objects, trailer: encrypted ? encryption : "")
  }

  private static func assemble(_ objects: [String], trailer: String) -> [UInt8] {
    var file = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      file += String(repeating: "0", count: 10 - String(offset).count) + "\(offset) 00000 n \n"
    }
    file += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R \(trailer)>>\nstartxref\n\(start)\n%%EOF\n"
    return Array(file.utf8)
  }

  private static func stream(_ content: String) -> String {
    "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream"
  }

  private static func content(of lines: [String]) -> String {
    let shown = lines.map { "<\($0.utf16.map(hex).joined())> Tj 0 -20 Td" }.joined(separator: "\n")
    return "BT /F 12 Tf 72 760 Td\n\(shown)\nET"
  }

  private static func characterMap(of pages: [[String]]) -> String {
    let units = Set(pages.joined().joined().utf16).sorted()
    return """
      /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def
      1 begincodespacerange <0000> <FFFF> endcodespacerange
      \(units.count) beginbfchar
      \(units.map { "<\(hex($0))> <\(hex($0))>" }.joined(separator: "\n"))
      endbfchar endcmap end end
      """
  }

  private static func hex(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16, uppercase: true)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
