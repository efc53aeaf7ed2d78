// What offsets count.

/// What the offsets of an answer count. Columns and widths are code points always.
public enum OffsetUnit: String, Choice {
  /// Unicode code points, as Python counts.
  case codePoints = "codepoints"
  /// Code units of UTF-16, as JavaScript and Java count: a character beyond U+FFFF, such as 𠮷, is two.
  case utf16
}

/// An answer with offsets of texts that it holds itself.
public protocol OffsetAnswer {
  /// Makes its offsets, which count code points, count code units of UTF-16.
  mutating func countUTF16()
}

extension OffsetAnswer {
  /// The answer as it was made, which counts code points, with its offsets in a unit; code points where nothing is said.
  public func counting(in unit: OffsetUnit?) -> Self {
    guard unit == .utf16 else { return self }
    var answer = self
    answer.countUTF16()
    return answer
  }
}

/// The offsets of one text in UTF-16.
struct UTF16Offsets {
  /// The code points, by their offsets, that take two code units.
  private let pairs: [Int]

  init(_ text: String) { pairs = text.unicodeScalars.enumerated().filter { $1.value > 0xFFFF }.map(\.offset) }

  /// The offset in code units of what has an offset in code points.
  subscript(codePoint: Int) -> Int {
    var (low, high) = (0, pairs.count)
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle] < codePoint { low = middle + 1 } else { high = middle }
    }
    return codePoint + low
  }

  func convert(_ ranges: inout [[Int]]) { ranges = ranges.map { $0.map { self[$0] } } }
}

extension SearchAnswer: OffsetAnswer {
  public mutating func countUTF16() {
    for hit in hits.indices {
      UTF16Offsets(hits[hit].title ?? "").convert(&hits[hit].titleHighlights)
      for passage in hits[hit].passages.indices {
        UTF16Offsets(hits[hit].passages[passage].text).convert(&hits[hit].passages[passage].highlights)
      }
    }
  }
}

extension DocumentAnswer: OffsetAnswer {
  public mutating func countUTF16() {
    let offsets = UTF16Offsets(text)
    for edit in edits.indices { edits[edit].offset = offsets[edits[edit].offset] }
    for stretch in damage.indices { damage[stretch].offset = offsets[damage[stretch].offset] }
  }
}

extension CompareAnswer: OffsetAnswer {
  public mutating func countUTF16() {
    for clause in clauses.indices {
      let (a, b) = (UTF16Offsets(clauses[clause].a?.text ?? ""), UTF16Offsets(clauses[clause].b?.text ?? ""))
      clauses[clause].edits = clauses[clause].edits.map { edit in
        ClauseEdit(a: edit.a.map { a[$0] }, b: edit.b.map { b[$0] })
      }
    }
  }
}
