// Reads from a sentence what it says of the documents it names.

import Archive

/// Gives the mentions of a sentence their relations.
///
/// A word before a title holds for all titles of its clause and of a list that goes on over commas: 根据《甲》（…），《乙》和
/// 《丙》. A word behind holds for the titles of the list before it: 《甲》、《乙》同时废止. The word before wins, unless it
/// belongs to a description (印发的《…》).
struct RelationReader {
  /// The text with mentions masked.
  let masked: [Unicode.Scalar]

  /// - Parameters:
  ///   - sentence: a stretch without a sentence end.
  ///   - mentions: those in the sentence, in order.
  func read(_ sentence: Range<Int>, _ mentions: inout ArraySlice<Mention>) {
    guard !mentions.isEmpty else { return }
    readLeads(sentence, &mentions)
    readTrails(sentence, &mentions)
    // 国务院令第412号公布 tells by what something else was published.
    for index in mentions.indices where mentions[index].title == nil {
      let end = mentions[index].range.upperBound
      if CitationWords.publishing.match(in: masked, at: end, before: masked.count) != nil {
        mentions[index].relation = nil
      }
    }
  }

  private func readLeads(_ sentence: Range<Int>, _ mentions: inout ArraySlice<Mention>) {
    var carried: Citation.Relation?
    var (isPurpose, isAnnounced) = (false, false)
    var start = sentence.lowerBound
    for index in mentions.indices {
      let gap = start..<max(start, mentions[index].range.lowerBound)
      start = max(start, mentions[index].range.upperBound)
      if index > mentions.startIndex, joins(gap) {
        (mentions[index].relation, mentions[index].isAnnounced) = (carried, isAnnounced)
        continue
      }
      let boundary = gap.last { RelationReader.isClauseEnd(masked[$0]) }
      isAnnounced = false
      if let boundary {
        carried = masked[boundary] == "：" ? introduced(by: gap.lowerBound..<boundary) : nil
      }
      let clause = (boundary.map { $0 + 1 } ?? gap.lowerBound)..<gap.upperBound
      if boundary != nil || index == mentions.startIndex { isPurpose = startsWithPurpose(clause) }
      if let (lead, isPlan) = lead(in: clause) {
        // What a document is made to carry out is its ground: 为落实《…》，制定本办法.
        carried = isPlan ? nil : lead == .implementation && isPurpose ? .basis : lead
        isAnnounced = isPlan
      } else if CitationWords.objects.first(in: masked, clause) != nil {
        carried = nil
      }
      (mentions[index].relation, mentions[index].isAnnounced) = (carried, isAnnounced)
    }
  }

  private func readTrails(_ sentence: Range<Int>, _ mentions: inout ArraySlice<Mention>) {
    var carried: Citation.Relation?
    var end = sentence.upperBound
    for index in mentions.indices.reversed() {
      let gap = min(mentions[index].range.upperBound, end)..<end
      end = min(end, mentions[index].range.lowerBound)
      let isLast = index == mentions.endIndex - 1
      if isLast || !joins(gap) {
        let boundary = isLast ? nil : gap.last { RelationReader.isClauseEnd(masked[$0]) }
        let own = gap.lowerBound..<(boundary ?? gap.upperBound)
        let word = CitationWords.trails.first(in: masked, own)
        if word != nil || boundary != nil || isLast {
          carried = isExcepted(mentions[index], gap, sentence) ? nil : word?.value
        }
      }
      let relation = mentions[index].relation
      if relation == nil {
        mentions[index].relation = carried ?? additional(mentions[index], gap, sentence)
      } else if relation == .basis, isFollowed(gap) {
        mentions[index].relation = .alignment
      }
    }
  }

  /// Whether 除《…》继续有效外 spares a document from what the sentence goes on to say.
  private func isExcepted(_ mention: Mention, _ gap: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let clause = gap.prefix { !RelationReader.isClauseEnd(masked[$0]) }
    guard clause.upperBound < gap.upperBound, clause.last.map({ masked[$0] }) == "外" else { return false }
    // A guess, which keeps time linear.
    let before = (sentence.lowerBound..<max(sentence.lowerBound, mention.range.lowerBound)).suffix(400)
    return before.last { masked[$0] == "除" || masked[$0] == "；" }.map { masked[$0] == "除" } ?? false
  }

  /// What two words around a title tell, or one farther behind it.
  private func additional(_ mention: Mention, _ gap: Range<Int>, _ sentence: Range<Int>) -> Citation.Relation? {
    isAligned(gap) ? .alignment : isFurthered(mention, gap, sentence) ? .implementation : nil
  }

  /// 抓好《…》实施.
  private func isFurthered(_ mention: Mention, _ gap: Range<Int>, _ sentence: Range<Int>) -> Bool {
    guard CitationWords.fulfilling.first(in: masked, gap.prefix(4)) != nil else { return false }
    let before = (sentence.lowerBound..<max(sentence.lowerBound, mention.range.lowerBound)).suffix(2)
    return CitationWords.furthering.first(in: masked, before) != nil
  }

  /// 与《…》做好衔接.
  private func isAligned(_ gap: Range<Int>) -> Bool {
    let clause = gap.prefix { !RelationReader.isClauseEnd(masked[$0]) }
    return CitationWords.aligning.first(in: masked, clause.startIndex..<clause.endIndex) != nil
  }

  /// 按照《…》执行 leaves a matter to a document that goes on beside this one.
  private func isFollowed(_ gap: Range<Int>) -> Bool {
    let clause = gap.prefix { !RelationReader.isClauseEnd(masked[$0]) }
    guard clause.count >= 2, clause.count <= 12 else { return false }
    return masked[clause.upperBound - 2..<clause.upperBound].elementsEqual("执行".unicodeScalars)
  }

  /// What the last word before a title that tells something tells, and whether it only announces it.
  private func lead(in clause: Range<Int>) -> (relation: Citation.Relation, isPlan: Bool)? {
    for match in CitationWords.leads.all(in: masked, clause).reversed() {
      // 市政府印发的《…》 describes; 修改后的《…》 too.
      let rest = masked[match.range.upperBound..<clause.upperBound]
      if rest.first == "的" || rest.first == "后" || rest.first == "过" || rest.count > match.value.reach { continue }
      // 关于印发《…》的通知 and 现发布《…》 issue it; 市财政局印发《…》 tells of another document.
      let head = masked[clause.lowerBound..<match.range.lowerBound]
      if match.value.relation == .issue, !head.isEmpty, !ends(head, with: CitationWords.issuing) { continue }
      let isChange = match.value.relation == .amendment || match.value.relation == .repeal
      return (match.value.relation, isChange && ends(head, with: CitationWords.planning))
    }
    return nil
  }

  private func ends(_ head: ArraySlice<Unicode.Scalar>, with words: [[Unicode.Scalar]]) -> Bool {
    words.contains { head.suffix($0.count).elementsEqual($0) }
  }

  /// Whether a clause begins with 为, a list sign or 第一条 before it aside.
  private func startsWithPurpose(_ clause: Range<Int>) -> Bool {
    guard let place = clause.prefix(12).first(where: { masked[$0] == "为" }) else { return false }
    return place == clause.lowerBound || masked[place - 1] == "、" || masked[place - 1] == "）"
      || masked[place - 1].isSpace || masked[place - 1] == "." || masked[place - 1] == "．"
  }

  /// What a clause before a colon says of the titles behind it: 下列文件予以废止：《…》.
  ///
  /// - Parameter isHeading: whether no colon stands behind it; then it has to speak of a list.
  func introduced(by clause: Range<Int>, isHeading: Bool = false) -> Citation.Relation? {
    if CitationWords.grounds.first(in: masked, clause) != nil { return .basis }
    guard let listed = CitationWords.listed(in: masked, clause) else { return nil }
    let endsClause = !isHeading && clause.upperBound - listed.range.upperBound <= 1
    return endsClause || CitationWords.listings.first(in: masked, clause) != nil ? listed.value : nil
  }

  /// Whether only signs and words that join the entries of a list stand between two titles.
  private func joins(_ gap: Range<Int>) -> Bool {
    gap.count <= 16 && masked[gap].allSatisfy { RelationReader.joints.contains($0) || $0.isDigit || $0.isSpace }
  }

  private static let joints = Set("、，；,;和及与以或（）().．\u{FFFC}".unicodeScalars)

  static func isClauseEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "，", "；", "：", ",", ";", ":": true
    default: false
    }
  }

  static func isSentenceEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "！", "？", "\n": true
    default: false
    }
  }
}
