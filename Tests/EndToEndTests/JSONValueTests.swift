// JSON of any shape goes through answers as its owner wrote it.

import API
import Testing

@Suite("JSON values")
struct JSONValueTests {
  @Test(
    "a value is encoded as it was written",
    arguments: [
      "null", "true", "17", "-2.5", "\"a\\\"b\"", "[]", "{}", "[1,[\"二\",null]]", #"{"a":{"b":[false]}}"#,
      "9007199254740993",
    ])
  func roundTrip(json: String) { #expect(JSONValue(json: json).json() == json) }

  @Test("what cannot be counted with, or is nested too deep for a call stack, is given as a string of its JSON")
  func strings() {
    let deep = String(repeating: "[", count: 500) + String(repeating: "]", count: 500)
    for json in [deep, "1e999", "[", ""] { #expect(JSONValue(json: json) == .string(json)) }
    #expect(JSONValue(json: "\"[[[\"") == .string("[[["))
  }
}
