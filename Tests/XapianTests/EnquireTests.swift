// Orders, rankings and facets.

import Testing
import Xapian

@Suite struct EnquireTests {
  let scratch: Scratch
  let writer: WritableDatabase
  let date: UInt32 = 1
  let region: UInt32 = 2

  init() throws {
    scratch = try Scratch()
    writer = try WritableDatabase(path: scratch("db"), mode: .create)
    let rows = [
      ("金", "20230105", "山东"), ("金金", "20240501", "山东"), ("金融", "20240601", "江苏"), ("融", "", ""),
    ]
    for (text, date, region) in rows {
      try writer.add(document(text, values: [self.date: date, self.region: region]))
    }
  }

  @Test("an order by value, both ways: documents without one are last, equal ones come by docid")
  func sorting() throws {
    let enquire = try Enquire(writer)
    try enquire.setQuery(.matchAll)
    try enquire.setSortByValue(date, reverse: true)
    #expect(try enquire.matches(limit: 10).hits.map(\.docid) == [3, 2, 1, 4])
    try enquire.setSortByValue(date, reverse: false)
    #expect(try enquire.matches(limit: 10).hits.map(\.docid) == [1, 2, 3, 4])
    try enquire.setQuery(.term("金"))
    try enquire.setSortByValue(region, reverse: true)
    #expect(try enquire.matches(limit: 10).hits.map(\.docid) == [3, 1, 2])
  }

  @Test("BM25's constants and boolean weights")
  func rankings() throws {
    let enquire = try Enquire(writer)
    try enquire.setQuery(.term("金"))
    try enquire.setBM25(k1: 0.9, b: 0)
    let lengthless = try enquire.matches(limit: 10).hits
    #expect(lengthless.map(\.docid) == [2, 1, 3])
    #expect(lengthless[1].weight == lengthless[2].weight)
    try enquire.setBM25(k1: 0.9, b: 0.75)
    let weighted = try enquire.matches(limit: 10).hits
    #expect(weighted.first { $0.docid == 1 }!.weight > weighted.first { $0.docid == 3 }!.weight)
    try enquire.setBooleanWeight()
    #expect(try enquire.matches(limit: 10).hits.map(\.weight) == [0, 0, 0])
  }

  @Test("pages and totals")
  func pages() throws {
    let enquire = try Enquire(writer)
    try enquire.setQuery(.matchAll)
    let page = try enquire.matches(first: 1, limit: 2, checkAtLeast: 4)
    #expect(page.hits.map(\.docid) == [2, 3])
    #expect([page.lowerBound, page.estimate, page.upperBound] == [4, 4, 4])
    #expect(try enquire.matches(first: 10, limit: 2).hits == [])
    #expect(try enquire.matches(limit: 0, checkAtLeast: 4).estimate == 4)
    #expect(try enquire.matches(limit: .max).hits.count == 4)
  }

  @Test("facets count each value once a document, however often the match is made")
  func facets() throws {
    let enquire = try Enquire(writer)
    try enquire.addFacetCount(region)
    try enquire.addFacetCount(region)
    try enquire.addFacetCount(9)
    try enquire.setQuery(.matchAll)
    for _ in 0..<2 {
      let facets = try enquire.matches(limit: 0, checkAtLeast: 4).facets
      #expect(facets[region]?.map { "\(text($0.value)) \($0.count)" } == ["山东 2", "江苏 1"])
      #expect(facets[9] == [])
      #expect(facets.count == 2)
    }
  }

  @Test("an enquire without a query finds nothing")
  func noQuery() throws {
    #expect(try Enquire(writer).matches(limit: 10).hits == [])
  }
}
