// Signs that recognition programs take for others: half-width marks, English and, traditional characters.

/// Exchanges signs in the paragraphs of a scanned text.
///
/// Opportunities: a mark between Han characters, 和, a character that has a traditional form, a Roman numeral, and a
/// dash at the head of an item.
struct ScanSigns {
  func apply(to paragraph: inout GlyphParagraph, _ run: inout DamageRun) {
    var insertions: [(index: Int, glyph: Glyph)] = []
    for index in paragraph.glyphs.indices where paragraph.glyphs[index].isIntact {
      let scalar = paragraph.glyphs[index].scalar
      let place = Int(paragraph.glyphs[index].clean)
      if let halfWidth = ScanSigns.halfWidth[scalar] {
        guard touchesHan(paragraph, index), run.happens(.halfWidth) else { continue }
        exchange(&paragraph.glyphs[index], halfWidth, run.record(.halfWidth, place..<place + 1))
      } else if scalar == "和" {
        guard isBetweenHan(paragraph, index), run.happens(.englishAnd) else { continue }
        let damage = run.record(.englishAnd, place..<place + 1)
        insertions.append((index, .inserted(" ", damage)))
        exchange(&paragraph.glyphs[index], "a", damage)
        insertions += "nd ".unicodeScalars.map { (index + 1, .inserted($0, damage)) }
      } else if let traditional = ScanSigns.traditional[scalar] {
        guard run.happens(.traditional) else { continue }
        exchange(&paragraph.glyphs[index], traditional, run.record(.traditional, place..<place + 1))
      } else if let letters = ScanSigns.romanNumerals[scalar] {
        guard run.happens(.asciiRoman) else { continue }
        let damage = run.record(.asciiRoman, place..<place + 1)
        exchange(&paragraph.glyphs[index], letters[0], damage)
        insertions += letters.dropFirst().map { (index + 1, .inserted($0, damage)) }
      }
    }
    paragraph.insert(insertions)
    lengthenDash(&paragraph, &run)
  }

  private func exchange(_ glyph: inout Glyph, _ scalar: Unicode.Scalar, _ damage: Int32) {
    glyph.scalar = scalar
    glyph.damage = damage
  }

  /// —— at the head of an item → ———
  private func lengthenDash(_ paragraph: inout GlyphParagraph, _ run: inout DamageRun) {
    guard paragraph.glyphs.count > 2, paragraph.glyphs[0].scalar == "—", paragraph.isIntactPair(0),
      paragraph.glyphs[1].scalar == "—", run.happens(.tripleDash)
    else { return }
    let place = paragraph.cleanOffset(at: 2)
    paragraph.insert([(2, .inserted("—", run.record(.tripleDash, place..<place)))])
  }

  private func touchesHan(_ paragraph: GlyphParagraph, _ index: Int) -> Bool {
    index > 0 && paragraph.glyphs[index - 1].scalar.isHan
      || index + 1 < paragraph.glyphs.count && paragraph.glyphs[index + 1].scalar.isHan
  }

  private func isBetweenHan(_ paragraph: GlyphParagraph, _ index: Int) -> Bool {
    paragraph.isIntactPair(index - 1) && paragraph.isIntactPair(index) && paragraph.glyphs[index - 1].scalar.isHan
      && paragraph.glyphs[index + 1].scalar.isHan
  }

  private static let halfWidth: [Unicode.Scalar: Unicode.Scalar] = [
    "，": ",", "（": "(", "）": ")", "：": ":", "；": ";", "“": "\"", "”": "\"",
  ]
  /// A few pairs with one traditional form each.
  private static let traditional = Dictionary(
    uniqueKeysWithValues: zip("国业对关单学东车门办规应务实产动区级层机构会".unicodeScalars, "國業對關單學東車門辦規應務實產動區級層機構會".unicodeScalars))
  private static let romanNumerals: [Unicode.Scalar: [Unicode.Scalar]] = [
    "Ⅰ": ["I"], "Ⅱ": ["I", "I"], "Ⅲ": ["I", "I", "I"], "Ⅳ": ["I", "V"],
  ]
}
