// Lines that every official document has alone: its number, date, openness, signer, and the mark of an attachment.

import Archive

extension SeamEvidence {
  /// Lines that begin a paragraph in every official document: its attachments, copies, openness, number and date.
  static func isFormula(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    switch line.first {
    case "附", "抄", "（", "(": openings.contains { line.starts(with: $0) } || isClosedFormula(line)
    default: isClosedFormula(line)
    }
  }

  /// Whether a document's openness, number or date may end with a character.
  static func canEndFormula(_ last: Unicode.Scalar) -> Bool {
    switch last {
    case "日", "号", "）", ")": true
    default: false
    }
  }

  /// Lines that are a paragraph by themselves: a document's signer, openness, number or date.
  static func isClosedFormula(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    if line.first == "签" { return isSigner(line) }
    if PageLine.isDated(line) { return true }
    return line.last.map(canEndFormula) == true
      && (isDate(line) || isNumber(line) || isOpenness(line) || isDatedRemark(line) || isSignedDate(line))
  }

  /// 签发人：张三 alone on its line.
  private static func isSigner(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard line.count <= 40 else { return false }
    let glyphs = line.filter { !$0.isSpace }
    return glyphs.starts(with: signer) && (glyphs[signer.count...].first == "：" || glyphs[signer.count...].first == ":")
      && (2...16).contains(glyphs.count - signer.count - 1) && glyphs.dropFirst(signer.count + 1).allSatisfy(\.isHan)
  }

  /// Whether two lines are the halves of a number or date that stands alone: 平政函〔20 and 23〕33号.
  static func isCutFormula(_ line: ArraySlice<Unicode.Scalar>, _ next: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let last = next.last, last == "号" || last == "日", line.count + next.count <= 40 else { return false }
    let glyphs = Array((line + next).lazy.filter { !$0.isSpace })
    if last == "日" { return !isDate(next) && !isDate(line) && isDate(glyphs[...]) }
    // 民政部令 and 第69号 stand on lines of their own by intent.
    return glyphs.contains("〔") && !isNumber(next)
      && DocumentNumber.occurrences(in: glyphs).first?.range == 0..<glyphs.count
  }

  /// 附件, 附件1 or 附： alone on its line.
  static func isAttachmentMark(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    line.count <= 8 && line.first == "附"
      && line.dropFirst(line.starts(with: openings[0]) ? 2 : 1).allSatisfy {
        $0.isDigit || $0.isHanNumeral || $0.isSpace || $0 == "-" || $0 == "—" || $0 == "：" || $0 == ":"
      }
  }

  /// （此件公开发布） alone on its line.
  static func isOpenness(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard line.count <= 40, let last = line.last else { return false }
    return (last == "）" || last == ")") && line.dropFirst().starts(with: openness)
  }

  /// （2024年1月12日…会议通过） alone on its line.
  static func isDatedRemark(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard line.count <= 80, let last = line.last, last == "）" || last == ")", line.first == "（" || line.first == "("
    else { return false }
    let glyphs = Array(line.dropFirst().lazy.filter { !$0.isSpace })
    return CalendarDate.read(glyphs, from: 0).map { $0.date.day != nil } ?? false
  }

  /// 松陵县人民政府 2024年3月5日 on one line.
  static func isSignedDate(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard line.last == "日", line.count <= 80 else { return false }
    let glyphs = Array(line.lazy.filter { !$0.isSpace })
    guard let start = DateLine.start(in: glyphs), start > 0 else { return false }
    return Offices.areNames(glyphs[..<start])
  }

  /// 国办发〔2024〕7号 alone on its line, the closing bracket in any shape that recognition gives it.
  static func isNumber(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard line.last == "号", line.count <= 24, !line.contains("《") else { return false }
    if let opening = line.firstIndex(of: "〔") {
      return line[opening...].contains { "〕］]】﹞）)".unicodeScalars.contains($0) }
    }
    guard line.contains(where: { $0 == "(" || $0 == "（" || $0 == "[" || $0 == "［" }) else { return false }
    let glyphs = line.filter { !$0.isSpace }
    return DocumentNumber.occurrences(in: glyphs).first?.range == 0..<glyphs.count
  }

  /// Whether a line goes on with the sentence that cites a number: 云政办发（2023）16号 and 文件精神.
  static func goesOnBehindNumber(_ next: ArraySlice<Unicode.Scalar>) -> Bool {
    next.first.map { "，、。；的等和及".unicodeScalars.contains($0) } == true || citing.contains { next.starts(with: $0) }
  }

  private static let citing = ["文件", "精神", "要求", "规定"].map { Array($0.unicodeScalars) }

  /// `2024年3月5日` alone on its line: known by its shape, whatever signs its digits became.
  static func isDate(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard line.last == "日", line.count <= 40 else { return false }
    let glyphs = line.filter { !$0.isSpace }
    guard glyphs.count >= 8, glyphs.count <= 12, glyphs[4] == "年" else { return false }
    guard let month = glyphs.firstIndex(of: "月") else { return false }
    return (6...7).contains(month) && glyphs.firstIndex(of: "日") == glyphs.count - 1
  }

  private static let openings = ["附件", "抄送", "（此件", "(此件"].map { Array($0.unicodeScalars) }
  private static let signer = Array("签发人".unicodeScalars)
  private static let openness = Array("此件".unicodeScalars)
}
