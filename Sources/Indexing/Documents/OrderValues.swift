// What documents are ordered and counted by: one value a slot beside their terms.

internal import Analysis
internal import Archive
internal import Xapian

/// A value slot that orders or counts documents; slots 0 and 9 are ``StoredBytes``'.
public enum OrderSlot: UInt32, CaseIterable, Sendable {
  /// The date as `20240305`; 00 for what is not known of it.
  case date = 1
  /// The number's sign, then year and running number with leading zeros.
  case number = 2
  /// All issuers, separated by ``separator``.
  case issuers = 3
  /// The region as a path.
  case region = 4
  case kind = 5
  case publication = 6
  case collection = 7
  /// How much text there is: code points up to ``fullest``, as a sortable number.
  case fullness = 8
  /// How many code points the text has, as a decimal.
  case length = 10

  /// What stands between several values of one slot: no name holds it.
  public static let separator: Unicode.Scalar = "\n"
  /// From so many code points on, one document is as full as another.
  static let fullest = 100_000
}

/// The values of a document.
struct OrderValues {
  let values: [(slot: OrderSlot, bytes: [UInt8])]

  init(_ metadata: Metadata, collection: String, codePointCount: Int, _ analyzer: Analyzer) {
    let separator = String(OrderSlot.separator)
    let all: [(OrderSlot, String?)] = [
      (.date, metadata.date.map { String(DateKey.first($0)) }),
      (.number, metadata.number.map { OrderValues.numberKey($0, analyzer) }),
      (.issuers, metadata.issuers.isEmpty ? nil : metadata.issuers.uniqued().joined(separator: separator)),
      (.region, metadata.region.isEmpty ? nil : metadata.region.joined(separator: "/")), (.kind, metadata.kind),
      (.publication, metadata.publication), (.collection, collection), (.length, String(codePointCount)),
    ]
    values =
      all.compactMap { slot, text in text.map { (slot, Array($0.utf8)) } }
      + [(.fullness, sortable(Double(min(codePointCount, OrderSlot.fullest))))]
  }

  /// Numbers of one office stand together, in the order of their years.
  private static func numberKey(_ text: String, _ analyzer: Analyzer) -> String {
    let folded = analyzer.fold(text)
    let plain = folded.string(0..<folded.bytes.count)
    guard let number = DocumentNumber(plain)?.comparable else { return plain }
    return number.sign + "\u{1}" + (number.year ?? 0).padded(to: 4) + number.serial.padded(to: 6)
      + (number.branch?.padded(to: 6) ?? "")
  }
}
