// Finds the lines that belong to pages and not to the text.

/// Recognises page heads, feet and numbers, link addresses, contents lists, cover and colophon.
struct FurnitureFinder {
  private let scalars: [Unicode.Scalar]
  private let lines: [SourceLine]

  init(_ scalars: [Unicode.Scalar], _ lines: [SourceLine]) {
    self.scalars = scalars
    self.lines = lines
  }

  /// The lines that are furniture.
  func find() -> Furniture { Furniture() }
}
