// Where a number begins in running text: behind the words that lead to it.

/// The words that stand right before a document's number and are no part of it.
enum NumberLeads {
  /// Where an office's sign (国办发) begins in an unbroken stretch of Han characters that ends with it.
  static func signStart(in scalars: [Unicode.Scalar], _ run: Range<Int>) -> Int {
    let start = behindLast(of: words + signWords, in: scalars, run)
    let rest = behindFirst(of: signOpenings, in: scalars, start..<run.upperBound, leaving: 2)
    guard run.upperBound - rest > longestSign else { return rest }
    // No sign is as long: it begins behind the name of its office, if anywhere.
    return (rest..<run.upperBound - 2).last { officeEndings.contains(scalars[$0]) }.map { $0 + 1 } ?? rest
  }

  /// Where an office's name begins in an unbroken stretch of Han characters that ends with it.
  static func nameStart(in scalars: [Unicode.Scalar], _ run: Range<Int>) -> Int {
    let start = behindLast(of: words, in: scalars, run)
    return behindFirst(of: nameOpenings, in: scalars, start..<run.upperBound, leaving: 3)
  }

  private static func behindLast(of words: [[Unicode.Scalar]], in scalars: [Unicode.Scalar], _ run: Range<Int>) -> Int {
    for start in stride(from: run.upperBound - 2, to: run.lowerBound, by: -1) {
      // A single character at the beginning may be a place's, and is dealt with below.
      for word in words where start - word.count - (word.count == 1 ? 1 : 0) >= run.lowerBound {
        if scalars[start - word.count..<start].elementsEqual(word) { return start }
      }
    }
    return run.lowerBound
  }

  private static func behindFirst(
    of openings: Set<Unicode.Scalar>, in scalars: [Unicode.Scalar], _ run: Range<Int>, leaving count: Int
  ) -> Int {
    var start = run.lowerBound
    if run.count > count, start > 0, scalars[start] == "和", closings.contains(scalars[start - 1]) { start += 1 }
    // 12月5日鲁政发, 2005年云泽市人民政府令; 日照 signs with 日.
    if run.count > count, start > 0, "年月日".unicodeScalars.contains(scalars[start]),
      ChineseNumeral.digit(scalars[start - 1]) != nil
    {
      start += 1
    }
    while run.upperBound - start > count, openings.contains(scalars[start]) { start += 1 }
    return start
  }

  /// Longer than 国卫办职健函 and 工信部联通信: a guess.
  private static let longestSign = 8
  private static let officeEndings = Set("部委会局厅院行署府室".unicodeScalars)

  /// Words that occur neither in signs nor in names of offices. What single characters among them could be part of is
  /// rare: signs are made of 政, 办, 发, 字 and the first characters of places and offices.
  private static let words = [
    "根据", "按照", "依据", "依照", "遵照", "参照", "对照", "执行", "落实", "贯彻", "印发", "转发", "废止", "修改", "修订",
    "发布", "公布", "文件", "文号", "以及", "关于", "同时", "替代", "代替", "适用", "违反", "符合", "结合", "附件", "见", "是",
    "为", "在", "的", "该",
  ].map { Array($0.unicodeScalars) }

  /// Words that names of offices may contain but signs do not (工业和信息化部; 人民政府办公室).
  private static let signWords = [
    "和", "与", "及", "或", "将", "由", "对", "按", "政府", "办公厅", "办公室", "委员会", "党委", "省委", "市委", "县委", "区委",
    "国务院", "通知", "意见", "办法", "规定", "方案", "决定", "细则", "条例",
  ].map { Array($0.unicodeScalars) }

  /// Characters that lead to a number at the beginning of a stretch. Not 和, 将, 即, 原 and 本: places (和县, 将乐, 即墨, 原平,
  /// 本溪) sign with them.
  private static let signOpenings = Set("与及或由对按据以见是为在的该".unicodeScalars)
  private static let nameOpenings = Set("与及或由按据以见是为在的该原".unicodeScalars)
  /// What a 和 stands behind that joins two numbers.
  private static let closings = Set("）)》号".unicodeScalars)
}
