// The font-code shift of Founder typesetting systems: 2024 → 圆园圆源, Ⅱ → 域.

internal import ICU

/// Shifts characters on some lines of a document.
///
/// What is shifted is the full-width GB 2312 form: 0x31 is added to its lead byte, so that rows 1 to 3 (A1 to A3), which
/// hold the marks, numbers and letters, become rows D2 to D4 of the Han characters. An infected source has infected and
/// other documents; the rates are those of the characters' lines, and on a shifted line all of a kind are shifted. The
/// Han characters that shifted ones look like are left alone everywhere.
struct FounderShift {
  /// Sources and documents that have the damage at all (guess; one sample in three has it, in 4 of 11 documents).
  private static let infectedSources = 0.5
  private static let infectedDocuments = 0.4

  private let isInfected: Bool
  /// Not all infected sources shift punctuation.
  private let shiftsPunctuation: Bool
  private let table = FounderTable.shared

  init(_ run: inout DamageRun) {
    let isPlanned = DamageClass.allCases.contains { $0.isFounder && run.plan.rate($0) > 0 }
    isInfected = isPlanned && run.chance(FounderShift.infectedSources)
    shiftsPunctuation = run.chance(0.5)
  }

  /// Whether the next document is infected.
  func draws(_ run: inout DamageRun) -> Bool { isInfected && run.chance(FounderShift.infectedDocuments) }

  /// Shifts what the dice say on a line of an infected document.
  func apply(to line: inout GlyphLine, _ run: inout DamageRun) {
    var kinds: Set<DamageClass> = []
    for kind in DamageClass.allCases where kind.isFounder && run.happens(kind) { kinds.insert(kind) }
    if !shiftsPunctuation { kinds.remove(.founderPunctuation) }
    guard !kinds.isEmpty else { return }
    var start = 0
    while start < line.glyphs.count {
      guard let kind = kind(of: line.glyphs, at: start), kinds.contains(kind) else {
        start += 1
        continue
      }
      var end = start + 1
      while end < line.glyphs.count, self.kind(of: line.glyphs, at: end) == kind,
        line.glyphs[end].clean == line.glyphs[end - 1].clean + 1
      {
        end += 1
      }
      let first = Int(line.glyphs[start].clean)
      let damage = run.record(kind, first..<first + end - start)
      for index in start..<end {
        line.glyphs[index].scalar = table.shifted[line.glyphs[index].scalar] ?? line.glyphs[index].scalar
        line.glyphs[index].damage = damage
      }
      start = end
    }
  }

  private func kind(of glyphs: [Glyph], at index: Int) -> DamageClass? {
    let scalar = glyphs[index].scalar
    guard glyphs[index].isIntact, table.shifted[scalar] != nil else { return nil }
    if scalar.folded.isASCIIDigit || scalar.folded == "%" { return .founderDigits }
    if scalar.folded == "." || scalar.folded == ":" {
      // A point or colon of a number, 3.5, 9:30 or the number of a section, goes the way of its digits.
      return index > 0 && glyphs[index - 1].clean >= 0 && cleanDigit(glyphs[index - 1])
        ? .founderDigits : .founderPunctuation
    }
    if scalar.folded.isASCIILetter { return .founderLetters }
    return switch scalar.value {
    case 0x2160...0x216B: .founderRoman
    case 0x2460...0x2473: .founderCircled
    case 0x20...0x7E: nil
    default: .founderPunctuation
    }
  }

  /// Whether a glyph is, or was before its shift, a digit.
  private func cleanDigit(_ glyph: Glyph) -> Bool {
    glyph.isIntact ? glyph.scalar.isASCIIDigit : table.shiftedDigits.contains(glyph.scalar)
  }
}

/// The shift as code points.
struct FounderTable: Sendable {
  /// What each character of rows 1 to 3 turns into; ASCII through its full-width form.
  let shifted: [Unicode.Scalar: Unicode.Scalar]
  /// What digits turn into.
  let shiftedDigits: Set<Unicode.Scalar>
  /// All that characters turn into: they look like damage where they stand by right.
  let lookalikes: Set<Unicode.Scalar>

  static let shared = FounderTable()

  private init() {
    var shifted: [Unicode.Scalar: Unicode.Scalar] = [:]
    // Without the converter there is no table, and the tests that want every class to occur fail.
    let converter = try? CharsetConverter(charset: "GB18030")
    func character(_ lead: UInt8, _ trail: UInt8) -> Unicode.Scalar? {
      let decoded = try? [lead, trail].withUnsafeBufferPointer { try converter?.decode($0) }
      guard let decoded, decoded.malformedCount == 0 else { return nil }
      let scalars = decoded.text.unicodeScalars
      // GB 2312 leaves gaps that later standards fill from the private use area.
      guard scalars.count == 1, let only = scalars.first, !(0xE000...0xF8FF).contains(only.value) else { return nil }
      return only
    }
    // Letters, signs and full-width ASCII; Greek and frames are in other rows.
    for lead in UInt8(0xA1)...0xA3 {
      for trail in UInt8(0xA1)...0xFE {
        guard let clear = character(lead, trail), let moved = character(lead + 0x31, trail)
        else { continue }
        shifted[clear] = moved
        if clear.folded != clear { shifted[clear.folded] = moved }
      }
    }
    // The ideographic space is not drawn, and what is not drawn is not shifted.
    shifted[" "] = nil
    shifted["　"] = nil
    self.shifted = shifted
    shiftedDigits = Set("0123456789".unicodeScalars.compactMap { shifted[$0] })
    lookalikes = Set(shifted.values)
  }
}
