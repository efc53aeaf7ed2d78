// The words by which documents say what they do with others.

import Archive

/// Words before and behind a title or number that tell what the text says of it.
enum CitationWords {
  /// What a word before a title tells.
  struct Lead {
    let relation: Citation.Relation
    /// How many characters may stand between it and the title: names of offices behind 根据, next to nothing behind verbs
    /// that also have other objects. Guesses.
    let reach: Int
  }

  /// Words before a title.
  static let leads = WordTable<Lead>([
    (Lead(relation: .basis, reach: 60), ["根据", "依据", "依照", "遵照", "按照", "对照"]),
    (Lead(relation: .implementation, reach: 60), ["贯彻", "落实"]),
    (Lead(relation: .repeal, reach: 20), ["废止", "停止执行", "停止施行", "不再执行"]),
    (Lead(relation: .lapse, reach: 20), ["宣布失效"]),
    (Lead(relation: .amendment, reach: 20), ["修改", "修订", "修正"]),
    (Lead(relation: .forwarding, reach: 40), ["转发"]),
    (Lead(relation: .issue, reach: 12), ["印发", "发布", "公布"]),
    (Lead(relation: .alignment, reach: 40), ["参照", "衔接"]),
    (Lead(relation: .basis, reach: 6), ["执行", "遵守", "符合"]),
    (Lead(relation: .basis, reach: 0), ["按", "据", "依"]),
  ])

  /// Words behind a title. Verbs that speak of its own text (《…》发布以来) are none.
  static let trails = WordTable<Citation.Relation>([
    (.repeal, ["废止", "停止执行", "停止施行", "不再执行"]),
    (.lapse, ["失效"]),
    (
      .amendment,
      [
        "修改为", "修改如下", "如下修改", "以下修改", "作修改", "予以修改", "作出修改", "进行修改", "进行了修改", "修订为",
        "进行修订", "予以修订",
      ]
    ),
    (
      .issue,
      [
        "印发给", "印发你", "印发实施", "现印发", "现予印发", "予以印发", "现予公布", "现予发布", "予以公布", "予以发布", "现公布",
        "现发布", "公布如下", "发布如下",
      ]
    ),
    (.forwarding, ["转发给", "转发你", "现转发", "现予转发"]),
  ])

  /// Words behind a title, in its clause, that keep in step with it.
  static let aligning = WordTable<Void>([((), ["衔接"])])

  /// Words right before 印发 and the like by which a document issues another itself.
  static let issuing = ["关于", "现", "现予", "决定", "予以", "现将"].map { Array($0.unicodeScalars) }

  /// Words right before 修改, 修订 and 废止 by which it is announced and not done: 研究修订《…》.
  static let planning = ["研究", "推动", "推进", "加快", "抓紧", "尽快", "适时", "及时", "组织", "启动", "开展"]
    .map { Array($0.unicodeScalars) }

  /// Words before a title that, with ``fulfilling`` behind it, say that it is carried out: 抓好《…》实施.
  static let furthering = WordTable<Void>([((), ["抓好", "做好", "推动", "推进", "加快", "确保", "组织"])])

  /// Words behind a title that ``furthering`` go with.
  static let fulfilling = WordTable<Void>([((), ["实施", "落实", "落地", "贯彻"])])

  /// Words right behind an order's number that tell what it published.
  static let publishing = WordTable<Void>([((), ["公布", "发布", "颁布", "修改", "修订", "修正", "通过", "批准"])])

  /// Words that take up an object anew within a clause: 根据《甲》将《乙》废止.
  static let objects = WordTable<Void>([((), ["将", "对", "把"])])

  /// Words that make a listing sentence of what they stand in: 下列文件予以废止.
  static let listings = WordTable<Void>([((), ["以下", "下列", "如下", "目录", "清单", "名单", "附件", "文件", "规章"])])

  /// Words that point to what follows.
  static let pointers = WordTable<Void>([((), ["以下", "下列", "如下"])])

  /// What a listing sentence or heading says of the entries below it; nil where others stand among the repealed: then only
  /// the rows tell.
  static func listed(in text: [Unicode.Scalar], _ range: Range<Int>) -> WordTable<Citation.Relation>.Match? {
    // What stands before the last clause gives reasons: 因上位法修改，决定废止下列文件.
    let clause = (range.last { text[$0] == "，" }.map { $0 + 1 } ?? range.lowerBound)..<range.upperBound
    guard let match = said.first(in: text, clause) ?? said.first(in: text, range) else { return nil }
    return match.value != .amendment && spares(text, match.range.lowerBound < clause.lowerBound ? range : clause)
      ? nil : match
  }

  /// Whether a sentence or heading speaks of documents that stay as they are, or become others.
  static func spares(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    spared.all(in: text, range).contains(where: \.value)
  }

  private static let spared = WordTable<Bool>([
    (true, ["继续有效", "现行有效", "保留", "不予废止", "拟", "修改", "修订"]), (false, ["不再保留", "不予保留"]),
  ])

  private static let said = WordTable<Citation.Relation>([
    (.repeal, ["废止", "停止执行"]), (.lapse, ["失效"]), (.amendment, ["修改", "修订"]),
  ])

  /// Headings and words above the grounds of a document: 编制依据.
  static let grounds = WordTable<Void>([((), ["编制依据", "制定依据", "法律依据", "政策依据", "文件依据", "主要依据", "起草依据"])])

  /// How a row of a list says what became of its document; `nil` where it goes on.
  static let verdicts = WordTable<Citation.Relation?>([
    (.none, ["继续有效", "保留", "继续执行"]),
    (.repeal, ["废止"]), (.lapse, ["宣布失效", "失效"]), (.amendment, ["修改", "修订"]),
  ])

  /// Which of two statements about the same document says more.
  static func outweighs(_ one: Citation.Relation?, _ other: Citation.Relation?) -> Bool {
    func rank(_ relation: Citation.Relation?) -> Int {
      guard let relation, let place = order.firstIndex(of: relation) else { return order.count }
      return place
    }
    return rank(one) < rank(other)
  }

  private static let order: [Citation.Relation] = [
    .repeal, .lapse, .amendment, .issue, .forwarding, .basis, .alignment, .implementation,
  ]
}
