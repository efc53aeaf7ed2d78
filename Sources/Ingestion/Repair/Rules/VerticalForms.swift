// Marks in the shapes that vertical lines have: `︵` → `（`. Text is hardly ever set so; fonts turn marks when it is. ︱ and ︿
// are separators and arrows.

import Archive

/// Puts Unicode's presentation forms for vertical writing back to the marks that they are forms of.
enum VerticalForms {
  static func repair(_ draft: inout Draft) {
    // Hardly any text has one, and every character is looked at.
    for index in draft.scalars.indices where (0xFE10...0xFE48).contains(draft.scalars[index].value) {
      guard let mark = marks[draft.scalars[index]] else { continue }
      draft.change(index..<index + 1, to: [mark], .verticalForm, confidence: 0.99)
    }
  }

  private static let marks: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
    uniqueKeysWithValues: zip(
      "︐︑︒︓︔︕︖︗︘︵︶︷︸︹︺︻︼︽︾﹁﹂﹃﹄﹇﹈".unicodeScalars, "，、。：；！？〖〗（）｛｝〔〕【】《》「」『』［］".unicodeScalars))
}
