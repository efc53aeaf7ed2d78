// What sources are indexed as, whether the command line or a configuration says so.

internal import Archive
internal import Indexing
internal import Ingestion

/// The options of a corpus as they were typed.
struct CorpusSettings {
  /// Why they cannot be followed.
  struct Invalid: Error { let message: String }

  static let defaultMegabytes = IndexingOptions().maximumSourceBytes >> 20

  var collection: String?
  var include: [String] = []
  var exclude: [String] = []
  /// `NAME=VALUE`.
  var fields: [String] = []
  var prunes = false
  /// The largest source, in MB of 1,048,576 bytes.
  var megabytes: Int?
  var reading = ReadingOptions()

  /// - Throws: ``Invalid`` with the remedy.
  func options() throws(Invalid) -> IndexingOptions {
    var options = IndexingOptions()
    if let collection { options.collection = collection }
    options.patterns = SourcePatterns(included: include, excluded: exclude)
    options.prunesGone = prunes
    options.reading = reading
    if let megabytes {
      guard (1...1_024).contains(megabytes) else {
        throw Invalid(message: "the largest source is to have \(megabytes) MB; it must be 1 to 1024")
      }
      options.maximumSourceBytes = megabytes << 20
    }
    do throws(StatedFields.Invalid) {
      options.reading.fields = try StatedFields(fields)
    } catch {
      throw Invalid(message: "field: \(error.message) (\(error.hint))")
    }
    do throws(IndexingError) { try options.validate() } catch { throw Invalid(message: error.description) }
    return options
  }
}
