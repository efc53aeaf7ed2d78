// What may be meant by a stretch of Han that the index does not hold.

internal import ICU
internal import Xapian

/// Finds stretches that differ in few characters and whose bigrams the index all has.
///
/// It looks only at the characters of the rarest bigrams: a wrong character makes the bigrams around it rare.
struct HanCorrector {
  /// Up to this many characters are looked at as one (a guess: titles' phrases are shorter, and the lattice grows).
  static let maximumLength = 12
  /// How many homophones stand beside a character: those that most documents have (a guess).
  private static let homophoneLimit = 12
  /// How many unfinished paths are kept at each character (a guess).
  private static let pathLimit = 64
  /// How many bigrams, the rarest, count as doubtful where none is missing, and at most (guesses).
  private static let doubtfulBigrams = 3...4
  /// At how many characters others are tried, and how many of those that stand behind the character before (guesses).
  private static let walkedCharacters = 4
  private static let followerLimit = 150

  let vocabulary: Vocabulary
  let pinyin: PinyinTable

  /// The places in a stretch whose characters may be wrong, the most doubtful first.
  private func doubtful(_ text: [Unicode.Scalar]) throws(XapianError) -> [Int] {
    var bigrams: [(start: Int, count: Int)] = []
    for start in text.indices.dropLast() {
      bigrams.append((start, try vocabulary.documents(having: text[start], before: text[start + 1])))
    }
    bigrams.sort { $0.count != $1.count ? $0.count < $1.count : $0.start < $1.start }
    let limits = HanCorrector.doubtfulBigrams
    let missing = bigrams.prefix { $0.count == 0 }.count
    let starts = bigrams.prefix(min(max(missing, limits.lowerBound), limits.upperBound)).map(\.start)
    var seen: Set<Int> = []
    // A character between two such bigrams is the likeliest one to be wrong.
    let inside = starts.filter { starts.contains($0 - 1) }
    return (inside + starts.flatMap { [$0, $0 + 1] }).filter { seen.insert($0).inserted }
  }
}

// MARK: - By sound

extension HanCorrector {
  /// Stretches that sound the same, have two characters exchanged, or one less of two equal ones.
  func soundAlikes(of text: [Unicode.Scalar]) throws(XapianError) -> [Candidate] {
    let places = try doubtful(text).sorted()
    var found = try homophonePaths(text, places)
    for place in places where place > 0 {
      var changed = text
      if text[place] == text[place - 1] {
        changed.remove(at: place)
      } else if text.count > 2 {
        changed.swapAt(place, place - 1)
      }
      try append(changed, cost: 1, to: &found)
    }
    return found
  }

  /// The paths through the lattice of characters and their homophones whose every bigram exists.
  private func homophonePaths(_ text: [Unicode.Scalar], _ places: [Int]) throws(XapianError) -> [Candidate] {
    let maximumCost = min(3, max(1, text.count / 2))
    var paths = [Path()]
    for (place, character) in text.enumerated() {
      let homophones = places.contains(place) ? try homophones(of: character) : []
      var longer: [Path] = []
      for path in paths {
        if let next = try extend(path, by: character, cost: 0) { longer.append(next) }
        for homophone in homophones where path.cost < maximumCost {
          if let next = try extend(path, by: homophone, cost: 1) { longer.append(next) }
        }
      }
      paths = Array(longer.sorted(by: Path.precedes).prefix(HanCorrector.pathLimit))
    }
    return paths.filter { $0.cost > 0 }.map { path in
      Candidate(
        text: String(path.characters), cost: path.cost, count: path.evidence.bound, support: path.evidence.mean)
    }
  }

  /// The path with one more character; nil where no document has the two last ones next to each other.
  private func extend(_ path: Path, by character: Unicode.Scalar, cost: Int) throws(XapianError) -> Path? {
    var longer = path
    if let last = path.characters.last {
      let count = try vocabulary.documents(having: last, before: character)
      guard count > 0 else { return nil }
      longer.evidence.add(count)
    }
    longer.characters.append(character)
    longer.cost += cost
    return longer
  }

  private func homophones(of character: Unicode.Scalar) throws(XapianError) -> [Unicode.Scalar] {
    var found: [(character: Unicode.Scalar, count: Int)] = []
    for homophone in pinyin.homophones(of: character) where !isNumeral(character) || !isNumeral(homophone) {
      let count = try vocabulary.documents(having: homophone)
      if count > 0 { found.append((homophone, count)) }
    }
    found.sort { $0.count != $1.count ? $0.count > $1.count : $0.character < $1.character }
    return found.prefix(HanCorrector.homophoneLimit).map(\.character)
  }
}

// MARK: - By bigrams

extension HanCorrector {
  /// Stretches with one other character, one more or one less, that share the bigrams around it.
  ///
  /// A character that nearly sounds the same (民 and 明) costs less than any other. The first character is not changed:
  /// the index knows what stands behind a character, not what stands before it.
  func neighbours(of text: [Unicode.Scalar]) throws(XapianError) -> [Candidate] {
    guard text.count > 2 else { return [] }
    var found: [Candidate] = []
    for place in try doubtful(text).filter({ $0 > 0 }).prefix(HanCorrector.walkedCharacters) {
      let (before, after) = (text[..<place], text[(place + 1)...])
      if text.count > 4, !after.isEmpty { try append(before + after, cost: 3, to: &found) }
      for follower in try vocabulary.followers(of: text[place - 1]).prefix(HanCorrector.followerLimit)
      where follower != text[place] {
        let isNear = soundNearlySame(follower, text[place])
        if isNear || isTelling(text, without: place), !isNumeral(text[place]) || !isNumeral(follower) {
          try append(before + [follower] + after, cost: isNear ? 2 : 3, to: &found)
        }
        try append(before + [follower] + text[place...], cost: 3, to: &found)
      }
    }
    return found
  }

  /// Whether there is enough to go by without a character: two characters around it, or three before it.
  private func isTelling(_ text: [Unicode.Scalar], without place: Int) -> Bool {
    text.count > 3 || place < text.count - 1
  }

  private func soundNearlySame(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    guard let left = pinyin.pinyin(of: left), let right = pinyin.pinyin(of: right) else { return false }
    return editDistance(Array(left.utf8), Array(right.utf8)) <= 1
  }

  private func append(
    _ changed: some Collection<Unicode.Scalar>, cost: Int, to found: inout [Candidate]
  ) throws(XapianError) {
    let changed = Array(changed)
    guard let evidence = try vocabulary.evidence(for: changed) else { return }
    found.append(
      Candidate(text: String(changed), cost: cost, count: evidence.bound, support: evidence.mean))
  }
}

/// A way through the lattice, as far as it goes.
private struct Path {
  var characters: [Unicode.Scalar] = []
  /// How many homophones it takes.
  var cost = 0
  var evidence = Evidence()

  static func precedes(_ left: Path, _ right: Path) -> Bool {
    if left.cost != right.cost { return left.cost < right.cost }
    if left.evidence.bound != right.evidence.bound { return left.evidence.bound > right.evidence.bound }
    return left.characters.lexicographicallyPrecedes(right.characters)
  }
}

/// Whether a character counts: another number is another thing, never what was meant.
private func isNumeral(_ character: Unicode.Scalar) -> Bool { numerals.contains(character) }

private let numerals = Set("〇零一二两三四五六七八九十百千万亿甲乙丙丁".unicodeScalars)
