// Queries match and weigh as they say.

import Testing
import Xapian

@Suite struct QueryTests {
  let scratch: Scratch
  let database: Database

  init() throws {
    scratch = try Scratch()
    try write(["普惠金融发展", "金融普惠", "普惠性托育", "发展金融"], to: scratch("db"))
    database = try Database(path: scratch("db"))
  }

  @Test("a phrase finds consecutive positions only")
  func phrase() throws {
    #expect(try docids(.phrase(characters("普惠金融")), in: database) == [1])
    #expect(try docids(.phrase(characters("金融")), in: database).sorted() == [1, 2, 4])
    #expect(try docids(.phrase(characters("融金")), in: database) == [])
  }

  @Test("a phrase with a character twice needs it twice")
  func repeatedCharacter() throws {
    try write(["人人有责", "人有责"], to: scratch("twice"))
    #expect(try docids(.phrase(characters("人人")), in: try Database(path: scratch("twice"))) == [1])
  }

  @Test("marks, spaces, line feeds and NUL can be part of a phrase")
  func marks() throws {
    try write(["甲，\u{0} \n乙", "甲\u{0}， \n乙"], to: scratch("marks"))
    #expect(try docids(.phrase(characters("甲，\u{0} \n乙")), in: try Database(path: scratch("marks"))) == [1])
  }

  @Test("a term with wdf 0 weighs nothing and is found by phrase")
  func weightlessPositions() throws {
    let writer = try WritableDatabase(path: scratch("zero"), mode: .create)
    try writer.add(document("国务院", wdf: 0))
    try writer.add(document("院务国", wdf: 0))
    try writer.commit()
    let found = try matches(.phrase(characters("国务院")), in: writer)
    #expect(found.hits.map(\.docid) == [1])
    #expect(found.hits.map(\.weight) == [0])
    #expect(try writer.termFrequency("国") == 2)
    #expect(try writer.terms(of: 1).map(\.positions) == [[1], [0], [2]])
  }

  @Test("boolean operators")
  func booleans() throws {
    let finance = Query.term("金")
    let inclusion = Query.term("普")
    #expect(try docids(.and([finance, inclusion]), in: database).sorted() == [1, 2])
    #expect(try docids(.or([finance, inclusion]), in: database).sorted() == [1, 2, 3, 4])
    #expect(try docids(.andNot(finance, inclusion), in: database) == [4])
    #expect(try docids(.andMaybe(finance, inclusion), in: database).sorted() == [1, 2, 4])
    #expect(try docids(.filter(finance, by: inclusion), in: database).sorted() == [1, 2])
    #expect(try docids(.synonym([finance, .term("性")]), in: database).sorted() == [1, 2, 3, 4])
    #expect(try docids(.matchAll, in: database) == [1, 2, 3, 4])
    #expect(try docids(.matchNothing, in: database) == [])
    #expect(try docids(.and([]), in: database) == [])
    #expect(try docids(.or([]), in: database) == [])
  }

  @Test("weights: a filter adds none, a bonus adds, a scale multiplies, a constant is the same for all")
  func weights() throws {
    func weight(_ query: Query) throws -> Double {
      try #require(try matches(query, in: database).hits.first { $0.docid == 1 }).weight
    }
    let (finance, inclusion) = (Query.term("金"), Query.term("普"))
    let plain = try weight(finance)
    #expect(plain > 0)
    #expect(try weight(.filter(finance, by: inclusion)) == plain)
    let both = try weight(.and([finance, inclusion]))
    #expect(both > plain)
    #expect(abs(try weight(.andMaybe(finance, inclusion)) - both) < 1e-9)
    #expect(abs(try weight(.scaled(finance, by: 3)) - 3 * plain) < 1e-9)
    #expect(try weight(.scaled(finance, by: 0)) == 0)
    let constant = try matches(.filter(.constantWeight(2.5), by: finance), in: database)
    #expect(constant.hits.map(\.weight) == [2.5, 2.5, 2.5])
  }

  @Test("a query outlives the parts it was made of and the database handle it is asked with")
  func lifetimes() throws {
    func made() throws -> Enquire {
      let enquire = try Enquire(try Database(path: scratch("db")))
      try enquire.setQuery(.and([.constantWeight(1), .term("托")]))
      return enquire
    }
    #expect(try made().matches(limit: 10).hits.map(\.docid) == [3])
  }

  @Test("terms need not be text")
  func binaryTerms() throws {
    let writer = try WritableDatabase(path: scratch("binary"), mode: .create)
    var buffer = DocumentBuffer()
    let term: [UInt8] = [0x51, 0xff, 0x00, 0x80]
    buffer.append(term, wdf: 1)
    try writer.add(buffer)
    #expect(try docids(.term(term), in: writer) == [1])
    #expect(try writer.documents(having: term) == [1])
    var seen: [[UInt8]] = []
    try writer.forEachTerm(prefix: [0x51, 0xff] as [UInt8]) { bytes, count in
      seen.append(Array(bytes))
      return count == 1
    }
    #expect(seen == [term])
  }
}
