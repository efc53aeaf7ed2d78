// From when and until when a document is in force, by its own words.

import Archive

/// A document's effective and expiry date.
struct Validity: Equatable {
  /// From when it is in force (施行日期).
  var effective: CalendarDate?
  /// Until when, that day included (有效期至).
  var expires: CalendarDate?
  /// Whether the document does not print the effective date: 自印发之日起.
  var isEffectiveInferred = false
  /// Whether the document does not print the expiry date: 有效期五年.
  var isExpiryInferred = false

  /// Reads what a document says of its own validity; absent is what it does not say.
  ///
  /// - Parameters:
  ///   - text: the document's repaired text, paragraphs separated by LF.
  ///   - title: its title, which tells whether a document in 《》 is what it issues.
  ///   - signed: its date, from which 自印发之日起 counts, unless the lines below the title name a later publication.
  ///   - stated: its effective date, where that is known from elsewhere; it goes before what the document says.
  static func read(
    in text: [Unicode.Scalar], title: String?, signed: CalendarDate?, effective stated: CalendarDate? = nil
  ) -> Validity {
    let reader = ValidityReader(text, title: title)
    guard let statement = reader.statement else {
      let period = reader.period(ofKind: title).map { Validity(effective: $0.first, expires: $0.last) }
      return period ?? reader.ownPeriod(from: stated)
    }
    var validity = Validity()
    if let stated {
      validity.effective = stated
    } else {
      validity.begin(with: statement.commencement, text, signed)
    }
    validity.end(with: reader.term(of: statement))
    validity.dropImpossible()
    return validity
  }

  private mutating func begin(with commencement: Commencement, _ text: [Unicode.Scalar], _ signed: CalendarDate?) {
    switch commencement.beginning {
    case .date(let date): effective = date
    case .event(let days):
      let event = signed.map { AdoptionNote.publication(of: text, passed: $0) ?? $0 }
      effective = event.flatMap { $0.day == nil && days == 0 ? $0 : $0.adding(days: days) }
      isEffectiveInferred = effective != nil
    }
  }

  fileprivate mutating func end(with term: TermReader.Term?) {
    switch term {
    case .until(let date)?: expires = date
    case .months(let months)?:
      expires = effective?.lastDay(ofMonths: months)
      isExpiryInferred = expires != nil
    case nil: break
    }
  }

  /// A list of repealed documents takes effect with the decision that it is attached to.
  mutating func follow(_ parent: Metadata?, title: String?) {
    guard effective == nil, let day = parent?.effective, let title,
      let listed = CitationList.relation(ofTitle: title), listed == .repeal || listed == .lapse
    else { return }
    effective = day
    isEffectiveInferred = true
    dropImpossible()
  }

  fileprivate mutating func dropImpossible() {
    // A last day before the first is a misprint or about something else.
    if let effective, let expires, expires < effective { self.expires = nil }
  }
}

/// Finds the statements of a text about its document.
private struct ValidityReader {
  struct Statement {
    let commencement: Commencement
    let standing: ValiditySubject.Standing
  }

  private let scalars: [Unicode.Scalar]
  /// The statement that counts: of the surest ones the last.
  private(set) var statement: Statement?

  init(_ scalars: [Unicode.Scalar], title: String?) {
    self.scalars = scalars
    // No title is longer: a guess that keeps time linear.
    let title = ValiditySubject.plain((title ?? "").unicodeScalars.prefix(400))
    let subject = ValiditySubject(scalars: scalars, title: title)
    var statements: [Statement] = []
    var sentenceStart = 0
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if ValiditySubject.isSentenceEnd(scalar) { sentenceStart = index + 1 }
      guard mayBegin(index), let found = Commencement.read(scalars, at: index) else {
        index += 1
        continue
      }
      // No sentence about validity has more before it; a guess that keeps time linear.
      let sentence = max(sentenceStart, index - 300)..<index
      if found.isStated, let standing = subject.standing(of: sentence) {
        statements.append(Statement(commencement: found, standing: standing))
      }
      index = found.range.upperBound
    }
    statement = ValidityReader.surest(of: statements)
  }

  /// The one that counts: of the surest the last; none of those without a subject, where they disagree.
  private static func surest(of statements: [Statement]) -> Statement? {
    for standing in [ValiditySubject.Standing.own, .silent, .titled] {
      let candidates = statements.filter { $0.standing == standing }
      guard let last = candidates.last else { continue }
      let agree = candidates.allSatisfy { $0.commencement.beginning == last.commencement.beginning }
      if standing != .silent || agree { return last }
    }
    return statements.first { $0.standing == .adoption }
  }

  /// Whether a statement can begin here: at 自, or at a year without it.
  private func mayBegin(_ index: Int) -> Bool {
    switch scalars[index] {
    case "自", "从", "于": true
    default: scalars[index].isDigit && index > 0 && !scalars[index - 1].isDigit && scalars[index - 1] != "自"
    }
  }
}

extension ValidityReader {
  /// How long what a statement puts into force lasts: in its own sentence or the one behind it.
  func term(of statement: Statement) -> TermReader.Term? {
    if let last = statement.commencement.last { return .until(last) }
    var isFirst = true
    var start = statement.commencement.range.upperBound
    var end = start
    // What stands further away is about something else: a guess.
    while end < scalars.count, scalars[end] != "\n", end - statement.commencement.range.upperBound < 200 {
      if ValiditySubject.isSentenceEnd(scalars[end]) || ValiditySubject.isClauseEnd(scalars[end]) {
        if let term = TermReader.read(scalars[start..<end], isAlone: true) { return term }
        if ValiditySubject.isSentenceEnd(scalars[end]) {
          guard isFirst else { return nil }
          isFirst = false
        }
        start = end + 1
      }
      end += 1
    }
    return TermReader.read(scalars[start..<end], isAlone: true) ?? ownTerm()
  }

  /// 本办法有效期五年, wherever it stands.
  private func ownTerm() -> TermReader.Term? {
    for clause in scalars.split(whereSeparator: { ValiditySubject.isSentenceEnd($0) || ValiditySubject.isClauseEnd($0) }
    )
    .reversed() {
      if let term = TermReader.read(clause, isAlone: false) { return term }
    }
    return nil
  }

  /// What 本办法有效期至2026年12月31日 alone tells, or 本办法有效期为2024年1月1日至2026年12月31日; with a known beginning also
  /// what 本办法有效期三年 does.
  func ownPeriod(from effective: CalendarDate?) -> Validity {
    var validity = Validity(effective: effective)
    validity.end(with: ownTerm())
    validity.dropImpossible()
    return validity
  }

  /// The one period that an announcement declares: 2024年2月25日至2024年5月15日为森林防火期.
  func period(ofKind title: String?) -> (first: CalendarDate, last: CalendarDate)? {
    guard let title, ["通告", "公告", "令"].contains(where: title.hasSuffix) else { return nil }
    var found: (first: CalendarDate, last: CalendarDate)?
    for index in scalars.indices where scalars[index].isDigit && (index == 0 || !scalars[index - 1].isDigit) {
      guard let statement = Commencement.read(scalars, at: index), let last = statement.last,
        case .date(let first) = statement.beginning, TermReader.isPeriod(scalars[statement.range.upperBound...])
      else { continue }
      guard found == nil else { return nil }
      found = (first, last)
    }
    return found
  }
}
