// An index of one notice, for tests of what stands around it.

import TestSupport
import Testing

/// A temporary directory with an index of one small notice.
struct NoticeIndex {
  let directory: TemporaryDirectory
  var path: String { directory.path + "/index" }

  init() async throws {
    directory = try TemporaryDirectory()
    try directory.write("推进普惠金融。\n", to: "corpus/公报.txt")
    let result = try await Command.run("index", directory.path + "/corpus", "--index", path)
    #expect(result.status == 0, "\(result.error)")
  }
}
