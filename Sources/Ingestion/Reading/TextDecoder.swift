// Bytes to code points: finds the encoding, decodes strictly, and says what cannot be decoded and where.

import Archive
import Glibc
import ICU

/// A source that cannot be read, and why.
struct Refusal: Error {
  let diagnostic: Diagnostic

  init(_ code: Diagnostic.Code, _ message: String, line: Int? = nil, byteOffset: Int? = nil, hint: String? = nil) {
    diagnostic = Diagnostic(code, message, line: line, byteOffset: byteOffset, hint: hint)
  }
}

/// A decoded source.
struct DecodedText {
  /// The code points, without a byte order mark.
  let scalars: [Unicode.Scalar]
  /// What the bytes were decoded as.
  let encoding: TextEncoding
  /// What had to be replaced.
  var diagnostics: [Diagnostic] = []
}

/// Decodes sources.
///
/// In this order: what the user names, a byte order mark, strict UTF-8, what the text declares of itself, and what gives
/// Chinese text. A few characters of GBK can be UTF-8 by accident (通知 is); a whole sentence never is.
struct TextDecoder {
  let options: ReadingOptions

  /// Decodes a source.
  ///
  /// - Parameter declared: the encoding that the text says it is in. UTF-8 with characters of three bytes goes before
  ///   it, for nothing else looks like that, and declarations are often wrong.
  func decode(_ bytes: [UInt8], declared: TextEncoding? = nil) throws(Refusal) -> DecodedText {
    if let kind = BinaryKind.marked(bytes) { throw TextDecoder.binary("the file is no text but \(kind)") }
    if let forced = options.encoding.flatMap(TextEncoding.init(named:)) { return try decode(bytes, as: forced) }
    if let marked = TextEncoding(byteOrderMarkOf: bytes) { return try decode(bytes, as: marked) }
    let holdsNUL = bytes.firstZero(unitByteCount: 1) != nil
    if !holdsNUL, let scalars = try? StrictUTF8.decode(bytes) {
      let isDoubtful = declared.map { $0 != .utf8 } ?? false
      if !isDoubtful || scalars.contains(where: { $0.value >= 0x800 }) {
        return DecodedText(scalars: scalars, encoding: .utf8)
      }
    }
    if let declared, declared != .utf8, !holdsNUL {
      // Old sites declare Latin charsets for Chinese text: what the bytes say clearly goes before what the page says.
      if case .clear(let encoding)? = try? EncodingJudge.judge(bytes) { return try decode(bytes, as: encoding) }
      return try decode(bytes, as: declared)
    }
    return try decode(bytes, as: encoding(of: bytes))
  }

  private func encoding(of bytes: [UInt8]) throws(Refusal) -> TextEncoding {
    let verdict: EncodingJudge.Verdict
    do throws(ICUError) { verdict = try EncodingJudge.judge(bytes) } catch { throw TextDecoder.fault(error) }
    switch verdict {
    case .clear(let encoding): return encoding
    case .ambiguous(let first, let second):
      throw Refusal(
        .ambiguousEncoding, "the encoding cannot be told: \(first.name) and \(second.name) are as likely",
        hint: "name it with --encoding")
    case .none:
      if BinaryKind.hasControls(bytes) { throw TextDecoder.binary("the file is no text: it is full of control bytes") }
      return .utf8
    }
  }

  private func decode(_ bytes: [UInt8], as encoding: TextEncoding) throws(Refusal) -> DecodedText {
    let firstZero = bytes.firstZero(unitByteCount: encoding.unitByteCount)
    if encoding == .utf8, firstZero == nil, let scalars = try? StrictUTF8.decode(bytes) {
      return DecodedText(scalars: scalars, encoding: encoding)
    }
    let decoded: Decoded
    do throws(ICUError) { decoded = try encoding.decode(bytes[...]) } catch { throw TextDecoder.fault(error) }
    var scalars = TextDecoder.scalars(of: decoded)
    let zeroCount = firstZero == nil ? 0 : scalars.count { $0.value == 0 }
    guard decoded.malformedCount + zeroCount > 0 else { return DecodedText(scalars: scalars, encoding: encoding) }
    let damage = Damage(decoded, firstZero: firstZero, zeroCount: zeroCount, encoding)
    let line = try damage.firstOffset.map { offset throws(Refusal) in try lineNumber(at: offset, of: bytes, encoding) }
    guard options.isLossy else {
      throw Refusal(
        .undecodable, damage.message, line: line, byteOffset: damage.firstOffset,
        hint: options.encoding == nil
          ? "mend the file, name its encoding with --encoding, or read it with --lossy"
          : "mend the file, let Suoyin find its encoding, or read it with --lossy")
    }
    if zeroCount > 0 {
      for index in scalars.indices where scalars[index].value == 0 { scalars[index] = "\u{FFFD}" }
    }
    let replaced = Diagnostic(
      .replaced, damage.message, line: line, byteOffset: damage.firstOffset,
      hint: "U+FFFD stands in their place, since --lossy was given")
    return DecodedText(scalars: scalars, encoding: encoding, diagnostics: [replaced])
  }

  /// The line on which a byte stands, counted in the text before it.
  private func lineNumber(at offset: Int, of bytes: [UInt8], _ encoding: TextEncoding) throws(Refusal) -> Int {
    do throws(ICUError) {
      let before = TextDecoder.scalars(of: try encoding.decode(bytes[..<offset]))
      let ended = before.last?.endsLine == true
      return max(1, LineRanges(before).reduce(0) { count, _ in count + 1 } + (ended ? 1 : 0))
    } catch { throw TextDecoder.fault(error) }
  }

  private static func scalars(of decoded: Decoded) -> [Unicode.Scalar] {
    var text = decoded.text
    // What was decoded is valid, and a mark in front is left out as everywhere.
    return text.withUTF8 { (try? StrictUTF8.decode($0)) ?? [] }
  }

  private static func binary(_ message: String) -> Refusal {
    Refusal(.binary, message, hint: "remove it, or give it the extension of what it is")
  }

  private static func fault(_ error: ICUError) -> Refusal {
    Refusal(.unreadable, "the file cannot be decoded: \(error.message)", hint: "check the installation of ICU")
  }
}

/// What is wrong with the bytes of a text, and where that begins.
private struct Damage {
  let message: String
  let firstOffset: Int?

  init(_ decoded: Decoded, firstZero: Int?, zeroCount: Int, _ encoding: TextEncoding) {
    let malformed = decoded.malformedOffsets.first
    firstOffset = [malformed, firstZero].compactMap(\.self).min()
    var parts: [String] = []
    if decoded.malformedCount > 0 { parts.append("the bytes are not \(encoding.name)") }
    if zeroCount > 0 { parts.append(zeroCount == 1 ? "there is a NUL character" : "there are NUL characters") }
    let others = decoded.malformedCount + zeroCount - 1
    message = parts.joined(separator: " and ") + (others > 0 ? ", here and in \(others) more places" : "")
  }
}

extension Array where Element == UInt8 {
  /// Where the first character stands whose bytes are all zero.
  func firstZero(unitByteCount: Int) -> Int? {
    withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return nil }
      if unitByteCount == 1 {
        return memchr(base, 0, bytes.count).map { UnsafeRawPointer($0) - base }
      }
      return stride(from: 0, through: bytes.count - unitByteCount, by: unitByteCount).first { start in
        bytes[start..<start + unitByteCount].allSatisfy { $0 == 0 }
      }
    }
  }
}
