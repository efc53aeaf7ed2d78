// suoyin segment: what analysis makes of a text.

internal import API
internal import Analysis
internal import ArgumentParser
internal import ICU

struct SegmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment", abstract: "Print a text's folded form, its words and its bigrams.")

  @Argument(help: "The text; several arguments are one text.")
  var text: [String]
  @Option(help: "text for people, json for programs.")
  var format = PlainFormat.text

  /// What is printed; offsets count code points from 0.
  private struct Segmentation: Encodable {
    struct Word: Encodable {
      let text: String
      let start: Int
      let end: Int
    }
    let folded: String
    let words: [Word]
    let bigrams: [String]
  }

  func run() throws {
    let segmentation = try segment(text.joined(separator: " "))
    switch format {
    case .json: print(segmentation.json())
    case .text:
      print("folded   " + Terminal.printable(segmentation.folded))
      print("words    " + segmentation.words.map(\.text).joined(separator: " | "))
      print("bigrams  " + segmentation.bigrams.joined(separator: " "))
    }
  }

  private func segment(_ text: String) throws(ICUError) -> Segmentation {
    let analyzer = try Analyzer()
    let folded = analyzer.fold(text)
    var words: [Segmentation.Word] = []
    try analyzer.forEachWord(of: folded) { bytes, codePoints, _ in
      words.append(
        Segmentation.Word(text: folded.string(bytes), start: codePoints.lowerBound, end: codePoints.upperBound))
    }
    return Segmentation(
      folded: folded.string(0..<folded.bytes.count), words: words,
      bigrams: analyzer.bigrams(of: folded, in: 0..<folded.count))
  }
}
