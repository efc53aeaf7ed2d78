// Edits as bytes of stored records.

extension Edit {
  /// Writes edits, which are in the order of the text; about a dozen bytes each.
  public static func encode(_ edits: [Edit], into writer: inout ByteWriter) {
    writer.write(unsigned: UInt64(edits.count))
    var offset = 0
    var line = 0
    for edit in edits {
      writer.write(unsigned: UInt64(edit.textOffset - offset))
      writer.write(unsigned: UInt64(edit.rule.code))
      writer.write(unsigned: UInt64((edit.confidence * 100).rounded()))
      writer.write(signed: Int64(edit.position.line - line))
      writer.write(unsigned: UInt64(edit.position.column))
      writer.write(counted: edit.before.utf8)
      writer.write(counted: edit.after.utf8)
      (offset, line) = (edit.textOffset, edit.position.line)
    }
  }

  /// Visits what ``encode(_:into:)`` wrote, in order, until the visitor says false.
  ///
  /// - Throws: ``CorruptBytes`` when the bytes up to there are no edits.
  public static func forEach(from reader: inout ByteReader, _ visit: (Edit) -> Bool) throws(CorruptBytes) {
    var offset = 0
    var line = 0
    for _ in 0..<(try reader.readCount()) {
      let step = try reader.readUnsigned()
      let code = try reader.readUnsigned()
      let percent = try reader.readUnsigned()
      let lineStep = try reader.readSigned()
      let column = try reader.readUnsigned()
      guard step <= UInt64(Int32.max), let rule = UInt8(exactly: code).flatMap(RepairRule.init(code:)), percent <= 100,
        lineStep.magnitude <= UInt64(Int32.max), column <= UInt64(Int32.max)
      else { throw CorruptBytes() }
      offset += Int(step)
      line += Int(lineStep)
      let edit = Edit(
        rule: rule, position: SourcePosition(line: line, column: Int(column)), before: try reader.readString(),
        after: try reader.readString(), confidence: Float(percent) / 100, textOffset: offset)
      guard visit(edit) else { return }
    }
  }

  /// Whether it changes more than white space.
  public var changesCharacters: Bool {
    !before.unicodeScalars.lazy.filter { !$0.properties.isWhitespace }
      .elementsEqual(after.unicodeScalars.lazy.filter { !$0.properties.isWhitespace })
  }
}
