// A small index, and a daemon in this process that serves it.

import API
import Client
import Foundation
import Indexing
import Logging
import NIOCore
import Service
import TestSupport

/// An index of made-up notices and its daemon.
struct ServedIndex {
  let directory = try! TemporaryDirectory()
  let daemon: Daemon
  var index: String { directory.path + "/index" }
  var socket: String { daemon.socket }

  /// - Parameter change: changes the daemon's options.
  init(
    documentCount: Int = 3, logger: Logger = .silent, _ change: (inout ServiceOptions) -> Void = { _ in }
  ) throws {
    try ServedIndex.write(documentCount, mark: "甲", below: directory)
    var options = ServiceOptions(index: directory.path + "/index", socket: directory.path + "/s/suoyin.sock")
    options.workerCount = 2
    // A busy machine takes longer than users would wait.
    options.defaultDeadlineMilliseconds = 60_000
    change(&options)
    daemon = try Daemon(options, logger: logger)
  }

  /// Indexes documents that all hold the mark; the next mark replaces them.
  static func write(_ documentCount: Int, mark: String, below directory: TemporaryDirectory) throws {
    var lines = ""
    for number in 1...documentCount {
      let text = "\(mark)字第\(number)号文件推进普惠金融，加快农业保险。各单位应当认真执行。"
      lines += DocumentLine(id: "篇 \(number)/上#1", title: "通知\(number)", text: text).json() + "\n"
    }
    try directory.write(lines, to: "corpus/records.jsonl")
    let report = try Indexer(directory: directory.path + "/index").run(roots: [directory.path + "/corpus"])
    precondition(report.problems.isEmpty, "\(report.problems)")
  }

  private struct DocumentLine: Encodable {
    let id: String
    let title: String
    let text: String
  }
}

extension Logger {
  /// For tests whose log nobody reads.
  static var silent: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }
}
