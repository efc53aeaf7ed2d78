// What the repaired text is put together from.

/// A stretch of the source and what stands behind it in the repaired text.
struct Piece {
  /// Offsets into the source, within one line; never empty.
  let range: Range<Int>
  /// What takes the place of the line's end.
  var seam: Seam
  /// What its line looks like.
  var kind = ParagraphKind.text
}
