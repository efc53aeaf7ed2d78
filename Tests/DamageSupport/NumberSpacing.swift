// Spaces between Chinese and digits or Latin letters: 2024 年 5 月. Typesetting programs put them in.

/// Puts spaces where a program that spaces numbers would.
///
/// The rate is that of documents; in such a document nearly every place is spaced, as in the samples. Spaces that the
/// clean text has, behind 第六条 or a section number, stay as they are.
struct NumberSpacing {
  /// Places of a spaced document that are left alone, as hand-made corrections leave some (guess).
  private static let spared = 0.05

  let isSpaced: Bool

  init(_ run: inout DamageRun) { isSpaced = run.happens(.numberSpacing) }

  func apply(to paragraph: inout GlyphParagraph, _ run: inout DamageRun) {
    guard isSpaced else { return }
    var insertions: [(index: Int, glyph: Glyph)] = []
    for index in paragraph.glyphs.indices.dropLast() where paragraph.isIntactPair(index) {
      let left = paragraph.glyphs[index].scalar
      let right = paragraph.glyphs[index + 1].scalar
      let isSeam = left.isHan && isNumeric(right) || (isNumeric(left) || left == "%") && right.isHan
      guard isSeam, !run.chance(NumberSpacing.spared) else { continue }
      let place = paragraph.cleanOffset(at: index + 1)
      insertions.append((index + 1, .inserted(" ", run.record(.numberSpacing, place..<place))))
    }
    paragraph.insert(insertions)
  }

  private func isNumeric(_ scalar: Unicode.Scalar) -> Bool { scalar.isASCIIDigit || scalar.isASCIILetter }
}
