// What ICU's dictionary says about words, for the rare places where a rule has to know.

import ICU

/// Says which characters are words together. Opened at the first question: most texts never ask one.
final class WordJudge {
  private lazy var breaker = try? WordBreaker()
  /// Answers on short stretches: the same words come again and again, above all in broken input.
  private var answers: [[Unicode.Scalar]: [Bool]] = [:]
  /// How many answers are kept, and how long a stretch may be: guesses, a megabyte at most.
  private static let answerCount = 4_096
  private static let answerLength = 24

  /// For each code point and the end, whether a word may begin there; the first and the last always.
  ///
  /// Without ICU's dictionary every place is a boundary: then no rule closes or changes anything on its word.
  func boundaries(_ scalars: [Unicode.Scalar]) -> [Bool] {
    guard scalars.count <= WordJudge.answerLength else { return find(scalars) }
    if let answer = answers[scalars] { return answer }
    let answer = find(scalars)
    if answers.count < WordJudge.answerCount { answers[scalars] = answer }
    return answer
  }

  private func find(_ scalars: [Unicode.Scalar]) -> [Bool] {
    var flags = [Bool](repeating: false, count: scalars.count + 1)
    guard let breaker else { return flags.map { _ in true } }
    var offsets: [Int] = []
    var text: [UInt8] = []
    text.reserveCapacity(3 * scalars.count)
    for scalar in scalars {
      offsets.append(text.count)
      text.append(contentsOf: UTF8.encode(scalar)!)
    }
    offsets.append(text.count)
    var index = 0
    let isDone: Void? = text.withUnsafeBufferPointer { bytes in
      try? breaker.forEachWord(inUTF8: bytes) { range, _ in
        while offsets[index] < range.lowerBound { index += 1 }
        flags[index] = true
      }
    }
    flags[scalars.count] = true
    return isDone == nil ? flags.map { _ in true } : flags
  }

  /// Whether some characters are one word of the dictionary.
  func isWord(_ scalars: [Unicode.Scalar]) -> Bool {
    guard scalars.count > 1, breaker != nil else { return false }
    return !boundaries(scalars).dropFirst().dropLast().contains(true)
  }

  /// Whether three digits in Founder's shifted code are the end of one word and the beginning of the next: 资源|远远,
  /// 能源|源源不断, 历史渊源|源远流长. Behind a number a unit would stand.
  func joinsWords(_ run: Range<Int>, in scalars: [Unicode.Scalar]) -> Bool {
    guard run.count == 3, run.lowerBound > 0, run.upperBound < scalars.count, scalars[run.upperBound].isHan,
      !scalars[run.upperBound].beginsUnit, isWord(Array(scalars[run.lowerBound - 1...run.lowerBound]))
    else { return false }
    let next = scalars[(run.lowerBound + 1)...]
    return isWord(Array(next.prefix(2))) || next.count >= 4 && isWord(Array(next.prefix(4)))
  }
}
