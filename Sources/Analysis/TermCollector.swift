// Gathers a text's units and hands each distinct term over once, with frequency and positions.

import Archive

/// Units are packed into integers and sorted: of the ways to count some ten thousand small things, the fastest, and
/// the terms come out in the order in which Xapian stores them.
struct TermCollector {
  /// Words of up to three code points, 21 bits each, first one highest.
  private var shortWords: [UInt64] = []
  private var longWords: [[UInt32]] = []
  /// Pairs, 21 bits each; a lone character has 0 below.
  private var bigrams: [UInt64] = []
  /// Code point and whether it is Han above, offset below.
  private var characters: [UInt64] = []
  /// Where the last word ended, if it was a single Han character.
  private var loneEnd = -1
  /// What the text states.
  var typed = TypedTermCollector()
  private var scratch: [UInt8] = []
  private var sortScratch: [UInt64] = []

  mutating func removeAll() {
    shortWords.removeAll(keepingCapacity: true)
    longWords.removeAll(keepingCapacity: true)
    bigrams.removeAll(keepingCapacity: true)
    characters.removeAll(keepingCapacity: true)
    typed.removeAll()
    loneEnd = -1
  }

  /// A bigram whose two ends are ends of words counts once more: a word of two characters, or two of one each.
  mutating func addWord(_ text: [CodePoint], _ range: Range<Int>) {
    let word = text[range]
    let followsLone = word.count == 1 && loneEnd == range.lowerBound
    loneEnd = word.count == 1 && word.first!.isHan ? range.upperBound : -1
    if followsLone, loneEnd > 0 { addBigram(text[range.lowerBound - 1], word.first!) }
    if word.count == 2, word.allSatisfy(\.isHan) { return addBigram(word.first!, word.last!) }
    if word.count <= 3 {
      var packed: UInt64 = 0
      for codePoint in word { packed = packed << 21 | UInt64(codePoint.value) }
      shortWords.append(packed << UInt64(21 * (3 - word.count)))
    } else if word.reduce(0, { $0 + utf8Length($1.value) }) <= maximumWordBytes {
      longWords.append(word.map(\.value))
    }
  }

  private mutating func addBigram(_ first: CodePoint, _ second: CodePoint) {
    bigrams.append(UInt64(first.value) << 21 | UInt64(second.value))
  }

  /// Marks the end of a title, behind its last code point that can be searched.
  mutating func addEnd(at offset: Int) {
    characters.append(UInt64(Analyzer.titleEnd.unicodeScalars.first!.value) << 33 | UInt64(offset))
  }

  mutating func addCharacters(_ text: [CodePoint]) {
    for (offset, codePoint) in text.enumerated() {
      characters.append(UInt64(codePoint.value) << 33 | (codePoint.isHan ? 1 << 32 : 0) | UInt64(offset))
    }
    Bigrams.forEach(text[...]) { first, second in bigrams.append(UInt64(first) << 21 | UInt64(second ?? 0)) }
  }

  typealias Body = (UnsafeBufferPointer<UInt8>, UInt32, UnsafeBufferPointer<UInt32>) -> Void

  mutating func emit(in field: Field, _ body: Body) {
    let prefix = Array(field.prefix.utf8)
    typed.emit(in: field, body)
    emitBigrams(prefix, body)
    emitCharacters(prefix, body)
    emitShortWords(prefix, body)
    emitLongWords(prefix, body)
  }

  private mutating func emitBigrams(_ prefix: [UInt8], _ body: Body) {
    RadixSort.sort(&bigrams, bits: 0..<42, scratch: &sortScratch)
    forEachGroup(of: bigrams) { packed, count in
      begin(prefix, .bigram)
      scratch.append(codePoint: UInt32(truncatingIfNeeded: packed >> 21))
      if packed & 0x1F_FFFF != 0 { scratch.append(codePoint: UInt32(packed & 0x1F_FFFF)) }
      finish(count: count, body)
    }
  }

  private mutating func emitShortWords(_ prefix: [UInt8], _ body: Body) {
    RadixSort.sort(&shortWords, bits: 0..<63, scratch: &sortScratch)
    forEachGroup(of: shortWords) { packed, count in
      begin(prefix, .word)
      for shift in [42, 21, 0] as [UInt64] {
        let value = UInt32(packed >> shift & 0x1F_FFFF)
        if value != 0 { scratch.append(codePoint: value) }
      }
      finish(count: count, body)
    }
  }

  private mutating func emitLongWords(_ prefix: [UInt8], _ body: Body) {
    longWords.sort { $0.lexicographicallyPrecedes($1) }
    forEachGroup(of: longWords) { word, count in
      begin(prefix, .word)
      for value in word { scratch.append(codePoint: value) }
      finish(count: count, body)
    }
  }

  private mutating func emitCharacters(_ prefix: [UInt8], _ body: Body) {
    // They were added in order of their offset, and the sort is stable.
    RadixSort.sort(&characters, bits: 33..<54, scratch: &sortScratch)
    let positions = characters.map { UInt32(truncatingIfNeeded: $0) }
    positions.withUnsafeBufferPointer { positions in
      var start = 0
      while start < characters.count {
        let key = characters[start] >> 32
        var end = start + 1
        while end < characters.count, characters[end] >> 32 == key { end += 1 }
        begin(prefix, .character)
        scratch.append(codePoint: UInt32(key >> 1))
        let frequency = key & 1 == 1 ? end - start : 0
        scratch.withUnsafeBufferPointer { term in
          body(term, UInt32(frequency), UnsafeBufferPointer(rebasing: positions[start..<end]))
        }
        start = end
      }
    }
  }

  private mutating func begin(_ prefix: [UInt8], _ unit: TermUnit) {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: prefix)
    scratch.append(contentsOf: unit.rawValue.utf8)
  }

  private func finish(count: Int, _ body: Body) {
    scratch.withUnsafeBufferPointer { term in body(term, UInt32(count), UnsafeBufferPointer(start: nil, count: 0)) }
  }

}

/// Hands over each distinct element of a sorted array with its count.
private func forEachGroup<Key: Equatable>(of sorted: [Key], _ body: (Key, Int) -> Void) {
  var start = 0
  while start < sorted.count {
    var end = start + 1
    while end < sorted.count, sorted[end] == sorted[start] { end += 1 }
    body(sorted[start], end - start)
    start = end
  }
}
