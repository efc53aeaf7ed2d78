// From when and until when documents are in force, by their own words.

import Archive
import Foundation
import TestSupport
import Testing

@testable import Ingestion

@Suite("validity")
struct ValidityTests {
  /// Text, effective and expiry date; the documents are signed on 11 March 2024 and called 青岚省价格管理办法.
  private static let rows: [(text: String, effective: String?, expires: String?)] = [
    ("第三条 本办法自2024年5月1日起施行，有效期至2029年4月30日。", "2024-05-01", "2029-04-30"),
    ("第三条 本办法自2024年5月1日起施行。有效期五年。", "2024-05-01", "2029-04-30"),
    ("7.3 本预案由县局负责解释，自印发之日起施行，有效期5年。", "2024-03-11", "2029-03-10"),
    ("本细则自二〇二四年五月一日起施行，试行期2年。", "2024-05-01", "2026-04-30"),
    ("本细则自2024年5月1日起施行，有效期18个月。", "2024-05-01", "2025-10-31"),
    ("本措施自发布之日起30日后施行，有效期3年。", "2024-04-10", "2027-04-09"),
    ("本规定自公布之日起满三十日后施行。", "2024-04-10", nil),
    ("以上措施自2024年1月1日起至2026年12月31日止执行。", "2024-01-01", "2026-12-31"),
    ("本政策自2024年1月1日起执行，至2026年12月31日止。", "2024-01-01", "2026-12-31"),
    ("本通告自2024年2月25日起至5月15日止。", "2024-02-25", "2024-05-15"),
    ("本办法自2024年1月1日起施行，有效期自2024年1月1日至2026年12月31日。", "2024-01-01", "2026-12-31"),
    ("本规定自2021年7月1日施行。", "2021-07-01", nil),
    ("（2019年10月18日省政府第3次会议通过 自2019年12月1日起施行）\n第一条 为了管理。", "2019-12-01", nil),
    ("《青岚省价格管理办法》已经会议通过，现予公布，自2019年12月1日起施行。", "2019-12-01", nil),
    ("《其他办法》已经会议通过，现予公布，自2019年12月1日起施行。", nil, nil),
    ("本规定经会议修订，自1989年3月1日起施行。", "1989-03-01", nil),
    ("本法（原称《甲条例》）自1989年1月1日起施行。1978年8月18日起施行的《乙条例》同时废止。", "1989-01-01", nil),
    ("本办法自2024年5月1日起施行。2006年7月1日起施行的《甲办法》同时废止。", "2024-05-01", nil),
    ("已建成设施自2025年7月1日起执行本要求。", nil, nil),
    ("本办法第三条自2025年7月1日起施行。", nil, nil),
    ("第三条修改为：“本办法自2025年7月1日起施行。”", nil, nil),
    ("许可证有效期5年，合同自登记之日起生效。", nil, nil),
    ("本市养老金自2025年7月1日起施行。", nil, nil),
    ("本办法2024年5月1日起施行，试行一年。", "2024-05-01", "2025-04-30"),
    ("本通知自2023年9月1日起执行至2025年8月31日。", "2023-09-01", "2025-08-31"),
    ("以上政策自发布之日起至2025年12月31日止。", "2024-03-11", "2025-12-31"),
    ("本办法自印发之日起施行。以上政策有效期至2026年12月31日。", "2024-03-11", "2026-12-31"),
    ("本意见有效期至2026年12月31日。", nil, "2026-12-31"), ("第三条 本办法有效期至2026年12月31日。", nil, "2026-12-31"),
    ("第三条 许可证有效期至2026年12月31日。", nil, nil),
    ("本意见自2024年5月1日起施行；有效期5年，由省财政厅负责解释。", "2024-05-01", "2029-04-30"),
    ("对2024年1月1日起施行的政策，2024年5月1日起执行新标准。", nil, nil),
    ("本办法自2024年5月1日零时起正式实施。", "2024-05-01", nil),
    ("自2024年6月1日起实施24小时值班。", nil, nil),
    ("自2024年6月1日起实施 24小时值班。", nil, nil),
    ("自2024年6月1日起实施“双随机”监管。", nil, nil),
    ("本办法自2024年6月1日起施行《甲细则》。", nil, nil),
    ("（本办法自2024年6月1日起施行）", "2024-06-01", nil),
    ("本办法自2024年6月1日起施行", "2024-06-01", nil),
    ("一、调整水费标准，自2024年7月1日起执行。\n二、各区要加强监管，自2024年9月1日起实施。", nil, nil),
    ("一、自2024年7月1日起执行。\n二、自2024年9月1日起实施。", nil, nil),
    ("一、自2024年7月1日起执行。\n二、自2024年7月1日起实施。", "2024-07-01", nil),
    ("一、调整水费标准，自2024年7月1日起执行。", nil, nil),
    ("为加强管理，经县政府同意，自2024年7月1日起执行。", "2024-07-01", nil),
    ("自2024年7月1日起执行。自2024年9月1日起实施。本办法自2024年5月1日起施行。", "2024-05-01", nil),
    ("自1984年5月10日至1987年12月31日期间，减半征收。", nil, nil),
    ("本办法自发布之日起5个工作日后施行。", nil, nil),
    ("本办法自2024年1月起施行，有效期1年。", "2024-01", "2024-12"),
  ]

  private static let signed = CalendarDate(year: 2024, month: 3, day: 11)

  @Test("what a document says of itself is read, and nothing else", arguments: rows)
  func statements(text: String, effective: String?, expires: String?) {
    let validity = Validity.read(in: Array(text.unicodeScalars), title: "青岚省价格管理办法", signed: Self.signed)
    #expect(validity.effective?.description == effective)
    #expect(validity.expires?.description == expires)
  }

  @Test("what is counted from elsewhere is marked")
  func inferred() {
    let text = Array("本办法自印发之日起施行，有效期5年。".unicodeScalars)
    let validity = Validity.read(in: text, title: nil, signed: Self.signed)
    #expect(validity.isEffectiveInferred && validity.isExpiryInferred)
    #expect(Validity.read(in: text, title: nil, signed: nil) == Validity())
  }

  /// Lines below a title, the date that the document has by them, and the day from which 自公布之日起 counts.
  private static let notes: [(note: String, signed: String, effective: String)] = [
    ("1999年7月9日 国务院批准\n1999年7月23日 国家经济贸易委员会发布", "1999-07-09", "1999-07-23"),
    ("（2017年10月31日市人大常委会第五次会议通过　2017年12月1日省人大常委会第三十三次会议批准）", "2017-10-31", "2017-12-01"),
    ("（2017年10月31日通过　2017年12月1日批准　2017年12月8日公布）", "2017-10-31", "2017-12-08"),
    ("（2017年10月31日通过　根据2020年3月1日会议修正　2020年5月1日批准）", "2017-10-31", "2017-10-31"),
    ("（2017年10月31日通过）\n2018年5月1日，市政府批准某规划。", "2017-10-31", "2017-10-31"),
    ("（2016年1月5日通过　2017年12月1日批准）", "2017-10-31", "2017-10-31"),
  ]

  @Test(
    "from its publication counts from the publication or approval that the lines below the title name", arguments: notes
  )
  func published(note: String, signed: String, effective: String) {
    let text = "青岚省价格管理办法\n\(note)\n第一条 为了管理，制定本规定。\n第二条 本规定自公布之日起施行。"
    let validity = Validity.read(in: Array(text.unicodeScalars), title: "青岚省价格管理办法", signed: CalendarDate(signed))
    #expect(validity.effective?.description == effective && validity.isEffectiveInferred)
  }

  @Test("a list of repealed documents takes effect with the decision that it is attached to")
  func attachedList() {
    let entries = "1.关于印发《云泽市节水办法》的通知（云水发〔2023〕17号）\n2.关于调整工资标准的通知（云政办字〔2023〕38号）"
    for (name, effective) in [("宣布失效的规范性文件目录", "2024-10-01"), ("规范性文件编制目录", nil)] {
      let text =
        "云泽市人民政府关于宣布失效一批规范性文件的决定\n云政发〔2024〕20号\n各县区人民政府：\n决定宣布下列文件失效。本决定自2024年10月1日起施行。\n附件：\(name)\n云泽市人民政府\n2024年9月10日\n附件\n\(name)\n\(entries)"
      let documents = HeadRow.documents(text)
      #expect(documents.map { $0.effective?.description } == ["2024-10-01", effective])
      #expect(documents.last?.inferred.contains(.effective) == (effective != nil))
      let sidecar = SidecarContent(name: "s", bytes: Array(#"{"documents":{"1":{"effective":"2025-01-01"}}}"#.utf8))
      let corrected = Ingestor().ingest(Array(text.utf8), of: SourceID(path: "a"), format: .text, sidecar: sidecar)
      #expect(corrected.documents.last?.metadata.effective?.description == effective.map { _ in "2025-01-01" })
    }
  }

  @Test("labelled dates come out", arguments: LabelledSource.names)
  func labelled(name: String) throws {
    for document in try LabelledSource(name).documents {
      let label = document.label
      let validity = Validity.read(
        in: document.text, title: label.title, signed: label.date.flatMap { CalendarDate($0) })
      #expect(validity.effective?.description == label.facts?.effective, "\(label.id)")
      #expect(validity.expires?.description == label.facts?.expires, "\(label.id)")
    }
  }

  @Test("any text is read, in time linear in it")
  func anyText() {
    var generator = SeededGenerator(seed: 13)
    let signs = Array("自本办法印发之日起2024年5月1日施行，有效期至五年。《》“”（）第条\n满30后 ".unicodeScalars)
    for count in [0, 1, 2, 30, 3_000, 60_000] {
      let text = (0..<count).map { _ in signs[Int(generator.next() % UInt64(signs.count))] }
      _ = Validity.read(in: text, title: "通告", signed: Self.signed)
    }
    for sign in ["自", "自2024年1月1日起施行", "2024年1月1日至2月2日为禁火期", "自本", "，有效期"] {
      _ = Validity.read(
        in: Array(String(repeating: sign, count: 20_000).unicodeScalars), title: "通告", signed: Self.signed)
    }
  }
}
