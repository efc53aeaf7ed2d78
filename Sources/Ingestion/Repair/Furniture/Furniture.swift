// The lines that belong to the pages of a source and not to its text.

import Archive

/// What was found of a source's pages.
struct Furniture {
  /// Kinds of furniture by index into the measured lines.
  private(set) var kinds: [Int: FurnitureKind] = [:]
  /// Lines of text that white space shows to open pages.
  private var starts: Set<Int> = []

  /// Says what a line is; what was said first stays.
  mutating func mark(_ index: Int, _ kind: FurnitureKind) { if kinds[index] == nil { kinds[index] = kind } }

  /// Says that a line opens a page.
  mutating func markStart(_ index: Int) { starts.insert(index) }

  /// Whether white space shows a line to open a page.
  func startsPage(_ index: Int) -> Bool { starts.contains(index) }

  /// The furniture for the report, in the order of the source.
  func report(_ lines: [SourceLine], of source: SourceText) -> [FurnitureLine] {
    kinds.keys.sorted().map { index in
      let range = lines[index].range
      return FurnitureLine(
        line: source.origins.position(at: range.lowerBound)?.line ?? 1, kind: kinds[index]!,
        text: String(scalars: source.scalars[range]))
    }
  }

  /// The lines that are text. The first one behind furniture that stands at a page's edge opens a page.
  func removed(from lines: [SourceLine]) -> [SourceLine] {
    guard !kinds.isEmpty || !starts.isEmpty else { return lines }
    var kept: [SourceLine] = []
    kept.reserveCapacity(lines.count)
    var opensPage = false
    var furniture = kinds.sorted { $0.key < $1.key }[...]
    for (index, line) in lines.enumerated() {
      if let kind = furniture.first?.value, furniture.first?.key == index {
        furniture.removeFirst()
        opensPage = opensPage || line.opensPage || startsPage(index) || kind.standsAtPageEdge
      } else {
        kept.append(line)
        if opensPage || startsPage(index) { kept[kept.count - 1].opensPage = true }
        opensPage = false
      }
    }
    return kept
  }
}

extension FurnitureKind {
  /// Whether a page ends or begins where such a line stands.
  var standsAtPageEdge: Bool {
    switch self {
    case .pageNumber, .runningHead, .linkAddress: true
    case .contents, .cover: false
    }
  }
}
