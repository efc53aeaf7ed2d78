// Invented running text for tests that have no file of clean text.

public import TestSupport

/// Sentences of administrative Chinese in random order. They hold the characters that shifted ones look like.
public enum Texts {
  /// Paragraphs of two to five sentences; some are numbered as articles or heads.
  public static func paragraphs(count: Int, _ random: inout SeededGenerator) -> [String] {
    (1...max(count, 1)).map { number in
      let text = (0..<Int.random(in: 2...5, using: &random)).map { _ in sentence(&random) }.joined()
      switch Int.random(in: 0..<6, using: &random) {
      case 0: return "第\(numerals[number % numerals.count])条 \(text)"
      case 1: return "（\(numerals[number % numerals.count])）\(text)"
      case 2: return "第\(numerals[number % numerals.count])章 总则"
      default: return text
      }
    }
  }

  private static func sentence(_ random: inout SeededGenerator) -> String {
    let subject = subjects.randomElement(using: &random) ?? ""
    let manner = manners.randomElement(using: &random) ?? ""
    let first = actions.randomElement(using: &random) ?? ""
    let second = actions.randomElement(using: &random) ?? ""
    return "\(subject)应当\(manner)，\(first)，\(second)。"
  }

  private static let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
  private static let subjects = [
    "各乡镇人民政府", "县水利局和县财政局", "河道管理单位", "有关部门及其工作人员", "本行政区域内的企业", "项目建设单位（含施工单位）", "园区管理机构", "社区卫生服务中心",
    "县级以上人民政府", "玉米种植大户和农民合作社",
  ]
  private static let manners = [
    "按照职责分工", "结合本地实际", "在规定期限内", "依据《河道管理条例》", "坚持源头治理的原则", "会同公安、交通运输等部门", "于每季度末", "通过“一网通办”平台",
  ]
  private static let actions = [
    "建立健全巡查制度", "明确责任人员和工作要求", "加强资源保护和综合利用", "公开办事流程，接受群众监督", "对发现的问题逐一登记并限期整改", "落实经费保障，不得挪用",
    "组织开展宣传培训：内容包括法律法规和操作规程",
    "及时报告上级主管部门；情况紧急的，可以先行处置", "淘汰落后设施，改善园林绿化", "支援受灾区域恢复生产生活秩序", "逾期不改的，依法予以处理", "编制养护方案（草案），报县人民政府批准",
  ]
}
