// Answers as lines of a TREC run.

internal import API
internal import Foundation

/// A run as trec_eval reads it: query, Q0, document, rank, score, name of the run.
enum TRECRun {
  /// The lines of one answer, each with its end.
  static func lines(_ answer: SearchAnswer, id: String) -> String {
    answer.hits.enumerated().map { rank, hit in
      "\(field(id)) Q0 \(field(hit.id)) \(rank + 1) \(hit.score) suoyin\n"
    }.joined()
  }

  /// TREC runs are separated by white space, so that blanks in ids are percent-encoded in them, and nothing else is.
  private static func field(_ text: String) -> String {
    var field = ""
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        for byte in String(scalar).utf8 { field += String(format: "%%%02X", byte) }
      } else {
        field.unicodeScalars.append(scalar)
      }
    }
    return field
  }
}
