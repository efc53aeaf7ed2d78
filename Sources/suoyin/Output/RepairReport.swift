// What `suoyin repair --format json` prints.

internal import API
internal import Archive
internal import Ingestion
internal import Searching

/// A repaired source for programs. Lines and columns count from 1; columns and lengths are code points.
struct RepairReport: Encodable {
  struct Paragraph: Encodable {
    let text: String
    /// First and last source line of each stretch, in the order in which the text uses them.
    let lines: [[Int]]
    let kind: String
  }
  struct Furniture: Encodable {
    let line: Int
    let rule: FurnitureKind
    let text: String
  }

  let source: String
  let encoding: String?
  var paragraphs: [Paragraph] = []
  var edits: [EditAnswer] = []
  var furniture: [Furniture] = []
  let diagnostics: [Diagnostic]

  init(_ path: String, _ repaired: RepairedSource) {
    source = path
    encoding = repaired.encoding
    diagnostics = repaired.diagnostics
    for text in repaired.texts {
      let scalars = Array(text.text.unicodeScalars)
      paragraphs += text.paragraphs.map { paragraph in
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[paragraph.range])
        return Paragraph(
          text: String(view), lines: paragraph.lines.map { [$0.lowerBound, $0.upperBound] },
          kind: paragraph.kind.rawValue)
      }
      edits += text.edits.map(EditAnswer.init)
      furniture += text.furniture.map { Furniture(line: $0.line, rule: $0.kind, text: $0.text) }
    }
  }
}
