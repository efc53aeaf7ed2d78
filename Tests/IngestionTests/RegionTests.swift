// Where documents apply, by their issuers and by what else a source shows.

import Archive
import TestSupport
import Testing

@testable import Ingestion

@Suite("regions")
struct RegionTests {
  private static func reader(_ lines: [String], publication: String? = nil) -> RegionReader {
    RegionReader(lines.map { Array($0.unicodeScalars) }, publication: publication)
  }

  private static func path(
    _ issuer: String, _ lines: [String] = [], publication: String? = nil, number: String? = nil
  ) -> String {
    reader(lines, publication: publication).region(
      issuers: [issuer], number: number.flatMap(DocumentNumber.init), text: []
    ).path.joined(separator: "/")
  }

  @Test(
    "an issuer's name begins with its divisions",
    arguments: [
      ("山东省威海市文登区人民政府", "山东省/威海市/文登区"), ("威海市人民政府办公室", "山东省/威海市"),
      ("江苏省财政厅", "江苏省"), ("中共江苏省委", "江苏省"), ("中国共产党威海市文登区委员会", "山东省/威海市/文登区"), ("共青团威海市委", "山东省/威海市"),
      ("北京市朝阳区人民政府", "北京市/朝阳区"),
      ("枣庄市市中区人民政府", "山东省/枣庄市/市中区"), ("延边朝鲜族自治州人民政府", "吉林省/延边朝鲜族自治州"),
      ("广西壮族自治区人民政府", "广西壮族自治区"), ("国家税务总局山东省税务局", "山东省"),
      ("山东省市场监督管理局", "山东省"), ("青岚省财政厅", "青岚省"),
      ("国务院办公厅", ""), ("工业和信息化部", ""), ("中国人民银行", ""), ("最高人民法院", ""), ("市场监管总局", ""),
      ("国家发展和改革委员会", ""), ("某某协会", ""), ("", ""),
    ])
  func issuers(issuer: String, expected: String) {
    #expect(Self.path(issuer) == expected)
  }

  @Test("what an issuer leaves out is read off the source")
  func evidence() {
    #expect(Self.path("临湖区人民政府", ["在云泽市临湖区召开", "青岚省云泽市人民政府"]) == "青岚省/云泽市/临湖区")
    #expect(Self.path("山亭区人民政府", ["公司枣庄市山亭区分公司"]) == "山东省/枣庄市/山亭区")
    #expect(Self.path("原泉县人民政府", publication: "鹤坪市人民政府公报") == "鹤坪市/原泉县")
    #expect(Self.path("松陵县人民政府", ["云泽市人民政府办公室", "《青岚省人民政府关于甲的意见》"]) == "青岚省/云泽市/松陵县")
    #expect(Self.path("松陵县人民政府") == "松陵县")
  }

  @Test("a number's sign tells the province of an office without a name")
  func signs() {
    #expect(Self.path("省政府办公厅", number: "苏政办发〔2024〕10号") == "江苏省")
    #expect(Self.path("省财政厅", ["青岚省人民政府"]) == "青岚省")
    #expect(Self.path("云泽市人民政府", number: "云政发〔2024〕7号") == "云泽市")
    #expect(Self.path("市政府办公室", publication: "云泽市人民政府公报") == "云泽市")
    #expect(Self.path("国家新闻出版署", number: "新出发〔2020〕1号") == "")
  }

  @Test("a division that the document does not print is marked")
  func inferred() {
    let reader = Self.reader([])
    let text = Array("威海市人民政府\n2024年3月1日".unicodeScalars)
    #expect(reader.region(issuers: ["威海市人民政府"], number: nil, text: text).isInferred)
    #expect(!reader.region(issuers: ["山东省人民政府"], number: nil, text: Array("山东省".unicodeScalars)).isInferred)
  }

  @Test("a publication's region is read off its title, its cover or its signatures", arguments: LabelledSource.names)
  func publications(name: String) throws {
    let source = try LabelledSource(name)
    let paragraphs =
      source.repaired.text.split(separator: "\n").map { Array($0.unicodeScalars) }
      + source.repaired.furniture.map { Array($0.text.unicodeScalars) }
    let reader = RegionReader(paragraphs, publication: source.label.publication.title)
    #expect(reader.publicationRegion(cover: []).joined() == source.label.publication.region)
    for document in source.documents {
      let region = reader.region(issuers: document.label.issuer, number: nil, text: document.text)
      #expect(region.path.first == "青岚省", "\(document.label.id)")
    }
  }

  @Test("the table holds every province once, and its prefectures")
  func table() {
    #expect(DivisionTable.provinces.count == 31)
    #expect(Set(DivisionTable.provinces.map(\.sign)).count == 31)
    // By the Ministry of Civil Affairs (2023).
    let prefectures = DivisionTable.provinces.flatMap(\.prefectures)
    #expect(prefectures.count == 333 && Set(prefectures).count == 333)
  }

  @Test("any text is read, in time linear in it")
  func anyText() {
    var generator = SeededGenerator(seed: 17)
    let signs = Array("省市区县州自治山东威海云泽人民政府的《》，\u{3000}".unicodeScalars)
    let lines = (0..<2_000).map { _ in
      (0..<30).map { _ in signs[Int(generator.next() % UInt64(signs.count))] }
    }
    let reader = RegionReader(lines, publication: String(String.UnicodeScalarView(lines[0])))
    for line in lines {
      _ = reader.region(issuers: [String(String.UnicodeScalarView(line))], number: nil, text: line)
    }
    _ = reader.publicationRegion(cover: ["", "市"])
  }
}
