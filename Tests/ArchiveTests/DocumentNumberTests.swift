// Numbers read out of running text, in every form that offices give them.

import TestSupport
import Testing

@testable import Archive

@Suite("document numbers")
struct DocumentNumberTests {
  /// A text and the canonical numbers in it.
  private static let rows: [(text: String, numbers: [String])] = [
    ("国办发〔2024〕7号", ["国办发〔2024〕7号"]),
    ("（法（研）发〔1987〕32号）", ["法（研）发〔1987〕32号"]), ("2020年2月5日鲁政发〔2020〕5号", ["鲁政发〔2020〕5号"]),
    ("日政发〔2020〕5号", ["日政发〔2020〕5号"]), ("银发（2019）3号", ["银发〔2019〕3号"]),
    ("国发[2020]第5号", ["国发〔2020〕5号"]),
    ("国办发〔 2024 〕 7 号", ["国办发〔2024〕7号"]),
    ("国办发〔２０２４〕７号", ["国办发〔2024〕7号"]),
    ("国发〔二〇二四〕十二号", ["国发〔2024〕12号"]),
    ("根据国办发〔2024〕7号文件精神", ["国办发〔2024〕7号"]),
    ("《关于促进发展的意见》鲁政发〔2020〕5号文件", ["鲁政发〔2020〕5号"]),
    ("关于促进发展的意见鲁政发〔2020〕5号", ["鲁政发〔2020〕5号"]),
    ("省政府办公厅鲁政办发〔2020〕5号", ["鲁政办发〔2020〕5号"]),
    ("对鲁政发〔2020〕5号作如下修改", ["鲁政发〔2020〕5号"]),
    ("鲁政办发〔2016〕1号、鲁政办发〔2017〕2号", ["鲁政办发〔2016〕1号", "鲁政办发〔2017〕2号"]),
    ("鲁政发〔2016〕1号和鲁政办发〔2017〕2号", ["鲁政发〔2016〕1号", "鲁政办发〔2017〕2号"]),
    ("国发〔2020〕5号、6号", ["国发〔2020〕5号"]),
    ("和政发〔2020〕5号", ["和政发〔2020〕5号"]), ("原政发〔2020〕5号", ["原政发〔2020〕5号"]),
    ("鲁经信字〔2015〕20号", ["鲁经信字〔2015〕20号"]),
    ("工信部联原〔2023〕261号", ["工信部联原〔2023〕261号"]),
    ("发改办高技〔2023〕1号", ["发改办高技〔2023〕1号"]), ("建办质函〔2020〕1号", ["建办质函〔2020〕1号"]),
    ("沪府办规〔2021〕3号", ["沪府办规〔2021〕3号"]), ("法释〔2020〕17号", ["法释〔2020〕17号"]),
    ("青岚省人力资源和社会保障厅岚人社发〔2020〕5号", ["岚人社发〔2020〕5号"]),
    ("依照国务院令第752号", ["国务院令第752号"]), ("国务院第412号令", ["国务院令第412号"]),
    ("中华人民共和国主席令第五十三号", ["中华人民共和国主席令第53号"]),
    ("国务院、中央军委令第288号", ["国务院中央军委令第288号"]),
    ("住房和城乡建设部令第37号", ["住房和城乡建设部令第37号"]),
    ("交通运输部令2018年第5号", ["交通运输部令2018年第5号"]),
    ("交通运输部2018年第5号令", ["交通运输部令2018年第5号"]),
    ("（财政部 税务总局公告2023年第12号）", ["财政部税务总局公告2023年第12号"]),
    ("国家税务总局公告2019年第4号", ["国家税务总局公告2019年第4号"]),
    ("国家数据局公告2024年第1号", ["国家数据局公告2024年第1号"]),
    ("中国人民银行公告〔2020〕第5号", ["中国人民银行公告2020年第5号"]),
    ("青岚省人民代表大会常务委员会公告第54号", ["青岚省人民代表大会常务委员会公告第54号"]),
    ("北市府資〔2024〕31號", ["北市府資〔2024〕31号"]), ("云应急发〔2024〕3-1号", ["云应急发〔2024〕3-1号"]),
    ("云应急发〔2024〕3－12号", ["云应急发〔2024〕3-12号"]), ("国务院令第3-5号", []),
    ("（云）应急罚〔2024〕3号", ["（云）应急罚〔2024〕3号"]), ("决定书（（鲁济）应急罚〔2024〕3号）", ["（鲁济）应急罚〔2024〕3号"]),
    ("（二）云政发〔2024〕3号", ["云政发〔2024〕3号"]), ("（见附件）云政发〔2024〕3号", ["云政发〔2024〕3号"]),
    ("张三（男）云公罚〔2024〕3号", ["云公罚〔2024〕3号"]),
    ("本公告第3号、责令第3号、第5号令", []), ("（2023）岚01民初123号", []), ("朝阳路（2020）号", []),
    ("〔2024〕7号", []), ("政府的〔2024〕7号", []), ("国办发〔1024〕7号", []),
    ("国办发\n〔2024〕7号", []), ("号号〔号〕号", []), ("国办发〔2024〕123456号", []),
  ]

  @Test("a number is read in every spelling, without the words that lead to it", arguments: rows)
  func occurrences(text: String, numbers: [String]) {
    let found = DocumentNumber.occurrences(in: Array(text.unicodeScalars))
    #expect(found.map(\.number.description) == numbers)
  }

  @Test("a canonical spelling reads as itself", arguments: rows)
  func canonical(text: String, numbers: [String]) {
    for number in numbers { #expect(DocumentNumber(number)?.description == number) }
  }

  @Test("any text is read, and what is found stands in it in order")
  func anyText() {
    var generator = SeededGenerator(seed: 7)
    let signs = Array("国办发令公告第号〔〕（）20年、部 \n一〇二和的".unicodeScalars)
    for _ in 0..<400 {
      let text = (0..<60).map { _ in signs[Int(generator.next() % UInt64(signs.count))] }
      var floor = 0
      for found in DocumentNumber.occurrences(in: text) {
        #expect(found.range.lowerBound >= floor && found.range.upperBound <= text.count)
        #expect(DocumentNumber(found.number.description) == found.number, "\(found.number)")
        floor = found.range.upperBound
      }
    }
  }
}
