// The paragraphs of a document with their source lines.

internal import API

/// Prints paragraphs, each behind the line of the source on which it begins.
struct DocumentText {
  let document: DocumentAnswer
  /// Which paragraphs are printed, by the lines on which they begin; nil for all.
  let range: LineRange?
  let layout: LineLayout

  /// The paragraphs; empty where none begins on these lines.
  var text: String {
    let paragraphs = document.text.split(separator: "\n", omittingEmptySubsequences: false)
    return paragraphs.indices.filter { range?.contains(document.lines[$0]) ?? true }
      .flatMap { [labelled(document.lines[$0], String(paragraphs[$0]))] + originals($0) }.joined(separator: "\n")
  }

  private func labelled(_ line: Int, _ paragraph: String) -> String {
    let label = "\(line): "
    return layout.lines(StyledText(label, .place) + StyledText(paragraph), hanging: label.count)
  }

  private func originals(_ paragraph: Int) -> [String] {
    (document.original?[paragraph] ?? []).map { line in
      layout.lines(StyledText("| \(line.line): ", .place) + StyledText(line.text), indent: 4, hanging: 6)
    }
  }
}
