// Hits of one page that belong together.

internal import API
internal import ArgumentParser

/// What the hits of a page are put together by.
enum Grouping: String, ExpressibleByArgument, CaseIterable {
  case none
  case source
  case parent
}

/// Hits under one heading, in the order of their ranks.
struct HitGroup {
  /// The source, or the id of the parent document.
  let key: String
  var hits: [(rank: Int, hit: Hit)]

  /// The groups of a page, that of the best hit first.
  ///
  /// A page is cut before it is put in groups, so that limits and cursors count documents, and whoever answers gives the
  /// same: what belongs to a group may go on on the next page.
  static func groups(_ hits: [Hit], by grouping: Grouping) -> [HitGroup] {
    var groups: [HitGroup] = []
    var places: [String: Int] = [:]
    for (index, hit) in hits.enumerated() {
      let key = grouping == .source ? hit.source : hit.parent ?? hit.id
      let place = places[key] ?? groups.count
      if place == groups.count {
        groups.append(HitGroup(key: key, hits: []))
        places[key] = place
      }
      groups[place].hits.append((index + 1, hit))
    }
    return groups
  }

  /// Whether a heading says anything that its only hit does not.
  var isOneDocument: Bool { hits.count == 1 && hits[0].hit.id == key }
}
