// Sources and documents are named for good.

import Archive
import Testing

@Suite("identity")
struct IdentityTests {
  @Test("a source is written as its collection and path")
  func source() {
    #expect(SourceID(path: "2024/公报.txt").description == "default/2024/公报.txt")
    #expect(SourceID(collection: "jinan-2024", path: "a.txt").description == "jinan-2024/a.txt")
  }

  @Test("sources are sorted by collection, then by path")
  func order() {
    let sorted = [SourceID(collection: "b", path: "a"), SourceID(path: "z"), SourceID(path: "a/b")].sorted()
    #expect(sorted.map(\.description) == ["b/a", "default/a/b", "default/z"])
  }

  @Test("a collection name may be Chinese", arguments: ["default", "济南-2024", "a.b", "_"])
  func validCollection(name: String) { #expect(SourceID.isValidCollection(name)) }

  @Test(
    "a collection name that would blur an id is refused",
    arguments: ["", ".hidden", "a/b", "a#1", "a b", "a\u{0}", "a\n", "a\u{7F}", String(repeating: "济", count: 22)])
  func invalidCollection(name: String) { #expect(!SourceID.isValidCollection(name)) }

  @Test("a document cut from a text is named by its source and its place in it")
  func document() {
    #expect(DocumentID(source: SourceID(path: "公报.txt"), ordinal: 2).description == "default/公报.txt#2")
  }

  @Test("a document's id that was brought along stays as it is")
  func foreign() { #expect(DocumentID("statute-0001").description == "statute-0001") }

  @Test("a source knows where its file was")
  func absolutePath() {
    let signature = SourceSignature(byteCount: 0, modifiedNanoseconds: 0, sha256: "")
    for root in ["/data", "/data/"] {
      let source = Source(
        id: SourceID(path: "a/b.txt"), root: root, signature: signature, diagnostics: [])
      #expect(source.absolutePath == "/data/a/b.txt")
    }
  }
}
