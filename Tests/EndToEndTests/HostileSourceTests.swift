// Sources and places that nobody would wish for: each ends with a clear message and the right status, the rest is indexed.

import Foundation
import TestSupport
import Testing

@Suite("hostile sources")
struct HostileSourceTests {
  private let directory: TemporaryDirectory
  private var index: String { directory.path + "/index" }
  private var corpus: String { directory.path + "/corpus" }

  init() throws {
    directory = try TemporaryDirectory()
    try directory.write("好的文件：普惠金融。", to: "corpus/good.txt")
  }

  /// Indexes the corpus and looks that the good file is found.
  private func indexed(_ options: String..., sourceLocation: SourceLocation = #_sourceLocation) async throws
    -> CommandResult
  {
    let result = try await Command.run(arguments: ["index", corpus, "--index", index] + options)
    let found = try await Command.run("search", "普惠金融", "--index", index)
    #expect(found.output.contains("default/good.txt"), "\(found.error)", sourceLocation: sourceLocation)
    #expect(try await Command.run("check", "--index", index).status == 0, sourceLocation: sourceLocation)
    return result
  }

  @Test("a PDF is read although whoever started the command ignores that its children end, as Python programs may")
  func ignoredChildren() async throws {
    let file = try directory.write(
      """
      %PDF-1.4
      1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
      2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
      3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
      4 0 obj<</Length 37>>stream
      BT /F 12 Tf 20 100 Td (Notice) Tj ET
      endstream endobj
      5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
      trailer<</Root 1 0 R>>

      """, to: "notice.pdf")
    let read = try await Command.run(arguments: ["repair", file], through: ["env", "--ignore-signal=CHLD"])
    #expect(read.status == 0 && read.output.contains("Notice"), "\(read.error)")
  }

  @Test(
    "an index on a disk that cannot be written is refused with the remedy, and goes on answering",
    .enabled(if: SmallDisk.isPossible, "a file system has to be mounted: unshare -rm or unshare -m"))
  func readOnly() async throws {
    let mount = directory.path + "/disk"
    try FileManager.default.createDirectory(atPath: mount, withIntermediateDirectories: true)
    try await SmallDisk.mounted(at: mount, options: "size=10m") { disk in
      let index = mount + "/index"
      #expect(try await disk.run("index", corpus, "--index", index).status == 0)
      try await disk.shell("mount -o remount,ro \"$0\"", mount)
      for arguments in [["index", corpus], ["index", corpus, "--rebuild"], ["remove", "default/good.txt"]] {
        let refused = try await disk.run(arguments + ["--index", index])
        #expect(refused.status == 4 && refused.error.contains("\(index)/lock: Read-only file system"))
        #expect(refused.error.contains("writable") && refused.error.contains("--index"), "\(refused.error)")
      }
      let new = try await disk.run(["index", corpus, "--index", mount + "/new/index"])
      #expect(new.status == 4 && new.error.contains("cannot make the directory \(mount)/new"), "\(new.error)")
      let backup = try await disk.run(["backup", mount + "/backup", "--index", index])
      #expect(backup.status == 4 && backup.error.contains("Read-only file system"), "\(backup.error)")
      let check = try await disk.run(["check", "--index", index])
      #expect(check.status == 0 && check.error.contains("not checked: "), "\(check.error)")
      for arguments in [["search", "普惠金融"], ["status"], ["index", corpus, "--dry-run"]] {
        let allowed = try await disk.run(arguments + ["--index", index])
        #expect(allowed.status == 0, "\(arguments): \(allowed.error)")
      }
    }
  }

  @Test("a file that fails while it is read is named, for root as for others")
  func inputError() async throws {
    // A regular file for whoever asks, and every read of its beginning fails.
    try directory.link("corpus/memory.txt", to: "/proc/self/mem")
    let result = try await indexed()
    #expect(result.status == 5 && result.error.contains("memory.txt: the file cannot be read: "), "\(result.error)")
    #expect(result.error.contains("Input/output error"))
  }

  @Test("files and directories that may not be read are named with the remedy")
  func closed() async throws {
    try directory.write("关着的文件。", to: "corpus/closed.txt")
    try directory.write("关着的目录。", to: "corpus/closed/a.txt")
    try FileManager.default.createDirectory(atPath: index, withIntermediateDirectories: true)
    for (path, mode) in [("corpus/closed.txt", 0), ("corpus/closed", 0), ("index", 0o777)] as [(String, mode_t)] {
      chmod(directory.path + "/" + path, mode)
    }
    defer { chmod(corpus + "/closed", 0o755) }
    // Nothing is closed to root, who becomes nobody for it.
    let nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    let result = try await Command.run(
      arguments: ["index", corpus, "--index", index], through: geteuid() == 0 ? nobody : [])
    #expect(result.status == 5, "\(result.error)")
    #expect(result.error.contains("closed.txt: the file cannot be opened: Permission denied (check its permissions)"))
    #expect(result.error.contains("corpus/closed: the directory cannot be read: Permission denied"))
    #expect(try await Command.run("search", "普惠金融", "--index", index).status == 0)
  }

  @Test("files that change, grow, vanish and turn into pipes while they are read cost themselves at most")
  func changing() async throws {
    let names = (0..<12).map { "changing-\($0).txt" }
    for name in names { try directory.write("动的文件：农业保险。\n", to: "corpus/" + name) }
    let corpus = corpus
    let writer = Task.detached {
      var generator = SeededGenerator(seed: 1)
      while !Task.isCancelled {
        let path = corpus + "/" + names.randomElement(using: &generator)!
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: unlink(path)
        case 1:
          unlink(path)
          mkfifo(path, 0o644)
        default:
          if let file = fopen(path, "r+") ?? fopen(path, "w") {
            for _ in 0..<Int.random(in: 1...200, using: &generator) { fputs("动的文件：农业保险。\n", file) }
            fclose(file)
          }
        }
      }
    }
    for run in 0..<6 {
      let result = try await indexed("--prune")
      #expect([0, 5].contains(result.status), "run \(run): \(result.status) \(result.error)")
      let lines = result.error.split(separator: "\n")
      #expect(lines.allSatisfy { $0.contains("/changing-") }, "run \(run): \(result.error)")
    }
    writer.cancel()
    await writer.value
    for name in names {
      unlink(corpus + "/" + name)
      try directory.write("静的文件：营商环境。", to: "corpus/" + name)
    }
    let last = try await indexed("--prune")
    #expect(last.status == 0, "\(last.error)")
    #expect(try await Command.run("search", "营商环境", "--index", index).output.hasPrefix("12 documents"))
    #expect(try await Command.run("search", "农业保险", "--index", index).status == 1)
  }

  @Test("links in a circle end, and each file is taken once")
  func loop() async throws {
    try directory.write("里面的文件。", to: "corpus/sub/deep/a.txt")
    try directory.link("corpus/sub/deep/up", to: "../..")
    try directory.link("corpus/sub/self", to: ".")
    try directory.link("corpus/self.txt", to: "self.txt")
    try directory.link("corpus/gone.txt", to: "nowhere.txt")
    let result = try await indexed("-v")
    #expect(result.status == 5 && result.error.contains("gone.txt: the link leads nowhere"), "\(result.error)")
    #expect(result.error.split(separator: "\n").count == 1)
    #expect(
      result.lines.filter { $0.hasPrefix("added") } == ["added    default/good.txt", "added    default/sub/deep/a.txt"])
  }

  @Test("a sparse file of 500 MB is refused by --max-source, named with size and remedy, and not read")
  func sparse() async throws {
    try directory.write("", to: "corpus/huge.txt")
    #expect(truncate(corpus + "/huge.txt", 500 << 20) == 0)
    let result = try await indexed("--max-source", "100")
    #expect(result.status == 5)
    #expect(result.error.contains("huge.txt: the file holds 524288000 bytes, the limit is 104857600"))
    #expect(result.error.contains("--max-source"))
  }

  @Test(
    "a file with such a name is indexed, found and shown, and its name stays on one line",
    arguments: [
      "two\nlines.txt", "tab\tand blank .txt", "-rf.txt", "--index.txt", "公报（第1期）.txt", "e\u{301}.txt", "a#1.txt",
      "percent%20.txt", "quote'\".txt", "back\\slash.txt", "escape\u{1B}[2J.txt", "\u{202E}txt.exe.txt",
    ])
  func names(name: String) async throws {
    try directory.write("名字怪的文件：营商环境。", to: "corpus/" + name)
    let result = try await indexed("-v")
    #expect(result.status == 0, "\(result.error)")
    #expect(result.lines.filter { $0.hasPrefix("added  ") }.count == 2, "\(result.output)")
    let found = try await Command.run("search", "营商环境", "--index", index)
    #expect(found.status == 0 && found.lines.count == 4, "\(found.output)")
    for output in [result.output, found.output] {
      #expect(!output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }, "\(output)")
    }
    let shown = try await Command.run("show", "--index", index, "--", "default/\(name)#1")
    #expect(shown.status == 0 && shown.output.contains("名字怪的文件"), "\(shown.error)")
    // Named by itself as well, whatever it begins with.
    let again = try await Command.run("index", "--index", index, "--", corpus + "/" + name)
    #expect(again.status == 0, "\(again.error)")
    let removed = try await Command.run("remove", "--index", index, "--", "default/\(name)")
    #expect(removed.status == 0 && removed.lines.count == 2, "\(removed.output)\(removed.error)")
  }

  @Test("a name that is not UTF-8 is reported on one line, and the rest is indexed")
  func invalidName() async throws {
    let bytes = Array((corpus + "/").utf8) + [0xB9, 0xAB, 0xB1, 0xA8, 0x0A] + Array(".txt".utf8) + [0]
    let file = try #require(bytes.withUnsafeBytes { fopen($0.baseAddress!.assumingMemoryBound(to: CChar.self), "w") })
    fclose(file)
    defer { bytes.withUnsafeBytes { _ = unlink($0.baseAddress!.assumingMemoryBound(to: CChar.self)) } }
    let result = try await indexed()
    #expect(result.status == 5 && result.error.contains("the file's name is not valid UTF-8 (rename the file)"))
    #expect(result.error.split(separator: "\n").count == 1, "\(result.error)")
  }

  @Test(
    "a file that holds nothing to read is named with the reason",
    arguments: [
      ("empty.txt", Data(), "the source holds no text"),
      ("blank.txt", Data(" \n\t\n".utf8), "the source holds no text"),
      ("nul.txt", Data(count: 10_000), "it is full of control bytes (remove it"),
      ("marks.txt", Data([0xEF, 0xBB, 0xBF]), "the source holds no text"),
    ])
  func nothing(name: String, content: Data, reason: String) async throws {
    try directory.write(content, to: "corpus/" + name)
    let result = try await indexed()
    #expect(result.status == 5 && result.error.contains("/\(name):"), "\(result.error)")
    #expect(result.error.contains(reason), "\(result.error)")
  }

  @Test("100,000 tiny files are indexed, and a second run reads none of them")
  func many() async throws {
    try directory.write("", to: "corpus/many/.keep")
    for number in 0..<100_000 {
      let file = try #require(fopen(corpus + "/many/\(number).txt", "w"))
      fputs("小文件", file)
      fclose(file)
    }
    for (name, count) in [("first", 100_001), ("second", 0)] {
      let path = directory.path + "/\(name).json"
      let result = try await Command.run("index", corpus, "--index", index, "--quiet", "--report", path)
      #expect(result.status == 0, "\(result.error)")
      let bytes = try Data(contentsOf: URL(filePath: path))
      let report = try #require(JSONSerialization.jsonObject(with: bytes) as? [String: Any])
      let run = try #require((report["runs"] as? [[String: Any]])?.first)
      #expect(run["read"] as? Int == count)
      print("100,000 tiny files, \(name) run: \(report["seconds"] ?? 0) s")
    }
    #expect(try await Command.run("search", "普惠金融", "--index", index).output.hasPrefix("1 document"))
  }
}
