// The law of replay: the source and the recorded edits alone give the repaired text.

import Archive
import Testing

@testable import Ingestion

/// Checks that each paragraph is what its lines say with the edits on them made, white space between lines aside.
func expectReplay(of source: String, _ repaired: RepairedText, _ location: SourceLocation = #_sourceLocation) {
  let scalars = Array(source.unicodeScalars)
  let lines = LineRanges(scalars).map { Array(scalars[$0]) }
  var edits = repaired.edits[...]
  let text = Array(repaired.text.unicodeScalars)
  var wrong: [String] = []
  for edit in repaired.edits {
    let line = lines[edit.position.line - 1]
    let start = edit.position.column - 1
    if !line.dropFirst(start).starts(with: edit.before.unicodeScalars) { wrong.append("before: \(edit)") }
    if !text.dropFirst(edit.textOffset).starts(with: edit.after.unicodeScalars) { wrong.append("after: \(edit)") }
    if !(0...1).contains(edit.confidence) { wrong.append("confidence: \(edit)") }
  }
  #expect(wrong.isEmpty, sourceLocation: location)
  var replayed: [Unicode.Scalar] = []
  for number in repaired.paragraphs.flatMap(\.lines).flatMap({ Array($0) }) {
    var column = 0
    // Edits of a line that gave nothing come before those of the next one that gave something.
    while let edit = edits.first, edit.position.line <= number {
      if edit.position.line == number {
        replayed += lines[number - 1][column..<edit.position.column - 1]
        replayed += edit.after.unicodeScalars
        column = edit.position.column - 1 + edit.before.unicodeScalars.count
      }
      edits.removeFirst()
    }
    replayed += lines[number - 1][column...]
  }
  let isSame = replayed.filter { !$0.isSpace }.elementsEqual(text.filter { !$0.isSpace })
  #expect(isSame, sourceLocation: location)
}

extension RepairedText {
  /// Offsets in the text that an edit put there.
  var editedOffsets: Set<Int> {
    Set(edits.flatMap { $0.textOffset..<$0.textOffset + $0.after.unicodeScalars.count })
  }
}

/// Repairs a text.
func repairedText(_ source: String) -> String {
  Repairer().repair(SourceText(wholeSource: Array(source.unicodeScalars))).text
}

/// The rules that had a say in a text.
func rules(in source: String) -> [RepairRule] {
  Repairer().repair(SourceText(wholeSource: Array(source.unicodeScalars))).edits.map(\.rule)
}
