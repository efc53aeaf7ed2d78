// Invented sentences full of figures: what repair has to give back and what running text has too little of.

internal import TestSupport

/// Writes sentences with numbers, dates, document numbers, signs and Latin letters.
struct FigureWriter {
  /// The kinds of sentences, each with what it is for.
  private enum Kind: CaseIterable {
    /// Amounts and percentages.
    case money, share
    /// Dates and document numbers.
    case term, reference
    /// Roman and circled numbers, ratios.
    case response, steps, factor
    /// Telephone numbers, times, addresses on the web, letters.
    case contact, link, technology, air
    /// Lists under a dash and under a number.
    case dash, item
  }

  /// A paragraph of its own.
  func paragraph(_ random: inout SeededGenerator) -> CleanParagraph {
    let kind = Kind.allCases.randomElement(using: &random) ?? .money
    return CleanParagraph(.body, sentence(kind, &random))
  }

  /// 2024年3月5日
  func date(_ random: inout SeededGenerator) -> String {
    "\(number(2012...2025, &random))年\(number(1...12, &random))月\(number(1...28, &random))日"
  }

  /// 云政发〔2024〕7号
  func documentNumber(_ random: inout SeededGenerator) -> String {
    let agency = ["云政发", "云政办发", "松政发", "临政办发", "岚政发", "岚财金", "云政规"].randomElement(using: &random) ?? "云政发"
    return "\(agency)〔\(number(2012...2025, &random))〕\(number(1...120, &random))号"
  }

  private func sentence(_ kind: Kind, _ random: inout SeededGenerator) -> String {
    func number(_ range: ClosedRange<Int>) -> Int { self.number(range, &random) }
    let year = number(2012...2025)
    switch kind {
    case .money:
      return "自\(year)年起，财政每年安排资金\(number(20...9_000))万元，改造面积\(number(1_000...90_000))平方米，"
        + "合格率稳定在\(number(60...99)).\(number(1...9))%左右。"
    case .share:
      return "到\(year)年底，覆盖率由\(number(20...50))%提高到\(number(51...99)).\(number(0...9))%，"
        + "其中\(number(2...30))个乡镇达到\(number(90...99))%以上，人均\(number(1...9)).\(number(1...9))平方米。"
    case .term:
      return "本措施自\(date(&random))起施行，有效期\(number(2...5))年，至\(date(&random))止。"
    case .reference:
      return "根据《关于做好有关工作的通知》（\(documentNumber(&random))）要求，原\(documentNumber(&random))同时废止。"
    case .response:
      return "启动Ⅱ级响应后\(number(10...50))分钟内报告，\(number(1...6))小时内书面报告；升为Ⅰ级的，由总指挥决定，"
        + "降为Ⅲ级或者Ⅳ级的，由办公室决定。"
    case .steps:
      return "申请人应当符合下列条件：①年满\(number(16...22))周岁；②连续居住\(number(2...9))年以上；"
        + "③近\(number(2...5))年内无不良记录；④人均收入不高于\(number(1...9)),\(number(100...999))元。"
    case .factor:
      return "补助标准为核定数×0.\(number(1...9))，"
        + "配套比例为1∶\(number(1...9)).\(number(1...9))，最高不超过\(number(10...80))万元。"
    case .contact:
      return "举报电话：0\(number(310...899))-\(number(2_000_000...8_999_999))，"
        + "受理时间为工作日\(number(8...9)):30至17:\(number(10...50))。"
    case .link:
      return "材料由申请人登录https://www.qinglan.example/gk/\(number(100...999))/上传，\(number(3...20))个工作日内答复。"
    case .technology:
      return "推进5G和IPv6在\(number(3...40))个园区的应用，建设APP\(number(2...9))个，支持企业取得ISO9001认证。"
    case .air:
      return "PM2.5平均浓度控制在\(number(18...40))微克以下，优良天数比例不低于\(number(75...95)).\(number(1...9))%。"
    case .dash:
      return "——坚持分类指导。每年抽查\(number(5...30))%的项目，公开结果不少于\(number(2...12))次。"
    case .item:
      return
        "\(number(1...9)).明确时限。\(number(3...9))月底前完成\(number(10...900))处，\(number(10...12))月\(number(1...28))日前全部完成。"
    }
  }

  private func number(_ range: ClosedRange<Int>, _ random: inout SeededGenerator) -> Int {
    Int.random(in: range, using: &random)
  }
}
