// The tables of what repair undid.

internal import Archive
internal import DamageSupport

/// Prints a tally.
struct RepairReport {
  let tally: RepairTally
  let textCount: Int
  let sourceCount: Int

  /// - Parameter misses: how many damages of each class that were not undone are shown with their places.
  func print(misses: Int) {
    Swift.print(
      """
      damage undone in \(tally.cleanCount) code points of clean text, \(textCount) texts in \(sourceCount) sources, \
      all classes together
      """)
    var table = Table("", "done", "undone", "share")
    for kind in DamageClass.allCases { add(kind.rawValue, tally.classes[kind] ?? Score(), to: &table) }
    table.print()
    Swift.print("")
    var whole = Table("", "number", "right", "share")
    add("numbers touched", tally.numbers, to: &whole)
    add("dates and document numbers", tally.dates, to: &whole)
    add("lines of a paragraph", tally.joins, to: &whole)
    add("ends of paragraphs", tally.breaks, to: &whole)
    add("pieces of documents", tally.score(where: \.isInterleaving), to: &whole)
    add("lines of furniture", tally.score(where: \.isFurniture), to: &whole)
    add("Founder shifts", tally.score(where: \.isFounder), to: &whole)
    add("look-alikes kept", tally.lookalikes, to: &whole)
    whole.print()
    printFalseRepairs()
    printEdits()
    if misses > 0 { printMisses(misses) }
  }

  private func add(_ name: String, _ score: Score, to table: inout Table) {
    table.add(
      name, String(score.total), String(score.right), score.total == 0 ? "-" : score.share.rounded(places: 4))
  }

  private func printFalseRepairs() {
    let found = tally.falseRepairs
    let rates = [found.count, found.changed, found.lost, found.parted].map {
      tally.perHundredThousand($0).rounded(places: 2)
    }
    Swift.print(
      """
        false repairs for 100,000 code points: \(rates[0]) (changed \(rates[1]), lost \(rates[2]), parted \(rates[3])): \
      differences to the repair of the clean text where nothing was damaged

      """)
  }

  private func printEdits() {
    guard !tally.edits.isEmpty else { return }
    var table = Table("edits in damaged text", "edits", "for 100,000")
    for rule in RepairRule.allCases {
      let count = tally.edits[rule, default: 0]
      if count > 0 { table.add(rule.rawValue, String(count), tally.perHundredThousand(count).rounded(places: 2)) }
    }
    table.print()
    Swift.print("")
  }

  private func printMisses(_ count: Int) {
    for line in tally.falselyRepaired.prefix(count) { Swift.print("  false repair: \(line.prefix(60))") }
    for kind in DamageClass.allCases {
      for miss in (tally.misses[kind] ?? []).prefix(count) {
        let found = miss.found.map { "'\($0.replacing("\n", with: "/"))'" } ?? "nothing of the kind"
        let line = kind.isFurniture ? "left in" : "\(found) instead of '\(miss.wanted)'"
        Swift.print("  \(kind.rawValue): \(line); line \(miss.damage.position.line): \(miss.line.prefix(60))")
      }
    }
    Swift.print("")
  }
}
