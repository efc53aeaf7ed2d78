// The one table of units in which documents state quantities.

/// A unit of measure or a counting word.
///
/// Spellings of one unit are one (公里, 千米, km); different units are never converted, because texts that say 亩 are
/// not about 公顷.
struct MeasuringUnit: Sendable {
  /// Which single Han digits before it state a quantity.
  enum LoneDigits: Sendable {
    /// All: 一年, 三公里.
    case all
    /// From 二 on: 一家, 一人 and 一户 are mostly no counts.
    case fromTwo
    /// None: 一个, 三条 and 两项 are hardly ever looked for as numbers.
    case none
  }

  /// The spelling by which it is compared.
  let name: String
  /// Other spellings, folded.
  let aliases: [String]
  let loneDigits: LoneDigits
  /// What must not stand behind it, because it makes another word: 80年代, 3年级.
  let notBefore: String

  private init(_ name: String, _ aliases: [String] = [], _ loneDigits: LoneDigits = .all, notBefore: String = "") {
    self.name = name
    self.aliases = aliases
    self.loneDigits = loneDigits
    self.notBefore = notBefore
  }

  static let table: [MeasuringUnit] = [
    // Money.
    MeasuringUnit("元", ["人民币元", "元人民币", "人民币", "元整", "圆整"], notBefore: "素件旦形桌柱周心弧"),
    MeasuringUnit("美元", ["美金"]), MeasuringUnit("欧元"), MeasuringUnit("港元", ["港币", "元港币"]), MeasuringUnit("日元"),
    MeasuringUnit("新台币", ["台币", "元新台币", "新台币元"]), MeasuringUnit("澳门元", ["澳门币", "元澳门币"]),
    MeasuringUnit("加元", ["加拿大元", "加币"], notBefore: "素件旦"),
    MeasuringUnit("澳元", ["澳大利亚元"]), MeasuringUnit("英镑"),
    // Area and volume.
    MeasuringUnit("亩"), MeasuringUnit("公顷"),
    MeasuringUnit("平方米", ["㎡", "m²", "平米"]),
    MeasuringUnit("平方公里", ["平方千米", "㎢", "km²"]),
    MeasuringUnit("立方米", ["㎥", "m³"]),
    MeasuringUnit("升"),
    // Length and weight. No single Latin letters: 5G is a network, 100M its speed.
    MeasuringUnit("公里", ["千米", "km", "㎞"]), MeasuringUnit("米"),
    MeasuringUnit("厘米", ["cm", "㎝"]), MeasuringUnit("毫米", ["mm", "㎜"]),
    MeasuringUnit("吨"), MeasuringUnit("公斤", ["千克", "kg", "㎏"]), MeasuringUnit("克"),
    MeasuringUnit("斤", ["市斤"], notBefore: "斤"), MeasuringUnit("担", [], .fromTwo, notBefore: "保任负当心忧架子"),
    // Power.
    MeasuringUnit("千瓦", ["kw"]), MeasuringUnit("千瓦时", ["千瓦小时", "kwh"]),
    // Time.
    MeasuringUnit("年", ["周年"], notBefore: "代级底初末"),
    MeasuringUnit("个月"), MeasuringUnit("天", ["日"], notBefore: "然津"), MeasuringUnit("个工作日", ["工作日"]),
    MeasuringUnit("小时", ["个小时"]), MeasuringUnit("分钟"), MeasuringUnit("岁", ["周岁"]),
    // Shares.
    MeasuringUnit("个百分点", ["百分点"]), MeasuringUnit("倍"),
    // Counting words.
    MeasuringUnit("人", [], .fromTwo, notBefore: "大民"), MeasuringUnit("人次"),
    MeasuringUnit("户", [], .fromTwo), MeasuringUnit("家", [], .fromTwo, notBefore: "庭"),
    MeasuringUnit("名", [], .fromTwo, notBefore: "录单"), MeasuringUnit("所", [], .fromTwo, notBefore: "有在"),
    MeasuringUnit("床", ["张床位", "个床位", "床位"], .fromTwo), MeasuringUnit("台", [], .fromTwo),
    MeasuringUnit("套", [], .fromTwo), MeasuringUnit("辆", [], .fromTwo), MeasuringUnit("座", [], .fromTwo),
    MeasuringUnit("头", [], .none, notBefore: "部疼痛肌绪条像等领"), MeasuringUnit("处", [], .fromTwo),
    MeasuringUnit("次", [], .none, notBefore: "数"),
    MeasuringUnit("个", [], .none), MeasuringUnit("项", [], .none, notBefore: "目"),
    MeasuringUnit("件", [], .none), MeasuringUnit("条", [], .none, notBefore: "例款"),
    MeasuringUnit("张", [], .none), MeasuringUnit("批", [], .none), MeasuringUnit("期", [], .none),
  ]

  /// Currencies whose sums are in 元, and the names that stand before the number of 元.
  static let currencies: [(lead: [Unicode.Scalar], name: String)] = [
    ("新台币", "新台币"), ("台币", "新台币"), ("港币", "港元"), ("港元", "港元"), ("美金", "美元"), ("美元", "美元"), ("欧元", "欧元"),
    ("日元", "日元"), ("澳门币", "澳门元"), ("澳门元", "澳门元"), ("加拿大元", "加元"), ("澳大利亚元", "澳元"),
    ("澳元", "澳元"), ("人民币", "元"), ("¥", "元"),
  ].map { (Array($0.0.unicodeScalars), $0.1) }

  /// The unit of money.
  static let yuan = table.first { $0.name == "元" }

  /// The unit that begins at a place, in its longest spelling, and the place behind it.
  ///
  /// - Parameter limit: nothing at or behind it is looked at.
  static func read(_ scalars: [Unicode.Scalar], at start: Int, to limit: Int) -> (unit: MeasuringUnit, end: Int)? {
    guard start < limit, let spellings = spellings[scalars[start]] else { return nil }
    for spelling in spellings where spelling.scalars.count <= limit - start {
      let end = start + spelling.scalars.count
      guard scalars[start..<end].elementsEqual(spelling.scalars) else { continue }
      let next = end < limit ? scalars[end] : nil
      // km in 5kmph is no unit.
      if spelling.isLatin, let next, isLetterOrDigit(next) { return nil }
      let unit = table[spelling.index]
      return next.map(unit.notBefore.unicodeScalars.contains) == true ? nil : (unit, end)
    }
    return nil
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value) || (0x61...0x7A).contains(scalar.value) || scalar == "²" || scalar == "³"
  }

  private struct Spelling {
    let scalars: [Unicode.Scalar]
    let index: Int
    let isLatin: Bool
  }

  /// All spellings by their first character, longest first.
  private static let spellings: [Unicode.Scalar: [Spelling]] = {
    var all: [Spelling] = []
    for (index, unit) in table.enumerated() {
      for text in [unit.name] + unit.aliases {
        all.append(Spelling(scalars: Array(text.unicodeScalars), index: index, isLatin: text.utf8.first! < 0x80))
      }
    }
    all.sort { $0.scalars.count > $1.scalars.count }
    return Dictionary(grouping: all) { $0.scalars[0] }
  }()
}
