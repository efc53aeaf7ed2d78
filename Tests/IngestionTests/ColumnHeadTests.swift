// Heads of a gazette's columns above documents.

import Archive
import Testing

@testable import Ingestion

@Suite("heads of columns")
struct ColumnHeadTests {
  private static let first = "松陵县水利局关于做好汛前检查的通知\n松水发〔2024〕6号\n各乡镇水利站：\n现就汛前检查通知如下，请执行。\n松陵县水利局\n2024年3月4日\n"
  private static let second = "松陵县人民政府办公室关于调整茶园补贴的通知\n松政办发〔2024〕9号\n各乡镇人民政府：\n现将补贴调整如下，请执行。\n松陵县人民政府办公室\n2024年3月6日"

  @Test(
    "a column's head is no part of the title below it, with blank lines and without",
    arguments: ["县政府办公室文件", "【县政府办公室文件】", "县直部门文件", "规范性文件", "人 事 任 免", "大事记", "领导讲话", "公告"], ["", "\n"])
  func heads(column: String, blank: String) {
    let heads = HeadRow.heads(of: ColumnHeadTests.first + blank + column + "\n" + blank + ColumnHeadTests.second)
    #expect(heads.map { $0[1] } == ["松陵县水利局关于做好汛前检查的通知", "松陵县人民政府办公室关于调整茶园补贴的通知"])
    #expect(heads.map { $0[2] } == ["松陵县水利局", "松陵县人民政府办公室"])
  }

  @Test("a title that begins like a column's head is whole")
  func titles() {
    let rules = "规范性文件\n制定程序规定\n（2024年3月6日松陵县人民政府发布）\n第一条 为规范制定程序，制定本规定。"
    #expect(HeadRow.heads(of: ColumnHeadTests.first + rules).last?[1] == "规范性文件制定程序规定")
  }

  @Test("a date without a signature ends a document above a column's head")
  func unsigned() {
    let text = "松陵县人民政府关于陆明任职的通知\n松政干〔2024〕2号\n各乡镇人民政府：\n任命陆明为县水利局局长。\n2024年3月9日\n\n大事记\n2024年3月大事记\n1日，县茶园普查开始。"
    #expect(
      HeadRow.heads(of: text).map { [$0[1], $0[3]] } == [["松陵县人民政府关于陆明任职的通知", "2024-03-09"], ["2024年3月大事记", "-"]])
  }

  @Test("the office of a sheet issues what nobody signed")
  func letterhead() {
    let text = "松陵县茶叶管理局文件\n松茶发(2024)4号\n关于春茶采摘的通知\n各茶场：\n现将采摘时间通知如下。\n2024年3月2日"
    #expect(HeadRow.heads(of: text) == [["松茶发〔2024〕4号", "关于春茶采摘的通知", "松陵县茶叶管理局", "2024-03-02", "通知"]])
    let column = text.replacing("松陵县茶叶管理局", with: "县政府")
    #expect(HeadRow.heads(of: column).map { $0[2] } == ["-"])
  }

  @Test(
    "a sheet's head and its number in any brackets are lines of their own", arguments: ["(2024)", "（2024）", "[2024]"])
  func numbers(year: String) {
    let sheet = "松陵县人民政府文件\n松政发\(year)41号\n关于做好春茶收购的通知\n各乡镇人民政府：\n现将收购任务下达给你们。\n松陵县人民政府\n2024年5月3日"
    #expect(
      HeadRow.heads(of: ColumnHeadTests.first + "\n" + sheet).last
        == ["松政发〔2024〕41号", "关于做好春茶收购的通知", "松陵县人民政府", "2024-05-03", "通知"])
  }
}
