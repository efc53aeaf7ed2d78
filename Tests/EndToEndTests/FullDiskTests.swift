// A disk that is full, at whatever moment: the run says so, the old generation answers, and the next run completes.

import Foundation
import TestSupport
import Testing

@Suite("full disk", .enabled(if: SmallDisk.isPossible, "a file system has to be mounted: unshare -rm or unshare -m"))
struct FullDiskTests {
  private let directory: TemporaryDirectory
  private var mount: String { directory.path + "/disk" }
  private var index: String { mount + "/index" }
  private var old: String { directory.path + "/old" }
  private var new: String { directory.path + "/new" }
  /// An index of the old files, to be copied to the disk.
  private var sealed: String { directory.path + "/sealed" }

  init() async throws {
    directory = try TemporaryDirectory()
    try FileManager.default.createDirectory(atPath: mount, withIntermediateDirectories: true)
    for number in 0..<3 { try directory.write("旧档第\(number)号：普惠金融。", to: "old/\(number).txt") }
    // Pages with a long comment: bytes to keep, little to analyse. Each is a batch.
    for number in 0..<10 {
      var generator = SeededGenerator(seed: UInt64(number))
      let noise = String(
        decoding: (0..<300_000).map { _ in UInt8.random(in: 48...57, using: &generator) }, as: UTF8.self)
      let text = (0..<40).map { "<p>第\($0)条　新档第\(number)号文件规定，应当执行农业保险政策。</p>" }.joined()
      try directory.write(text + "<!--\(noise)-->", to: "new/\(number).html")
    }
    let made = try await Command.run("index", old, "--index", sealed)
    guard made.status == 0 else { throw CommandDied(description: made.error) }
  }

  /// Where a run was when there was no room, by the place that it names.
  private func stage(_ message: String) -> String {
    if message.contains("/building/segments") { return "segments" }
    if message.contains("manifest") { return "sealing" }
    if message.contains("/current") { return "flip" }
    return message.contains("/building/generation") || message.contains("/building/base") ? "compaction" : "other"
  }

  /// - Returns: the stage of a run that found no room; nil of one that did.
  private func trial(_ options: String) async throws -> String? {
    var found: String?
    try await SmallDisk.mounted(at: mount, options: options) { disk in
      try await disk.shell("cp -r \"$0\" \"$1\"", sealed, index)
      let run = try await disk.run("index", new, "--index", index)
      guard run.status != 0 else { return }
      found = stage(run.error)
      #expect(run.status == 4, "\(options): \(run.error)")
      #expect(run.error.contains(mount), "\(options): \(run.error)")
      #expect(run.error.contains("No space left on device"), "\(options): \(run.error)")
      #expect(run.error.contains("space") && run.error.contains("run it again"), "\(options): \(run.error)")
      let search = try await disk.run("search", "普惠金融", "--index", index)
      #expect(search.status == 0 && search.output.hasPrefix("3 documents"), "\(options): \(search.error)")
      let check = try await disk.run("check", "--index", index)
      #expect(check.status == 0, "\(options): \(check.error)")
      let left = try await disk.shell("cd \"$0\" && ls -A . generations", index)
      #expect(left.lines == [".:", "current", "generations", "lock", "generations:", "000001"], "\(options)")
      try await disk.shell("mount -o remount,size=100m,nr_inodes=10000 \"$0\"", mount)
      let next = try await disk.run("index", new, "--index", index)
      #expect(next.status == 0, "\(next.error)")
      #expect(try await disk.run("search", "农业保险", "--index", index).output.hasPrefix("10 documents"))
    }
    return found
  }

  @Test("whenever the room ends, the run says where, why and what to do, and changes nothing; with room it completes")
  func index() async throws {
    var stages: Set<String> = []
    // The smallest disk on which it works, in pages, by halving; each trial on the way is one more.
    var (tooSmall, enough) = (400, 1_600)
    while enough - tooSmall > 1 {
      let pages = (tooSmall + enough) / 2
      if let stage = try await trial("size=\(pages * 4)k") {
        stages.insert(stage)
        tooSmall = pages
      } else {
        enough = pages
      }
    }
    for fraction in [0.05, 0.2, 0.4, 0.9] {
      if let stage = try await trial("size=\(Int(Double(enough) * fraction) * 4)k") { stages.insert(stage) }
    }
    for pages in enough - 3..<enough {
      if let stage = try await trial("size=\(pages * 4)k") { stages.insert(stage) }
    }
    #expect(stages.isSuperset(of: ["segments", "compaction", "sealing", "flip"]), "\(stages.sorted())")
  }

  @Test("a disk without room for another file is full as well", arguments: [25, 40, 60, 75])
  func names(inodeCount: Int) async throws {
    #expect(try await trial("size=100m,nr_inodes=\(inodeCount)") != nil)
  }

  @Test("a backup into a full disk says so, leaves nothing big, and keeps the earlier backup")
  func backup() async throws {
    try await SmallDisk.mounted(at: mount, options: "size=600k") { disk in
      let backup = mount + "/backup"
      #expect(try await disk.run("backup", backup, "--index", sealed).status == 0)
      #expect(try await Command.run("index", new, "--index", sealed).status == 0)
      let full = try await disk.run("backup", backup, "--index", sealed)
      #expect(full.status == 4 && full.error.contains(backup) && full.error.contains("No space left on device"))
      #expect(full.error.contains("free some space"))
      #expect(try await disk.run("check", "--index", backup).status == 0)
      #expect(try await disk.run("search", "普惠金融", "--index", backup).output.hasPrefix("3 documents"))
      #expect(try await disk.shell("ls -A \"$0\"", backup).lines == ["backup", "current", "generations", "lock"])
      try await disk.shell("mount -o remount,size=100m \"$0\"", mount)
      #expect(try await disk.run("backup", backup, "--index", sealed).status == 0)
      #expect(try await disk.run("search", "农业保险", "--index", backup).output.hasPrefix("10 documents"))
    }
  }

  @Test("a report that finds no room is named, and the index is up to date all the same")
  func report() async throws {
    try await SmallDisk.mounted(at: mount, options: "size=64k") { disk in
      let report = mount + "/report.json"
      try await disk.shell("head -c 1M /dev/zero > \"$0\"", mount + "/fill")
      let full = try await disk.run("index", new, "--index", sealed, "--report", report)
      #expect(full.status == 4 && full.error.contains(report) && full.error.contains("No space left on device"))
      #expect(full.error.contains("make room"))
      #expect(try await disk.shell("ls -A \"$0\"", mount).lines == ["fill", "mounted"])
      #expect(try await Command.run("search", "农业保险", "--index", sealed).output.hasPrefix("10 documents"))
      try await disk.shell("rm \"$0\"", mount + "/fill")
      #expect(try await disk.run("index", new, "--index", sealed, "--report", report).status == 0)
      #expect(try await disk.shell("cat \"$0\"", report).output.contains("\"unchanged\""))
    }
  }

  @Test("a report to a device goes to the device and does not take its place")
  func device() async throws {
    let report = try await Command.run("index", old, "--index", sealed, "--report", "/dev/full")
    #expect(report.status == 4 && report.error.contains("No space left on device"), "\(report.error)")
    var status = stat()
    #expect(stat("/dev/full", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
  }
}
