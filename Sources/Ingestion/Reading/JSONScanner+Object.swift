// Objects, name by name.

import Archive

extension JSONScanner {
  /// Reads an object: hands over each name and the scanner in front of its value, which the closure has to read.
  mutating func readObject(
    _ readValue: (_ name: String, inout JSONScanner) throws(Malformed) -> Void
  ) throws(Malformed) {
    try expect("{")
    if take("}") { return }
    repeat {
      let name = try readString()
      try expect(":")
      skipSpace()
      try readValue(String(scalars: name.scalars[...]), &self)
    } while take(",")
    try expect("}")
  }
}
