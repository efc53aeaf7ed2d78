// What `suoyin repair --format json` prints.

internal import Archive
internal import Ingestion

/// A repaired source for programs. Lines and columns count from 1; columns and lengths are code points.
struct RepairReport: Encodable {
  struct Paragraph: Encodable {
    let text: String
    /// First and last source line of each stretch, in the order in which the text uses them.
    let lines: [[Int]]
    let kind: String
  }
  struct Change: Encodable {
    let rule: RepairRule
    let line: Int
    let column: Int
    let before: String
    let after: String
    let confidence: Double
  }
  struct Furniture: Encodable {
    let line: Int
    let rule: FurnitureKind
    let text: String
  }

  let source: String
  let encoding: String?
  var paragraphs: [Paragraph] = []
  var edits: [Change] = []
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
      edits += text.edits.map(Change.init)
      furniture += text.furniture.map { Furniture(line: $0.line, rule: $0.kind, text: $0.text) }
    }
  }
}

extension RepairReport.Change {
  init(_ edit: Edit) {
    rule = edit.rule
    line = edit.position.line
    column = edit.position.column
    before = edit.before
    after = edit.after
    // As many digits as were measured.
    confidence = (Double(edit.confidence) * 100).rounded() / 100
  }
}
