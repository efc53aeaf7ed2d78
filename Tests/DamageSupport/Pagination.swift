// Cuts the printed lines into pages.

/// Makes pages.
struct Pagination {
  let setting: PageSetting

  /// The lines of each page.
  func pages(of lines: [GlyphLine], _ run: inout DamageRun) -> [[GlyphLine]] {
    setting.isSet ? setPages(lines) : scannedPages(lines, &run)
  }

  private func setPages(_ lines: [GlyphLine]) -> [[GlyphLine]] {
    stride(from: 0, to: lines.count, by: setting.linesPerPage).map {
      Array(lines[$0..<min($0 + setting.linesPerPage, lines.count)])
    }
  }

  /// Pages that end where they are full, in the middle of a paragraph: each page is an opportunity of a page cut, and
  /// each cut one of a character printed on both pages.
  private func scannedPages(_ lines: [GlyphLine], _ run: inout DamageRun) -> [[GlyphLine]] {
    var pages: [[GlyphLine]] = [[]]
    var room = setting.codePointsPerPage
    for line in lines {
      if line.glyphs.count <= room {
        room -= line.glyphs.count
        pages[pages.count - 1].append(line)
        continue
      }
      let parts = cut(line, at: room, &run)
      if parts.count > 1 { pages[pages.count - 1].append(parts[0]) }
      pages.append([parts[parts.count - 1]])
      room = max(0, setting.codePointsPerPage - parts[parts.count - 1].glyphs.count)
    }
    return pages
  }

  private func cut(_ line: GlyphLine, at index: Int, _ run: inout DamageRun) -> [GlyphLine] {
    // A page never ends within the first or last characters of a paragraph, where a line or two are kept together.
    let margin = 20
    guard index >= margin, index <= line.glyphs.count - margin, run.happens(.pageCut) else { return [line] }
    let pair = line.glyphs[index - 1...index]
    guard pair.allSatisfy({ $0.isIntact && !$0.scalar.isSpace }) else { return [line] }
    let place = Int(line.glyphs[index].clean)
    var first = line
    var second = line
    first.glyphs = Array(line.glyphs[..<index])
    first.clean = line.clean.lowerBound..<place
    first.isLast = false
    second.glyphs = Array(line.glyphs[index...])
    second.clean = place..<line.clean.upperBound
    second.isFirst = false
    second.displacement = nil
    if let last = first.glyphs.last, last.scalar.isHan, run.happens(.repeatedCharacter) {
      second.glyphs.insert(.inserted(last.scalar, run.record(.repeatedCharacter, place..<place)), at: 0)
    }
    return [first, second]
  }
}
