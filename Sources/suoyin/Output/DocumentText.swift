// The paragraphs of a document with their source lines.

internal import API

/// Prints paragraphs, each behind the line of the source on which it begins.
struct DocumentText {
  let document: DocumentAnswer
  /// Which paragraphs are printed, by the lines on which they stand; nil for all.
  let range: LineRange?
  let layout: LineLayout

  /// The paragraphs; empty where none stands on these lines.
  var text: String {
    let paragraphs = document.text.split(separator: "\n", omittingEmptySubsequences: false)
    return paragraphs.indices.filter { range?.overlaps(lines(of: $0)) ?? true }
      .flatMap { [labelled(document.lines[$0], String(paragraphs[$0]))] + originals($0) }.joined(separator: "\n")
  }

  /// From the line on which a paragraph begins to that before the next one, where it goes on in the source as in the text.
  private func lines(of paragraph: Int) -> ClosedRange<Int> {
    let first = document.lines[paragraph]
    let stretch = document.sourceLines.first { $0[0] <= first && first <= $0[1] }
    let next = document.lines.indices.contains(paragraph + 1) ? document.lines[paragraph + 1] : .max
    return first...max(first, min((next > first ? next : first + 1) - 1, stretch?[1] ?? first))
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
