// Whole pages in many layouts: paragraphs come back as they were.

import Testing

@testable import Ingestion

@Suite("joining of pages")
struct PageJoiningTests {
  private static let styles = [14, 18, 20, 22, 28, 36, 40].flatMap { cells in
    [
      PageStyle(cells: cells, blank: .nowhere, keepsIndent: false),
      PageStyle(cells: cells, blank: .everywhere, keepsIndent: false),
      PageStyle(cells: cells, blank: .betweenParagraphs, keepsIndent: false),
      PageStyle(cells: cells, blank: .nowhere, keepsIndent: true),
      PageStyle(cells: cells, blank: .everywhere, keepsIndent: false, marksEnds: true),
    ]
  }

  @Test("an ordinance set in columns comes back paragraph by paragraph", arguments: styles)
  func columns(style: PageStyle) {
    let found = Set(paragraphs(of: style.source(of: PageJoiningTests.ordinance)))
    let restored = PageJoiningTests.ordinance.count { found.contains($0) }
    // Without any mark, a last line that happens to fill the column cannot be told from others.
    let isMarked = style.keepsIndent || style.marksEnds || style.blank == .betweenParagraphs
    #expect(restored * 100 >= PageJoiningTests.ordinance.count * (isMarked ? 100 : 75))
  }

  @Test("a text whose lines are paragraphs comes through unchanged")
  func unbroken() {
    #expect(paragraphs(of: PageJoiningTests.ordinance.joined(separator: "\n")) == PageJoiningTests.ordinance)
  }

  @Test("so does one with blank lines between its paragraphs")
  func spaced() {
    #expect(paragraphs(of: PageJoiningTests.ordinance.joined(separator: "\n\n")) == PageJoiningTests.ordinance)
  }

  private static let ordinance = [
    "青溪县河道管理办法",
    "第一条 为了加强河道管理，保障防洪安全，改善水生态环境，发挥河道综合效益，根据有关法律、法规的规定，结合本县实际，制定本办法。",
    "第二条 本县行政区域内河道的整治、利用、保护和管理，适用本办法。",
    "法律、法规对航道管理另有规定的，从其规定。",
    "第三条 河道管理实行统一管理、分级负责、属地保护的原则，坚持疏堵结合、标本兼治，逐步建立政府主导、部门协同、社会参与的管理机制。",
    "第四条 县水利局是全县河道的主管部门，负责河道的规划、整治和监督工作，具体履行下列职责：",
    "（一）组织编制全县河道整治规划，报县人民政府批准后实施；",
    "（二）会同有关部门划定河道管理范围，设立界桩和公告牌；",
    "（三）依法查处侵占河道、破坏堤防、擅自采砂等违法行为；",
    "（四）指导乡镇人民政府开展河道日常巡查和保洁。",
    "自然资源、生态环境、交通运输、农业农村等部门按照各自职责，做好河道管理的相关工作。",
    "第五条 乡镇人民政府负责本辖区内河道的日常管理，明确专人负责巡查，建立巡查台账，发现问题及时处置并上报。",
    "村民委员会协助乡镇人民政府做好河道保洁工作，可以将保洁要求写入村规民约。",
    "第六条 到2026年年底，全县骨干河道整治率达到92.5%以上，新增绿化堤防38公里，群众满意度不低于95%。",
    "第七条 任何单位和个人都有保护河道的义务，对损害河道的行为有权劝阻、投诉和举报。接到举报的部门应当在五个工作日内予以答复。",
    "县人民政府对在河道保护工作中成绩显著的单位和个人，按照国家有关规定给予表彰和奖励。",
    "第八条 违反本办法规定，在河道管理范围内倾倒垃圾、渣土的，由县水利局责令停止违法行为，限期清除；逾期不清除的，依法处以罚款。",
    "第九条 本办法自2024年10月1日起施行，有效期五年。",
  ]
}
