// A phrase that was printed twice in a row: `的各项工作的各项工作` → `的各项工作`.

import Archive

/// Finds phrases of Han characters that stand twice in a row within a paragraph.
///
/// In one pass: every character is compared with the place where it stood last. A phrase in which the same character
/// stands twice is only found if that comes late in it.
enum RepeatedPhrases {
  /// Shorter phrases are repeated on purpose, and office names of up to 40 characters are not printed twice in a row
  /// by mistake only: measured on 20 M clean characters.
  private static let lengths = 5...40

  static func repair(_ draft: inout Draft, _ pieces: [Piece]) {
    /// Where each character stood last, counted through all pieces.
    var last = [Int32](repeating: -1, count: 0x10000)
    /// How many characters there were so far, and before the paragraph at hand.
    var count = 0
    var base = 0
    let scalars = draft.scalars
    // Every character is noted here, and an array would ask each time whether it is its only owner.
    last.withUnsafeMutableBufferPointer { last in
      for piece in pieces {
        find(&draft, scalars, piece, last, from: count, base: base)
        count += piece.range.count
        if piece.seam == .end { base = count }
      }
    }
  }

  private static func find(
    _ draft: inout Draft, _ scalars: [Unicode.Scalar], _ piece: Piece, _ last: UnsafeMutableBufferPointer<Int32>,
    from start: Int, base: Int
  ) {
    var distance = 0
    var streak = 0
    for index in piece.range {
      let scalar = scalars[index]
      let place = start + index - piece.range.lowerBound
      guard scalar.value < 0x10000, scalar.isHan else {
        streak = 0
        continue
      }
      let earlier = Int(last[Int(scalar.value)])
      last[Int(scalar.value)] = Int32(truncatingIfNeeded: place)
      let step = place - earlier
      guard earlier >= base, lengths.contains(step) else {
        streak = 0
        continue
      }
      streak = step == distance ? streak + 1 : 1
      distance = step
      if streak == distance {
        draft.remove(index + 1 - streak..<index + 1, .repeatedPhrase, confidence: 0.9)
        streak = 0
      }
    }
  }
}
