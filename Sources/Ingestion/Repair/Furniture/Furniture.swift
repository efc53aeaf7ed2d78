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

  /// Leaves the lines that are text. The first one behind furniture that stands at a page's edge opens a page.
  func remove(from lines: inout [SourceLine]) {
    guard !kinds.isEmpty || !starts.isEmpty else { return }
    var keptCount = 0
    var opensPage = false
    var furniture = kinds.sorted { $0.key < $1.key }[...]
    for index in lines.indices {
      if let kind = furniture.first?.value, furniture.first?.key == index {
        furniture.removeFirst()
        opensPage = opensPage || lines[index].opensPage || startsPage(index) || kind.standsAtPageEdge
      } else {
        // In place: a second list of lines would cost as much again.
        if keptCount < index { lines[keptCount] = lines[index] }
        if opensPage || startsPage(index) { lines[keptCount].opensPage = true }
        keptCount += 1
        opensPage = false
      }
    }
    lines.removeSubrange(keptCount...)
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
