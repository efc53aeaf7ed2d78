// Clean documents, before anything happens to them: what repair is to give back.

/// A paragraph as its author meant it.
public struct CleanParagraph: Hashable, Sendable {
  /// What the paragraph is in its document; damage depends on it.
  public enum Role: Hashable, Sendable {
    case title
    /// A document number, 云政发〔2024〕7号.
    case number
    /// Whom the document addresses.
    case salutation
    case body
    case signature
    case date
  }

  public let role: Role
  /// Without line ends; white space is single spaces, and none at the ends.
  public let text: String
  /// Names of people in ``text``, in code points.
  public let names: [Range<Int>]

  /// A paragraph; white space in `text` is brought to single spaces.
  public init(_ role: Role, _ text: String, names: [Range<Int>] = []) {
    self.role = role
    self.text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    self.names = names
  }
}

/// A document as its author meant it.
public struct CleanDocument: Hashable, Sendable {
  /// In order; none of them is empty.
  public let paragraphs: [CleanParagraph]

  /// A document; empty paragraphs are left out.
  public init(_ paragraphs: [CleanParagraph]) { self.paragraphs = paragraphs.filter { !$0.text.isEmpty } }

  /// The text of its title, if it has one.
  var title: String? { paragraphs.first { $0.role == .title }?.text }
}

/// Several documents as one text, so that every code point of theirs has one number.
public struct CleanCollection: Sendable {
  /// All paragraphs of all documents, each pair of neighbours separated by LF.
  public let scalars: [Unicode.Scalar]
  /// The code points of each document.
  public let documents: [Range<Int>]
  /// The code points of each paragraph of all documents.
  public let paragraphs: [Range<Int>]

  init(_ cleanDocuments: [CleanDocument]) {
    var scalars: [Unicode.Scalar] = []
    var documents: [Range<Int>] = []
    var paragraphs: [Range<Int>] = []
    for document in cleanDocuments where !document.paragraphs.isEmpty {
      let documentStart = scalars.count + (scalars.isEmpty ? 0 : 1)
      for paragraph in document.paragraphs {
        if !scalars.isEmpty { scalars.append("\n") }
        let start = scalars.count
        scalars.append(contentsOf: paragraph.text.unicodeScalars)
        paragraphs.append(start..<scalars.count)
      }
      documents.append(documentStart..<scalars.count)
    }
    self.scalars = scalars
    self.documents = documents
    self.paragraphs = paragraphs
  }

  /// The document that a code point belongs to, and its offset there; the LF behind a document is its end.
  public func place(of offset: Int) -> (document: Int, offset: Int) {
    var low = 0
    var high = documents.count
    while low < high {
      let middle = (low + high) / 2
      if documents[middle].lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    let document = max(low - 1, 0)
    return (document, offset - documents[document].lowerBound)
  }
}
