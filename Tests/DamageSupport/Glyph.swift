// Text on its way through the damage: every character knows what it stands for.

/// A character as printed.
struct Glyph {
  var scalar: Unicode.Scalar
  /// The clean code point that it stands for; -1 when it was put in.
  var clean: Int32
  /// The damage that changed it or put it in; -1 when it is as it was.
  var damage: Int32 = -1

  /// A character that damage put in.
  static func inserted(_ scalar: Unicode.Scalar, _ damage: Int32) -> Glyph {
    Glyph(scalar: scalar, clean: -1, damage: damage)
  }

  /// Whether no damage has touched it yet.
  var isIntact: Bool { damage < 0 && clean >= 0 }
}

/// A paragraph on its way through the damage.
struct GlyphParagraph {
  let role: CleanParagraph.Role
  let document: Int
  /// Its clean code points.
  let clean: Range<Int>
  /// Names of people, in clean code points.
  let names: [Range<Int>]
  var glyphs: [Glyph]

  init(_ paragraph: CleanParagraph, document: Int, clean: Range<Int>) {
    role = paragraph.role
    self.document = document
    self.clean = clean
    names = paragraph.names.map { $0.lowerBound + clean.lowerBound..<$0.upperBound + clean.lowerBound }
    glyphs = zip(paragraph.text.unicodeScalars, clean).map { Glyph(scalar: $0, clean: Int32($1)) }
  }

  /// Whether a character and the one behind it are as they were, with nothing between them.
  func isIntactPair(_ index: Int) -> Bool {
    index >= 0 && index + 1 < glyphs.count && glyphs[index].isIntact && glyphs[index + 1].isIntact
      && glyphs[index].clean + 1 == glyphs[index + 1].clean
  }

  /// The clean code point that stands at an index, or the next one behind it.
  func cleanOffset(at index: Int) -> Int {
    for glyph in glyphs[index...] where glyph.clean >= 0 { return Int(glyph.clean) }
    return clean.upperBound
  }

  /// The first index at which intact characters read so, from an index on.
  func firstIndex(of text: String, from start: Int = 0) -> Int? {
    let wanted = Array(text.unicodeScalars)
    guard let first = wanted.first, glyphs.count >= wanted.count, start <= glyphs.count - wanted.count else {
      return nil
    }
    for index in start...glyphs.count - wanted.count where glyphs[index].scalar == first {
      let matches = wanted.indices.allSatisfy {
        glyphs[index + $0].scalar == wanted[$0] && glyphs[index + $0].isIntact
      }
      if matches { return index }
    }
    return nil
  }

  /// Intact stretches of characters of one kind, in order.
  func stretches(of belongs: (Unicode.Scalar) -> Bool) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    for index in 0...glyphs.count {
      let goesOn = index < glyphs.count && glyphs[index].isIntact && belongs(glyphs[index].scalar)
      if goesOn {
        start = start ?? index
      } else if let first = start {
        found.append(first..<index)
        start = nil
      }
    }
    return found
  }

  /// Puts glyphs in, each before what stood at its index.
  ///
  /// - Parameter insertions: in order of their indices.
  mutating func insert(_ insertions: [(index: Int, glyph: Glyph)]) {
    guard !insertions.isEmpty else { return }
    var result: [Glyph] = []
    result.reserveCapacity(glyphs.count + insertions.count)
    var read = 0
    for insertion in insertions {
      result.append(contentsOf: glyphs[read..<insertion.index])
      result.append(insertion.glyph)
      read = insertion.index
    }
    glyphs = result + glyphs[read...]
  }
}

/// A line as printed, without white space at its ends.
struct GlyphLine {
  let role: CleanParagraph.Role
  let document: Int
  var glyphs: [Glyph]
  /// Its clean code points, with the white space that got lost at its ends; lines of a paragraph follow without gap.
  var clean: Range<Int>
  var isFirst: Bool
  var isLast: Bool
  /// Why something else stands before it, where it goes on with its document.
  var displacement: DamageClass?
}
