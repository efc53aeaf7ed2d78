// A document as an entry of a list of references.

internal import API
internal import Foundation

/// What a list of references says of a document. What is not known of it is left out.
struct DocumentCitation {
  let title: String
  let number: String?
  let issuers: [String]
  let date: String?
  let publication: String?
  let issue: String?
  /// Where it can be read on the web, as its record or sidecar has it.
  let url: String?

  /// The names by which records give an address.
  private static let addressNames = ["url", "URL", "link", "网址", "链接"]

  /// - Returns: `nil` for a document of which neither title nor number is known.
  init?(_ document: DocumentAnswer) {
    guard let name = document.title ?? document.number else { return nil }
    title = name
    number = document.title == nil ? nil : document.number
    (issuers, date) = (document.issuers, document.date)
    (publication, issue) = (document.publication, document.issue)
    url =
      DocumentCitation.addressNames.lazy.compactMap { name -> String? in
        if case .string(let address)? = document.other[name] { address } else { nil }
      }.first
  }

  /// One line in the form of GB/T 7714-2015 (4.6, 8.1): who. title: number[A]. publication, year(issue). (date). address.
  ///
  /// Official documents are of type A, as the standard's own examples have it; OL is added where there is an address. The
  /// day of reading is nobody's but the reader's, so that it is not there.
  var line: String {
    let name = number.map { "\(shortTitle): \($0)" } ?? shortTitle
    let parts = [authors, name + (url == nil ? "[A]" : "[A/OL]"), publicationPart, date.map { "(\($0))" }, url]
    let text = parts.compactMap(\.self).joined(separator: ". ")
    return Terminal.oneLine(url == nil ? text + "." : text)
  }

  /// At most three, then 等 (8.1.2).
  private var authors: String? {
    guard !issuers.isEmpty else { return nil }
    return issuers.prefix(3).joined(separator: ", ") + (issuers.count > 3 ? ", 等" : "")
  }

  /// The title without the offices that it begins with: they stand before it.
  private var shortTitle: String {
    var rest = Substring(title)
    while let issuer = issuers.first(where: { !$0.isEmpty && rest.hasPrefix($0) }) {
      rest = rest.dropFirst(issuer.count).drop { " 　、".contains($0) }
    }
    return rest.hasPrefix("关于") ? String(rest) : title
  }

  /// The publication with year and number of the issue, 2024(3); an issue that is counted otherwise as it is printed.
  private var publicationPart: String? {
    guard let publication else { return nil }
    guard let issue else { return publication }
    guard let found = issue.wholeMatch(of: /(\d{4})年第0*(\d+)期.*/) else { return "\(publication), \(issue)" }
    return "\(publication), \(found.1)(\(found.2))"
  }
}
