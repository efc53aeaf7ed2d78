// A traditional character or two in text that is simplified otherwise: `管理辦法` → `管理办法`.

import Archive
import ICU

/// Puts traditional characters right that recognition let slip. Text that is traditional, or quotes some, stays; so do
/// characters that simplified text has, in names above all.
struct TraditionalSlips {
  /// Traditional characters whose simplified form is another one and that GB 2312, the set of simplified printing,
  /// does not have.
  static let simplified: [Unicode.Scalar: Unicode.Scalar] = {
    var map: [Unicode.Scalar: Unicode.Scalar] = [:]
    let known = FounderCode.han
    guard !known.isEmpty else { return [:] }
    for (from, to) in (try? TraditionalToSimplified.singleCodePointPairs()) ?? [] {
      guard let old = Unicode.Scalar(from), let new = Unicode.Scalar(to) else { continue }
      if !known.contains(old), known.contains(new), !names.contains(old) { map[old] = new }
    }
    return map
  }()

  /// Characters that the table of general standard characters (2013) takes back for names and terms.
  private static let names = Set("昇喆堃甦邨氾龢迺陞剋讎於濛崑犇淼皙勠祇谿劄瞭嶽穀".unicodeScalars)

  /// For text before the line: Han characters, and traditional ones among them.
  private var counts: (han: Int, traditional: Int)?
  /// For each code point of the first plane, whether the source has it.
  private var isWritten: [Bool] = []

  /// Decides on one line.
  mutating func repair(_ draft: inout Draft, _ line: SourceLine, _ words: WordJudge) {
    let slips = line.range.filter { TraditionalSlips.isSlip(draft.scalars[$0]) }
    let hanCount = line.range.count { draft.scalars[$0].isHan }
    if counts == nil {
      counts = (
        draft.source.scalars.count { $0.isHan },
        LineTraits.count(of: .traditional, in: draft.source.scalars)
      )
      isWritten = [Bool](repeating: false, count: 0x10000)
      for scalar in draft.source.scalars where scalar.value < 0x10000 { isWritten[Int(scalar.value)] = true }
    }
    // Traditional text has one such character in three; one in fifty, or in five of a short line, is a slip: guesses.
    guard let counts, counts.traditional <= max(2, counts.han / 50), counts.han > 9,
      slips.count * 5 <= max(hanCount, 10), slips.count <= 8
    else { return }
    for index in slips {
      let range = max(line.range.lowerBound, index - 4)..<min(line.range.upperBound, index + 5)
      let context = draft.scalars[range].map { scalar in
        TraditionalSlips.isSlip(scalar) ? TraditionalSlips.simplified[scalar] ?? scalar : scalar
      }
      let place = index - range.lowerBound
      let boundaries = words.boundaries(context)
      // A character by itself is a slip where the source writes the simplified one elsewhere.
      guard isWritten(context[place]) || !boundaries[place] || !boundaries[place + 1] else { continue }
      draft.change(index..<index + 1, to: [context[place]], .traditionalSlip, confidence: 0.95)
    }
  }

  /// Whether a character has a simplified form; asked of every character of some lines, which is too often for hashing.
  private static func isSlip(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x10000 ? LineTraits(scalar).contains(.traditional) : simplified[scalar] != nil
  }

  private func isWritten(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x10000 && isWritten[Int(scalar.value)]
  }
}
