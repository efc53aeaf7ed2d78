// Writes the printed lines as a source and keeps account of every character.

internal import Archive

/// Puts a source together.
struct SourceWriter {
  private let collection: CleanCollection
  private let setting: PageSetting
  private let documentStarts: Set<Int>
  private var source: [Unicode.Scalar] = []
  private var origins: [Int32] = []
  private var changes: [DamagedSource.Change] = []
  private var pieces: [DamagedSource.Piece] = []
  /// For each recorded damage, where the source first shows it; -1 when it was not printed.
  private var firstOffsets: [Int]
  private var run: DamageRun
  /// The clean code point behind the last one printed.
  private var nextClean = -1
  private var isPieceOpen = false

  init(_ collection: CleanCollection, _ setting: PageSetting, _ run: DamageRun) {
    self.collection = collection
    self.setting = setting
    documentStarts = Set(collection.documents.map(\.lowerBound))
    self.run = run
    firstOffsets = Array(repeating: -1, count: run.damages.count)
  }

  /// Writes everything.
  mutating func write(_ printed: [PrintedLine]) -> DamagedSource {
    let texts = printed.compactMap { if case .text(let line) = $0 { line } else { nil } }
    var textIndex = 0
    for line in printed {
      switch line {
      case .pageMark(let mark): put(mark, nil)
      case .furniture(let kind, let text): write(furniture: text, kind)
      case .text(let line):
        textIndex += 1
        write(line, next: textIndex < texts.count ? texts[textIndex] : nil)
      }
    }
    return result()
  }

  private mutating func write(furniture text: String, _ kind: DamageClass) {
    let damage = record(kind, max(nextClean, 0)..<max(nextClean, 0))
    let start = source.count
    for scalar in text.unicodeScalars { append(scalar, -1) }
    endLine(isParagraphEnd: true)
    change(start..<source.count, max(nextClean, 0)..<max(nextClean, 0), damage)
  }

  private mutating func write(_ line: GlyphLine, next: GlyphLine?) {
    openPiece(line)
    if setting.keepsIndent, line.isFirst, line.role == .body {
      put("　", nil)
      put("　", nil)
    }
    for glyph in line.glyphs {
      let offset = source.count
      if glyph.damage >= 0 {
        if firstOffsets[Int(glyph.damage)] < 0 { firstOffsets[Int(glyph.damage)] = offset }
        let clean = glyph.clean >= 0 ? Int(glyph.clean)..<Int(glyph.clean) + 1 : nextClean..<nextClean
        change(offset..<offset + 1, clean, glyph.damage)
      }
      append(glyph.scalar, glyph.clean)
      if glyph.clean >= 0 { nextClean = Int(glyph.clean) + 1 }
    }
    end(line, next)
  }

  /// Begins a new piece unless the line goes on from the one printed before it.
  private mutating func openPiece(_ line: GlyphLine) {
    let start = line.clean.lowerBound
    if isPieceOpen, nextClean == start { return }
    if isPieceOpen { closePiece() }
    isPieceOpen = true
    pieces.append(DamagedSource.Piece(source: source.count..<source.count, clean: start..<start))
    nextClean = start
    if !documentStarts.contains(start) {
      let damage = record(line.displacement ?? .crosswise, start..<start)
      firstOffsets[Int(damage)] = source.count
    }
  }

  private mutating func closePiece() {
    let last = pieces.removeLast()
    pieces.append(
      DamagedSource.Piece(
        source: last.source.lowerBound..<source.count, clean: last.clean.lowerBound..<nextClean))
  }

  /// Ends a line of text: a break where its paragraph goes on next, white space of the page elsewhere.
  private mutating func end(_ line: GlyphLine, _ next: GlyphLine?) {
    let start = source.count
    if setting.marksEnds, line.isLast { append(" ", -1) }
    endLine(isParagraphEnd: line.isLast)
    let isLastOfAll = line.clean.upperBound == collection.scalars.count
    let cleanEnd = line.clean.upperBound + (line.isLast && !isLastOfAll ? 1 : 0)
    var damage: Int32 = -1
    if !line.isLast, next?.clean.lowerBound == line.clean.upperBound {
      damage = record(breakKind(at: line.clean.upperBound), nextClean..<cleanEnd)
      firstOffsets[Int(damage)] = start
    }
    change(start..<source.count, nextClean..<cleanEnd, damage < 0 ? nil : damage)
    nextClean = cleanEnd
  }

  private func breakKind(at place: Int) -> DamageClass {
    guard setting.isSet else { return .pageCut }
    let isInside = NumberFinder.isInsideNumber(place, collection.scalars)
    return isInside ? .numberBreak : .lineBreak
  }

  private mutating func endLine(isParagraphEnd: Bool) {
    append("\n", -1)
    switch setting.blank {
    case .nowhere: break
    case .everywhere: append("\n", -1)
    case .betweenParagraphs: if isParagraphEnd { append("\n", -1) }
    }
  }

  /// Writes a character that belongs to the page and not to the text.
  private mutating func put(_ scalar: Unicode.Scalar, _ damage: Int32?) {
    change(source.count..<source.count + 1, max(nextClean, 0)..<max(nextClean, 0), damage)
    append(scalar, -1)
  }

  private mutating func append(_ scalar: Unicode.Scalar, _ clean: Int32) {
    source.append(scalar)
    origins.append(clean)
  }

  private mutating func change(_ source: Range<Int>, _ clean: Range<Int>, _ damage: Int32?) {
    changes.append(DamagedSource.Change(source: source, clean: clean, damage: damage.map(Int.init)))
  }

  private mutating func record(_ kind: DamageClass, _ clean: Range<Int>) -> Int32 {
    firstOffsets.append(source.count)
    return run.record(kind, clean)
  }

  /// The source, without the damages that fell off at a line's end.
  private mutating func result() -> DamagedSource {
    if isPieceOpen { closePiece() }
    var numbers: [Int] = []
    var damages: [Damage] = []
    let finder = LineFinder(source)
    for (index, damage) in run.damages.enumerated() {
      numbers.append(firstOffsets[index] < 0 ? -1 : damages.count)
      guard firstOffsets[index] >= 0 else { continue }
      damages.append(
        Damage(kind: damage.kind, clean: damage.clean, position: finder.position(of: firstOffsets[index])))
    }
    return DamagedSource(
      clean: collection, source: source, origins: origins, damages: damages,
      changes: changes.map { change in
        DamagedSource.Change(
          source: change.source, clean: change.clean, damage: change.damage.map { numbers[$0] })
      },
      pieces: pieces)
  }
}
