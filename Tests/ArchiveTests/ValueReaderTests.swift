// Values read out of running text.

import Archive
import TestSupport
import Testing

@Suite("stated values")
struct ValueReaderTests {
  /// A folded text, and for each place its values.
  private static let rows: [(text: String, places: [String])] = [
    ("投资5000万元。", ["5000万元: 元50000000 50000000 5000"]),
    ("投资5千万元", ["5千万元: 元50000000 50000000 5"]), ("投资五千万元", ["五千万元: 元50000000 50000000"]),
    ("5,000 万元人民币", ["5,000 万元人民币: 元50000000 50000000 5000"]), ("1.2亿美元", ["1.2亿美元: 美元120000000 120000000 1.2"]),
    ("增长50%", ["50%: 50% 50"]), ("增长百分之五十以上", ["百分之五十: 50% 50"]), ("百分之百", ["百分之百: 100%"]),
    ("3‰", ["3‰: 0.3% 3"]), ("千分之三", ["千分之三: 0.3% 3"]), ("万分之五", ["万分之五: 0.05% 5"]),
    ("百分之十二点五", ["百分之十二点五: 12.5% 12.5"]), ("占12.5 %", ["12.5 %: 12.5% 12.5"]), ("百分之几", []),
    ("提高2.5个百分点", ["2.5个百分点: 个百分点2.5 2.5"]), ("三万分之一", []), ("二分之一", []),
    ("百分之五十至六十", ["百分之五十: 50% 50", "六十: 60"]),
    ("2024年3月5日印发", ["2024年3月5日: @2024-03-05 2024 3 5"]), ("二〇二四年三月", ["二〇二四年三月: @2024-03 2024 3"]),
    ("二〇一八年元月廿八日", ["二〇一八年元月廿八日: @2018-01-28 2018 8"]),
    ("2024年度", ["2024年: @2024 2024"]), ("2024 年 3 月", ["2024 年 3 月: @2024-03 2024 3"]),
    ("2024-03-05", ["2024-03-05: @2024-03-05 2024 3 5"]), ("2024.3.5", ["2024.3.5: @2024-03-05 2024 3 5"]),
    ("2024.3.5.6", ["2024: 2024", "3: 3", "5: 5", "6: 6"]), ("2024—2026年", ["2024: 2024", "2026年: @2026 2026"]),
    ("2024年2月30日", ["2024年2月: @2024-02 2024 2", "30: 30"]), ("1024年", ["1024: 1024"]),
    ("国办发〔2024〕7号", ["国办发〔2024〕7号: #国办发〔2024〕7号 2024 7"]),
    ("国办发[2024]7号", ["国办发[2024]7号: #国办发〔2024〕7号 2024 7"]),
    ("法(研)发[1987]32号", ["法(研)发[1987]32号: #法(研)发〔1987〕32号 1987 32"]),
    ("财政部公告2023年第6号", ["财政部公告2023年第6号: #财政部公告2023年第6号 @2023 2023 6"]),
    ("1.2.3", ["1: 1", "2: 2", "3: 3"]), ("1,234,56", ["1: 1", "234: 234", "56: 56"]),
    ("5.5,6.7", ["5.5: 5.5", "6.7: 6.7"]),
    ("2023,500", ["2023: 2023", "500: 500"]), ("3,500.25", ["3,500.25: 3500.25"]), ("007", ["007: 7"]),
    ("1.", ["1: 1"]),
    ("gb2312", ["2312: 2312"]), ("12:30", ["12: 12", "30: 30"]),
    ("一二三产业", []), ("二三年", []), ("三五家", []), ("二三百人", []), ("十四五规划", []), ("千万不要", []), ("万一", []),
    ("一个、三条、两项、一家、一人", []), ("三点五十分", ["五十: 50"]), ("几十万元、数百人、二十多万元、三十余家", []),
    ("三家企业", ["三家: 家3 3"]), ("有效期五年", ["五年: 年5 5"]), ("一年", ["一年: 年1 1"]), ("十天", ["十天: 天10 10"]),
    ("80年代", ["80: 80"]), ("第50条", ["50: 50"]), ("第十二条", ["十二: 12"]), ("第三条", []),
    ("统一2024年", ["2024年: @2024 2024"]), ("2024一季度", ["2024: 2024"]),
    ("二〇〇亿元", ["二〇〇亿元: 元20000000000 20000000000"]), ("三百二十五人", ["三百二十五人: 人325 325"]), ("12个", ["12个: 个12 12"]),
    ("十二个月", ["十二个月: 个月12 12"]),
    ("1500千克", ["1500千克: 公斤1500 1500"]), ("5km²", ["5km²: 平方公里5 5"]), ("5km", ["5km: 公里5 5"]), ("5kmph", ["5: 5"]),
    ("5g、100m", ["5: 5", "100: 100"]),
    ("三千瓦", ["三千瓦: 千瓦3 3"]), ("3㎡", ["3㎡: 平方米3 3"]), ("30平方千米", ["30平方千米: 平方公里30 30"]),
    ("3万5千元", ["3万5千元: 元35000 35000 3 5"]), ("二点五倍", ["二点五倍: 倍2.5 2.5"]),
    ("3月12日", ["3月12日: @--03-12 3 12"]), ("三月十二日", ["三月十二日: @--03-12 3 12"]),
    ("2月30日", ["2: 2", "30: 30"]), ("3月10日至12日", ["3月10日: @--03-10 3 10", "12日: @--03-12 12"]),
    ("3月5-7日", ["3月5: @--03-05 3 5", "7日: @--03-07 7"]), ("3月10、11日", ["3月10: @--03-10 3 10", "11日: @--03-11 11"]),
    ("3月10日——12日", ["3月10日: @--03-10 3 10", "12日: @--03-12 12"]),
    ("2024年3月19至21日", ["2024年3月19: @2024-03-19 2024 3 19", "21日: @2024-03-21 21"]),
    ("三月五、七日和十日", ["三月五: @--03-05 3 5", "七日: @--03-07 7", "十日: @--03-10 10"]),
    ("5月18、20日", ["5月18: @--05-18 5 18", "20日: @--05-20 20"]), ("3月10日、5日内", ["3月10日: @--03-10 3 10", "5: 5"]),
    ("3月10日 12日", ["3月10日: @--03-10 3 10", "12: 12"]), ("3月10、11号", ["3: 3", "10: 10", "11: 11"]),
    ("2月28至30日", ["2: 2", "28: 28", "30: 30"]), ("每月 10 日", ["10: 10"]),
    ("10个工作日、15日", ["10个工作日: 个工作日10 10", "15: 15"]), ("工作日15日", ["15日: 天15 15"]),
    ("应当在15日内", ["15日: 天15 15"]), ("十五日内", ["十五日: 天15 15"]), ("三日", ["三日: 天3 3"]), ("本月5日", ["5: 5"]),
    ("5日元", ["5日元: 日元5 5"]), ("第15日", ["15: 15"]),
    ("2024\n年", ["2024: 2024"]), ("2024年\n3月", ["2024年: @2024 2024", "3: 3"]), ("5\n%", ["5: 5"]), ("5\n元", ["5: 5"]),
    ("3人社发〔2020〕5号", ["3: 3", "人社发〔2020〕5号: #人社发〔2020〕5号 2020 5"]),
    ("总值2 345.67亿元", ["2 345.67亿元: 元234567000000 234567000000 2345.67"]),
    ("所得12 500元", ["12 500元: 元12500 12500"]), ("计12 000 元", ["12 000 元: 元12000 12000"]),
    ("12 500元", ["12 500元: 元12500 12500"]), ("12 500元 甲", ["12: 12", "500元: 元500 500"]),
    ("甲 12 500元", ["12: 12", "500元: 元500 500"]), ("为 1 234 567元", ["1 234 567元: 元1234567 1234567"]),
    ("1 12 500元", ["1: 1", "12: 12", "500元: 元500 500"]), ("表3 200家", ["3: 3", "200家: 家200 200"]),
    ("甲12 500 340", ["12: 12", "500: 500", "340: 340"]), ("甲12 50元", ["12: 12", "50元: 元50 50"]),
    ("港币5000元", ["港币5000元: 港元5000 5000"]), ("新台币3万元", ["新台币3万元: 新台币30000 30000 3"]),
    ("人民币 50元", ["人民币 50元: 元50 50"]), ("港币50人", ["50人: 人50 50"]),
    ("¥1,234,567.00", ["¥1,234,567.00: 元1234567 1234567"]), ("¥5万", ["¥5万: 元50000 50000 5"]),
    ("5元人民币5元", ["5元人民币: 元5 5", "5元: 元5 5"]),
    ("共计伍仟圆整", ["伍仟圆整: 元5000 5000"]), ("5000元整", ["5000元整: 元5000 5000"]), ("三圆形", []),
    ("3—5万元", ["3: 元30000 30000 3", "5万元: 元50000 50000 5"]), ("5-8%", ["5: 5% 5", "8%: 8% 8"]),
    ("5000—1万元", ["5000: 元5000 5000", "1万元: 元10000 10000 1"]),
    ("5000万—1亿元", ["5000万: 元50000000 50000000 5000", "1亿元: 元100000000 100000000 1"]),
    ("3至5年", ["3: 年3 3", "5年: 年5 5"]), ("三至五年", ["三: 年3 3", "五年: 年5 5"]), ("3至5日内", ["3: 天3 3", "5日: 天5 5"]),
    ("三至五万元", ["三: 元30000 30000", "五万元: 元50000 50000"]), ("三至五百人", ["五百人: 人500 500"]),
    ("一至三家", ["三家: 家3 3"]), ("第3—5条", ["3: 3", "5条: 条5 5"]), ("8-5%", ["8: 8", "5%: 5% 5"]),
    ("1-2-3万元", ["1: 1", "2: 2", "3万元: 元30000 30000 3"]), ("0531-8200人", ["0531: 531", "8200人: 人8200 8200"]),
    ("12 — 5%", ["12: 12", "5%: 5% 5"]),
    ("", []), ("没有数字", []),
  ]

  private static func line(_ place: StatedValue.Occurrence, in text: [Unicode.Scalar]) -> String {
    let values = place.values.map { value in
      switch value {
      case .number(let figure): "\(figure)"
      case .percent(let figure): "\(figure)%"
      case .quantity(let figure, let unit): "\(unit)\(figure)"
      case .date(let date): "@\(date)"
      case .monthDay(let day): "@\(day)"
      case .documentNumber(let number): "#\(number)"
      }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text[place.range])
    return "\(String(view)): \(values.joined(separator: " "))"
  }

  @Test(
    "sums beyond any number are none, and no fault",
    arguments: [
      "90000000000亿900000000000000千万", "900000000000000万900000000000000千亿", "999999999999999千999999999999999千",
    ])
  func overflow(_ text: String) {
    _ = ValueReader.occurrences(in: Array(text.unicodeScalars))
    let repeated = String(repeating: "999999999999999千", count: 20).unicodeScalars
    #expect(ChineseNumeral.value(of: repeated) == nil)
    #expect(ChineseNumeral.value(of: text.unicodeScalars).map { $0 > 0 } ?? true)
  }

  @Test("each place states its value first, then the numbers it is made of", arguments: rows)
  func places(text: String, places: [String]) {
    let scalars = Array(text.unicodeScalars)
    #expect(ValueReader.occurrences(in: scalars).map { Self.line($0, in: scalars) } == places)
  }

  @Test("typed without brackets, a number is still a number")
  func typed() {
    let scalars = Array("国办发2024年7号".unicodeScalars)
    #expect(ValueReader.occurrences(in: scalars).map(\.primary) == [.date(CalendarDate("2024")!), .number(Figure(7))])
    #expect(
      ValueReader.occurrences(in: scalars, isTyped: true).map { Self.line($0, in: scalars) } == [
        "国办发2024年7号: #国办发〔2024〕7号 @2024 2024 7"
      ])
  }

  @Test("any text can be read: places lie in it, in order, in one line, and state something", arguments: 0..<200)
  func laws(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let signs = Array("0123456789,.,.-/% 第年月日号〔〕国发一二三〇零○十百千万亿点分之元个人千克几多\n\nkm² —至、¥港币圆整".unicodeScalars)
    let mixed = (0..<300).map { _ in signs.randomElement(using: &generator)! }
    for text in [mixed, Array(String.random(codePointCount: 300, using: &generator).unicodeScalars)] {
      var floor = 0
      for place in ValueReader.occurrences(in: text, isTyped: seed % 2 == 0) {
        #expect(place.range.lowerBound >= floor && place.range.upperBound <= text.count && !place.range.isEmpty)
        #expect(!text[place.range].contains("\n"))
        #expect(!place.values.isEmpty && Set(place.values).count == place.values.count)
        floor = place.range.upperBound
      }
    }
  }

  @Test("every row of Arabic digits stands in a place", arguments: 0..<100)
  func digits(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let signs = Array("0123456789,.-/% 第年月日号〔〕国发一二三〇十百千万亿点分之元\n".unicodeScalars)
    let text = (0..<200).map { _ in signs.randomElement(using: &generator)! }
    let covered = Set(ValueReader.occurrences(in: text).flatMap(\.range))
    for index in text.indices where ("0"..."9").contains(text[index]) {
      #expect(
        covered.contains(index), "\(text[max(index - 8, 0)..<min(index + 8, text.count)].map(String.init).joined())")
    }
  }

  @Test(
    "reading takes time in proportion to the text",
    arguments: [
      "1,", "1,111,", "1.", "1万", "1千", "一", "一百", "二〇", "2024年", "2024 ", "百分之", "1万1亿", "千", " ", "5 ", "1号", "第1号",
      "0", "1 111", " 111", "1-", "1、", "1月1、", "港币",
    ])
  func linear(piece: String) {
    func duration(_ count: Int) -> Duration {
      let text = Array(String(repeating: piece, count: count).unicodeScalars)
      return ContinuousClock().measure { _ = ValueReader.occurrences(in: text) }
    }
    // Quadratic time would make it 256 times as long, and take minutes.
    let short = (0..<3).map { _ in duration(1_000) }.min()!
    #expect(duration(16_000) < short * 80 + .milliseconds(100))
  }
}
