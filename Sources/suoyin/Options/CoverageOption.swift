// How far an answer can be trusted to be complete.

internal import API
internal import ArgumentParser

/// Whether a command says in how many documents what it looks for may stand without being found.
struct CoverageOption: ParsableArguments {
  @Flag(
    help:
      "Say on standard error how many of the documents that the filters leave have text that cannot be read, or that was not repaired."
  )
  var coverage = false

  /// Asks for it, if it is wanted, and says it.
  func state(_ filters: [Filter], _ answers: AnswerSource) throws {
    guard coverage else { return }
    let found = try answers.ask(CoverageRequest(filters: filters))
    let documents = found.documents == 1 ? "1 document" : "\(found.documents) documents"
    var line = "coverage: \(found.damaged) of \(documents) with damage that shows"
    let kinds = [("unreadable", found.unreadable), ("unrepaired", found.unrepaired)].filter { $0.1 > 0 }
    if !kinds.isEmpty {
      line += ": " + kinds.map { "\($0.0) in \($0.1)" }.joined(separator: ", ")
      line += " (\(kinds.map { "--filter damage=\($0.0)" }.joined(separator: " ")) lists them)"
    }
    Terminal.complain(line)
  }
}
