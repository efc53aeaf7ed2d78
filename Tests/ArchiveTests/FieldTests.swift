// The field table is lawful.

import Archive
import Testing

@Suite("field table")
struct FieldTests {
  @Test("stored tags are unique")
  func tags() { #expect(Set(Field.allCases.map(\.tag)).count == Field.allCases.count) }

  @Test("term prefixes are unique")
  func prefixes() { #expect(Set(Field.allCases.map(\.prefix)).count == Field.allCases.count) }

  @Test("names and aliases together are unique")
  func names() {
    let names = Field.allCases.flatMap { [$0.name, $0.alias] }
    #expect(Set(names).count == names.count)
  }

  @Test("no prefix is, or begins with, a letter that marks a unit of analysis", arguments: Field.allCases)
  func unitLetters(field: Field) { #expect(!"WBCT".contains(field.prefix.first ?? "-")) }

  @Test("every field has a help text and an example", arguments: Field.allCases)
  func help(field: Field) {
    #expect(!field.help.isEmpty)
    #expect(!field.example.isEmpty)
  }
}
