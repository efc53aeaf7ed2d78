// What a text states beside words: numbers, percentages, quantities, dates, numbers of documents.

/// A value in its normal form, whatever way it was spelled.
public enum StatedValue: Hashable, Sendable {
  /// 5000, 五千, ５，０００.
  case number(Figure)
  /// 50%, 百分之五十; 千分之三 is 0.3.
  case percent(Figure)
  /// 5000万元, 五千万元: the number of units, and the unit by its first name in ``MeasureUnits``.
  case quantity(Figure, unit: String)
  /// 2024年3月5日, 二〇二四年三月, 2024-03-05.
  case date(CalendarDate)
  /// 国办发〔2024〕7号.
  case documentNumber(DocumentNumber)

  /// A value where a text states it.
  public struct Occurrence: Hashable, Sendable {
    /// Code points of the text.
    public let range: Range<Int>
    public let value: StatedValue

    public init(_ range: Range<Int>, _ value: StatedValue) {
      self.range = range
      self.value = value
    }
  }
}

extension StatedValue: CustomStringConvertible {
  public var description: String {
    switch self {
    case .number(let figure): "\(figure)"
    case .percent(let figure): "\(figure)%"
    case .quantity(let figure, let unit): "\(figure)\(unit)"
    case .date(let date): "\(date)"
    case .documentNumber(let number): "\(number)"
    }
  }
}

/// The units that quantities are stated in. One is not reckoned into another: 公里 and 米 stay apart.
enum MeasureUnits {
  /// The unit that begins at a place, and how many code points its name has there.
  ///
  /// - Parameter isSingleHan: whether a single Han digit stands before it: 一个, 三家 are no figures, 三亩 is one.
  static func unit(at start: Int, in scalars: [Unicode.Scalar], isSingleHan: Bool) -> (name: String, count: Int)? {
    guard start < scalars.count, let spellings = byFirst[scalars[start]] else { return nil }
    for spelling in spellings where start + spelling.glyphs.count <= scalars.count {
      let end = start + spelling.glyphs.count
      guard scalars[start..<end].elementsEqual(spelling.glyphs) else { continue }
      if isSingleHan, !spelling.isMeasure { return nil }
      // kw is no unit in kwh.
      if spelling.isLatin, end < scalars.count, isLatin(scalars[end]) { continue }
      return (spelling.name, spelling.glyphs.count)
    }
    return nil
  }

  private struct Spelling {
    let glyphs: [Unicode.Scalar]
    let name: String
    let isMeasure: Bool
    var isLatin: Bool { MeasureUnits.isLatin(glyphs.last!) }
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool { (0x61...0x7A).contains(scalar.value) }

  /// What is measured, and what is counted; the first name of each stands for all. Folded.
  private static let measures = """
    元 元人民币 人民币元|美元 美金|欧元|港元 港币|日元|英镑|亩|公顷 hm2|平方米 ㎡ m² m2|平方公里 平方千米 km² km2|立方米 m³ m3|米|厘米 cm|毫米 mm
    公里 千米 km|吨|公斤 千克 kg|克|升|毫升|千瓦 kw|兆瓦 mw|千瓦时 kwh 度|倍|年|个月|天|小时|分钟|秒|岁|个百分点|毫克/升 mg/l|微克/立方米|℃ 摄氏度
    """
  private static let counts = "人 人次|户|个|家|名|项|件|条|张|所|次|床|辆|台|套|处|座|份|期|批|种|类|页|株|头|只|株|村|栋|间|宗|起|例|支|部|门"

  private static let byFirst: [Unicode.Scalar: [Spelling]] = {
    var table: [Unicode.Scalar: [Spelling]] = [:]
    for (rows, isMeasure) in [(measures, true), (counts, false)] {
      for row in rows.split(whereSeparator: { $0 == "|" || $0.isNewline }) {
        let names = row.split(separator: " ").map(String.init)
        for name in names {
          let glyphs = Array(name.unicodeScalars)
          table[glyphs[0], default: []].append(Spelling(glyphs: glyphs, name: names[0], isMeasure: isMeasure))
        }
      }
    }
    return table.mapValues { $0.sorted { $0.glyphs.count > $1.glyphs.count } }
  }()
}
