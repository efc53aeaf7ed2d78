// The encoding that an HTML page says it is in.

/// Looks for `<meta charset=…>` and its older form.
enum HTMLCharset {
  /// How far a page may declare its encoding (WHATWG, prescan a byte stream).
  private static let prescanByteCount = 1_024

  /// The declared encoding; `nil` when there is none, it is unknown, or one in which the declaration itself could not
  /// be read (UTF-16).
  static func declared(in bytes: [UInt8]) -> TextEncoding? {
    let head = String(decoding: bytes.prefix(prescanByteCount), as: UTF8.self).lowercased()
    for tag in head.split(separator: "<") where tag.hasPrefix("meta") {
      guard let label = label(in: tag.prefix { $0 != ">" }) else { continue }
      guard let encoding = TextEncoding(named: label), encoding.unitByteCount == 1, !label.hasPrefix("utf-16") else {
        return nil
      }
      return encoding
    }
    return nil
  }

  /// The word behind `charset=`.
  private static func label(in tag: Substring) -> String? {
    guard let name = tag.firstRange(of: "charset") else { return nil }
    let rest = tag[name.upperBound...].drop { $0 == " " }
    guard rest.first == "=" else { return nil }
    let value = rest.dropFirst().drop { $0 == " " || $0 == "\"" || $0 == "'" }
    let label = value.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.:".contains($0)) }
    return label.isEmpty ? nil : String(label)
  }
}
