// Makes a gazette's documents of clean running text: notices that hand on a text, and the text as their attachment.

public import TestSupport

/// Writes documents around clean texts. Places, agencies, people and numbers are invented.
public struct NoticeWriter: Sendable {
  /// One paragraph of figures for so many of the text's own (guess; statutes hardly have digits).
  private static let paragraphsPerFigures = 4
  /// One list of names for so many texts.
  private static let textsPerList = 4

  private let figures = FigureWriter()

  /// A writer; it has no state.
  public init() {}

  /// The documents that hand on a text: a notice, the text, sometimes a list of names.
  ///
  /// - Parameters:
  ///   - title: the text's title.
  ///   - paragraphs: the text; figures are scattered among its paragraphs.
  public func documents(
    title: String, paragraphs: [String], random: inout SeededGenerator
  ) -> [CleanDocument] {
    var text = [CleanParagraph(.title, title)]
    for paragraph in paragraphs {
      text.append(CleanParagraph(.body, paragraph))
      if Int.random(in: 0..<NoticeWriter.paragraphsPerFigures, using: &random) == 0 {
        text.append(figures.paragraph(&random))
      }
    }
    var documents = [notice(of: title, &random), CleanDocument(text)]
    if Int.random(in: 0..<NoticeWriter.textsPerList, using: &random) == 0 { documents.append(list(&random)) }
    return documents
  }

  private func notice(of title: String, _ random: inout SeededGenerator) -> CleanDocument {
    let place = NoticeWriter.places.randomElement(using: &random) ?? "云泽市"
    let issuer = place + (NoticeWriter.offices.randomElement(using: &random) ?? "人民政府")
    var paragraphs = [
      CleanParagraph(.number, figures.documentNumber(&random)),
      CleanParagraph(.title, "\(issuer)关于印发《\(title)》的通知"),
      CleanParagraph(.salutation, "各乡镇人民政府、街道办事处，各有关部门、直属机构："),
      CleanParagraph(.body, "《\(title)》已经研究同意，现印发给你们，请结合实际认真组织实施。执行中遇到的问题，请及时反馈。"),
    ]
    for _ in 0..<Int.random(in: 0...4, using: &random) { paragraphs.append(figures.paragraph(&random)) }
    paragraphs.append(CleanParagraph(.signature, issuer))
    paragraphs.append(CleanParagraph(.date, figures.date(&random)))
    if Bool.random(using: &random) { paragraphs.append(CleanParagraph(.body, "（此件公开发布）")) }
    return CleanDocument(paragraphs)
  }

  /// 组长：岳岚 云泽市副市长; a space stands between name and post by right.
  private func list(_ random: inout SeededGenerator) -> CleanDocument {
    let place = NoticeWriter.places.randomElement(using: &random) ?? "云泽市"
    var paragraphs = [CleanParagraph(.title, "\(place)议事协调机构组成人员名单")]
    for index in 0..<Int.random(in: 5...14, using: &random) {
      let role = index == 0 ? "组长：" : index < 3 ? "副组长：" : "成员："
      let name = self.name(&random)
      let post = NoticeWriter.posts.randomElement(using: &random) ?? "副局长"
      let start = role.unicodeScalars.count
      paragraphs.append(
        CleanParagraph(
          .body, "\(role)\(name) \(place)\(post)", names: [start..<start + name.unicodeScalars.count]))
    }
    return CleanDocument(paragraphs)
  }

  private func name(_ random: inout SeededGenerator) -> String {
    let given = NoticeWriter.givenNames
    var name = String(NoticeWriter.familyNames.randomElement(using: &random) ?? "白")
    name.append(given.randomElement(using: &random) ?? "晚")
    if Bool.random(using: &random) { name.append(given.randomElement(using: &random) ?? "远") }
    return name
  }

  private static let places = ["云泽市", "松陵县", "临湖区", "青岚省", "青溪县", "望江区"]
  private static let offices = ["人民政府", "人民政府办公室", "财政局", "教育局", "发展和改革委员会", "水利局", "市场监督管理局"]
  private static let posts = ["人民政府副县长", "财政局局长", "教育局副局长", "水利局四级调研员", "公安局政委", "应急管理局党委委员"]
  private static let familyNames = Array("白江岳程秦苏卢谭沈陆韩邵")
  private static let givenNames = Array("晚岚漪远宁舟帆朗静越清野禾知")
}
