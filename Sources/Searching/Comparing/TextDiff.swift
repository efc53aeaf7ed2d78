// What differs between two texts, character by character.

/// The differences of two folded texts.
///
/// Units are characters; a number and a Latin word are one. Stretches that stand once in both texts, in the same order,
/// hold the texts together (the patience diff of Cohen); between them the shortest script is looked for (Myers 1986) up to
/// a number of differences, beyond which the stretch counts as replaced. So the work is bounded however long and however
/// different the texts are.
struct TextDiff {
  /// A stretch of the one text and what stands for it in the other, in code points.
  struct Edit: Hashable {
    var a: Range<Int>
    var b: Range<Int>
  }

  /// The differences, in order, at least one unit apart.
  let edits: [Edit]

  init(_ a: [UInt32], _ b: [UInt32]) {
    let (left, right) = (DiffUnits(a), DiffUnits(b))
    var script = DiffScript()
    TextDiff.divide(left.keys, right.keys, &script)
    edits = script.readable.map { Edit(a: left.codePoints($0.a), b: right.codePoints($0.b)) }
  }

  /// How many units a stretch has that holds texts together. A guess: four characters that stand once in each of two
  /// clauses are hardly ever chance.
  private static let anchorLength = 4

  private static func divide(_ a: [UInt64], _ b: [UInt64], _ script: inout DiffScript) {
    var (x, y) = (0, 0)
    for (left, right) in anchors(a, b) {
      compare(a[x..<left], b[y..<right], &script)
      (x, y) = (left, right)
    }
    compare(a[x...], b[y...], &script)
  }

  /// Places at which a stretch begins that both texts have once, increasing in both.
  private static func anchors(_ a: [UInt64], _ b: [UInt64]) -> [(Int, Int)] {
    let (inA, inB) = (uniqueStretches(a), uniqueStretches(b))
    let places = inA.compactMap { stretch, place in inB[stretch].map { (place, $0) } }.sorted { $0.0 < $1.0 }
    return longestIncreasing(places)
  }

  private static func uniqueStretches(_ units: [UInt64]) -> [UInt64: Int] {
    guard units.count >= anchorLength else { return [:] }
    var places: [UInt64: Int] = [:]
    for start in 0...units.count - anchorLength {
      var hash = FNV1a()
      for unit in units[start..<start + anchorLength] { hash.add(unit) }
      places[hash.value] = places[hash.value] == nil ? start : -1
    }
    return places.filter { $0.value >= 0 }
  }

  /// The longest chain that increases in the second member as well (patience sorting: Fredman 1975).
  private static func longestIncreasing(_ places: [(Int, Int)]) -> [(Int, Int)] {
    var (tops, before) = ([Int](), [Int](repeating: -1, count: places.count))
    for index in places.indices {
      var (low, high) = (0, tops.count)
      while low < high {
        let middle = (low + high) / 2
        if places[tops[middle]].1 < places[index].1 { low = middle + 1 } else { high = middle }
      }
      if low > 0 { before[index] = tops[low - 1] }
      if low == tops.count { tops.append(index) } else { tops[low] = index }
    }
    var chain: [(Int, Int)] = []
    var next = tops.last ?? -1
    while next >= 0 {
      chain.append(places[next])
      next = before[next]
    }
    return chain.reversed()
  }

  /// Two stretches: what both begin and end with is left alone.
  private static func compare(_ a: ArraySlice<UInt64>, _ b: ArraySlice<UInt64>, _ script: inout DiffScript) {
    var (a, b) = (a, b)
    while let first = a.first, first == b.first {
      a.removeFirst()
      b.removeFirst()
    }
    while let last = a.last, last == b.last {
      a.removeLast()
      b.removeLast()
    }
    guard !a.isEmpty || !b.isEmpty else { return }
    guard !a.isEmpty, !b.isEmpty, let kept = ShortestEdit.common(Array(a), Array(b)) else {
      return script.replace(a.indices, by: b.indices)
    }
    var (x, y) = (a.startIndex, b.startIndex)
    for (left, right) in kept {
      script.replace(x..<a.startIndex + left, by: y..<b.startIndex + right)
      (x, y) = (a.startIndex + left + 1, b.startIndex + right + 1)
    }
    script.replace(x..<a.endIndex, by: y..<b.endIndex)
  }
}

/// A text as the units that are compared.
private struct DiffUnits {
  /// Each unit as 64 bits: a character is itself, a longer unit a hash.
  private(set) var keys: [UInt64] = []
  /// Where each begins, and where the last ends.
  private var starts: [Int] = []

  init(_ text: [UInt32]) {
    var index = 0
    while index < text.count {
      starts.append(index)
      let end = DiffUnits.end(of: text, from: index)
      if end == index + 1 {
        keys.append(UInt64(text[index]))
      } else {
        var hash = FNV1a()
        for value in text[index..<end] { hash.add(value) }
        // Above all code points.
        keys.append(hash.value | 1 << 63)
      }
      index = end
    }
    starts.append(text.count)
  }

  func codePoints(_ units: Range<Int>) -> Range<Int> { starts[units.lowerBound]..<starts[units.upperBound] }

  /// Digits go on over a point or comma between two of them; Latin letters stay together.
  private static func end(of text: [UInt32], from start: Int) -> Int {
    var end = start + 1
    if isDigit(text[start]) {
      while end < text.count {
        let isInside = end + 1 < text.count && isDigit(text[end + 1]) && (text[end] == 0x2E || text[end] == 0x2C)
        guard isDigit(text[end]) || isInside else { break }
        end += 1
      }
    } else if isLatin(text[start]) {
      while end < text.count, isLatin(text[end]) { end += 1 }
    }
    return end
  }

  private static func isDigit(_ value: UInt32) -> Bool { (0x30...0x39).contains(value) }

  /// Folded: there are no capitals.
  private static func isLatin(_ value: UInt32) -> Bool { (0x61...0x7A).contains(value) }
}

/// Edits as they are found, in units.
private struct DiffScript {
  private var edits: [TextDiff.Edit] = []

  mutating func replace(_ a: Range<Int>, by b: Range<Int>) {
    guard !a.isEmpty || !b.isEmpty else { return }
    if let last = edits.last, last.a.upperBound == a.lowerBound, last.b.upperBound == b.lowerBound {
      edits[edits.count - 1] = TextDiff.Edit(a: last.a.lowerBound..<a.upperBound, b: last.b.lowerBound..<b.upperBound)
    } else {
      edits.append(TextDiff.Edit(a: a, b: b))
    }
  }

  /// No more units than this between two edits are taken into them, if both edits are as long. A guess: a character in
  /// common is chance, a word is not.
  private static let shortestKept = 2

  /// Without what two rewritten stretches have in common by chance (the semantic clean-up of Fraser's diff-match-patch).
  var readable: [TextDiff.Edit] {
    var merged: [TextDiff.Edit] = []
    for edit in edits {
      if let last = merged.last {
        let kept = edit.a.lowerBound - last.a.upperBound
        let shorter = min(max(last.a.count, last.b.count), max(edit.a.count, edit.b.count))
        if kept <= DiffScript.shortestKept, kept <= shorter {
          merged[merged.count - 1] = TextDiff.Edit(
            a: last.a.lowerBound..<edit.a.upperBound, b: last.b.lowerBound..<edit.b.upperBound)
          continue
        }
      }
      merged.append(edit)
    }
    return merged
  }
}
