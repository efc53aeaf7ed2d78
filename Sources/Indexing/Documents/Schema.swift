// The index schema as one text: what lies where, which terms, which values, which bytes.
//
//   INDEX/
//     current                       the name of the generation that answers, e.g. "000042"
//     lock                          held (flock) by the one writer; holds its pid
//     daemon                        held (flock) by the daemon that serves the index; holds its pid and socket
//     building/                     the generation being made; of no account until it is sealed
//       segments-BOOT/NAME/DIGEST/  a batch's databases, and finished.json once it is done (BatchStore)
//     backup                        where the directory is a backup: of which index
//     generations/000041.gone/      what is being removed
//     generations/000042/
//       manifest.json               schema, counts (Manifest)
//       collections/NAME/documents/ a Xapian database: one Xapian document per document
//       collections/NAME/sources/   a Xapian database: two Xapian documents per source
//
// A collection is a shard: a run changes one collection, and links the files of all others into the new generation.
// A sealed generation is never written again.
//
// documents: terms
//   Q<id>            the document                    U<source>     the source it was cut from
//   L<collection>    its collection                  B, C, W…      units of the text (TermUnit)
//   SB, SC, SW…      units of the title              data, values 0 and 9 StoredBytes
//                                                    values 1 to 8, 10 what orders and counts are by (OrderValues)
//   P<id>            the document it is attached to
//   N, A, K, J, I    number, each issuer, kind, publication, issue: folded, without white space (FieldTerms)
//   D, E, F          date, effective, expires: each as 2024, 2024-03 and 2024-03-05, as far as it is known; what is
//                    not known is 00, of the last day in force 99: 2024-03-00 (DateKey)
//   Y<title>         the title's runs                V<term>       repeals the documents with a number's or title's term
//   X                damage: unreadable, unrepaired (TextDamage)
//   G                region: 山东省, 山东省/威海市 and so on down, and each division alone
// sources: terms
//   Q<source>        the record: data is a Source    O<source>     the original: data is the source's bytes
//
// Xapian compresses data with zlib. Terms end at 245 bytes: longer keys are replaced by their SHA-256.

internal import Archive
internal import Ingestion

/// The schema this code writes and reads.
enum Schema {
  /// Raised whenever stored bytes or terms change their meaning.
  static let version = 4

  /// The term by which the document with an id is found.
  static func term(document: DocumentID) -> String { term(document.description, in: .id) }

  /// The term all documents of a source share.
  static func term(documentsOf source: SourceID) -> String { term(source.description, in: .source) }

  /// The term all documents of a collection share.
  static func term(collection: String) -> String { term(collection, in: .collection) }

  /// The term of a keyword, date or path field's value in the form in which it is compared.
  static func term(_ value: String, in field: Field) -> String { key(field.prefix, value) }

  /// The term of documents whose title's runs are these.
  static func term(title runs: String) -> String { key("Y", runs) }

  /// The term of documents that repeal those with a term.
  ///
  /// The term is no longer key than it can be: a digest stands in it already where one was needed.
  static func term(repealing named: String) -> String { Field.valid.prefix + named }

  /// The term by which a source's record is found.
  static func term(recordOf source: SourceID) -> String { key(recordPrefix, source.description) }

  /// The term by which a source's bytes are found.
  static func term(originalOf source: SourceID) -> String { key("O", source.description) }

  /// What the terms of all records of sources begin with.
  static let recordPrefix = "Q"

  /// Longest key that is kept readable, in bytes; Xapian allows 245 for prefix and key together.
  private static let maximumKeyBytes = 200

  private static func key(_ prefix: String, _ value: String) -> String {
    guard value.utf8.count > maximumKeyBytes || value.utf8.contains(0) else { return prefix + value }
    // U+0001 keeps a digest apart from every readable key.
    return prefix + "\u{1}" + SourceReader.sha256(Array(value.utf8))
  }
}
