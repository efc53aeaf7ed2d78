// The daemon's claim on its socket and index, and what it serves.

import API
import Client
import Foundation
import Indexing
import Searching
import TestSupport
import Testing

@testable import Service

@Suite("daemon", .timeLimit(.minutes(2)))
struct DaemonTests {
  @Test("the socket is for its owner alone, in a directory for its owner alone")
  func modes() throws {
    let served = try ServedIndex()
    #expect(try mode(served.socket) == 0o600)
    #expect(try mode((served.socket as NSString).deletingLastPathComponent) == 0o700)
    served.daemon.stop()
  }

  @Test("stopping leaves neither socket nor lock")
  func leavings() throws {
    let served = try ServedIndex()
    served.daemon.stop()
    #expect(try FileManager.default.contentsOfDirectory(atPath: served.directory.path + "/s") == [])
    #expect(!FileManager.default.fileExists(atPath: served.index + "/daemon"))
  }

  @Test("a second daemon on the socket or for the index is refused with the first one's pid; the first goes on")
  func second() throws {
    let served = try ServedIndex()
    for socket in [served.socket, served.directory.path + "/other.sock"] {
      let error = #expect(throws: ServiceError.self) {
        try Daemon(ServiceOptions(index: served.index, socket: socket), logger: .silent)
      }
      #expect(error?.code == .taken)
      #expect(error?.message.contains("process \(getpid())") == true)
    }
    #expect(!FileManager.default.fileExists(atPath: served.directory.path + "/other.sock"))
    #expect(try DaemonClient(socket: served.socket).status().documents == 3)
    served.daemon.stop()
  }

  @Test("a socket that somebody serves without our lock is not taken, nor a file that is no socket")
  func foreign() throws {
    let directory = try TemporaryDirectory()
    let path = directory.path + "/s"
    let first = try ListeningSocket(path)
    unlink(path + ".lock")
    #expect(#expect(throws: ServiceError.self) { try ListeningSocket(path) }?.code == .taken)
    first.remove()
    close(first.descriptor)
    try directory.write("mine", to: "file")
    #expect(#expect(throws: ServiceError.self) { try ListeningSocket(directory.path + "/file") }?.code == .invalidPath)
    #expect(FileManager.default.contents(atPath: directory.path + "/file") == Data("mine".utf8))
  }

  @Test("a socket that a dead daemon left is taken over")
  func stale() throws {
    let directory = try TemporaryDirectory()
    let dead = try ListeningSocket(directory.path + "/s")
    unlink(directory.path + "/s.lock")
    close(dead.descriptor)
    let next = try ListeningSocket(directory.path + "/s")
    #expect(try RawConnection(next.path).isOpen)
    next.remove()
    close(next.descriptor)
  }

  @Test("a path that is too long for a socket is an error that says so")
  func longPath() throws {
    let path = "/tmp/" + String(repeating: "x", count: 103)
    #expect(#expect(throws: ServiceError.self) { try SocketPath.resolve(path) }?.code == .invalidPath)
    #expect(try SocketPath.resolve(String(path.dropLast())).utf8.count == 107)
  }

  @Test("without an index there is no daemon, and no socket is left")
  func noIndex() throws {
    let directory = try TemporaryDirectory()
    let options = ServiceOptions(index: directory.path + "/index", socket: directory.path + "/s")
    let error = #expect(throws: ServiceError.self) { try Daemon(options, logger: .silent) }
    #expect(error?.cause?.code == .missing)
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == [])
  }

  @Test("the socket's place comes from the environment")
  func standardPath() {
    #expect(SocketPath.standard(["SUOYIN_SOCKET": "/a/b", "XDG_RUNTIME_DIR": "/run/user/1"]) == "/a/b")
    #expect(
      SocketPath.standard(["SUOYIN_SOCKET": "", "XDG_RUNTIME_DIR": "/run/user/1"]) == "/run/user/1/suoyin/suoyin.sock")
    #expect(SocketPath.standard(["TMPDIR": "/t"]) == "/t/suoyin-\(geteuid())/suoyin.sock")
    #expect(SocketPath.standard([:]) == "/tmp/suoyin-\(geteuid())/suoyin.sock")
  }

  @Test("client, socket and index give the same values")
  func sameValues() throws {
    let served = try ServedIndex(documentCount: 40)
    let client = try #require(DaemonClient(servingIndex: served.index))
    #expect(client.socket == served.socket)
    let searcher = try Searcher(reader: IndexReader(directory: served.index))
    #expect(try client.status() == searcher.status())
    for id in ["篇 7/上#1", "没有", ""] {
      #expect(try client.document(id) == searcher.document(id))
      let original = try client.document(id, withOriginal: true)
      #expect(
        try original == searcher.document(id, withOriginal: true) && (original == nil || original?.original != nil))
    }
    #expect(try client.similar(to: "", limit: 1) == searcher.similar(to: "", limit: 1))
    for query in ["普惠金融", "\"农业保险\" 第3号", "", "火星", "“", "甲字第12号 通知"] {
      let request = SearchRequest(query: query, limit: 7, passages: 2)
      var (through, direct) = (try client.search(request), try searcher.search(request))
      through.tookMicroseconds = 0
      direct.tookMicroseconds = 0
      #expect(through == direct)
      #expect(through.json() == direct.json())
    }
    served.daemon.stop()
    #expect(DaemonClient(servingIndex: served.index) == nil)
    #expect(throws: ClientError.self) { try client.status() }
  }

  @Test("filters give the same through the socket, and are refused with the same words")
  func filters() throws {
    let served = try ServedIndex(documentCount: 40)
    let client = try #require(DaemonClient(servingIndex: served.index))
    let searcher = try Searcher(reader: IndexReader(directory: served.index))
    for filters in [["id=篇 7/上#1", "id=篇 8/上#1"], ["标题=通知1"], ["text=普惠金融", "collection=default"], ["kind=意见"]] {
      for query in ["", "普惠金融 通知7", "\"农业保险\""] {
        let request = SearchRequest(query: query, filters: filters.map { Filter($0)! }, limit: 7)
        var (through, direct) = (try client.search(request), try searcher.search(request))
        (through.tookMicroseconds, direct.tookMicroseconds) = (0, 0)
        #expect(through.json() == direct.json())
      }
    }
    for filter in ["date=abc", "dte=2024", "kind="] {
      let request = SearchRequest(query: "通知", filters: [Filter(filter)!])
      let direct = #expect(throws: SearchError.self) { try searcher.search(request) }
      let through = #expect(throws: ClientError.self) { try client.search(request) }
      guard case .refused(let problem) = through else { return #expect(through == nil) }
      #expect(problem.kind == .invalidParameter && problem.status == 400)
      #expect(problem.detail == direct?.message && problem.hint == direct?.hint)
    }
    served.daemon.stop()
  }

  @Test("who stops sending while a long answer is on its way still gets all of it")
  func slowReader() throws {
    let served = try ServedIndex(documentCount: 900)
    let connection = try RawConnection(served.socket)
    connection.send("GET /v1/search?q=%E9%87%91%E8%9E%8D&limit=900&deadline_ms=60000 HTTP/1.1\r\nhost: x\r\n\r\n")
    // By then the answer fills the socket; were it not so, the test would only test less.
    usleep(500_000)
    connection.stopSending()
    usleep(100_000)
    let body = try #require(try connection.responses().first).body
    #expect(body.count > 300_000)
    #expect(try JSONDecoder().decode(SearchAnswer.self, from: body).hits.count == 900)
    served.daemon.stop()
  }

  @Test("the lock entry of another process or another directory leads to no daemon")
  func strangeEntries() throws {
    let served = try ServedIndex()
    let copy = served.directory.path + "/copy"
    try FileManager.default.copyItem(atPath: served.index, toPath: copy)
    #expect(DaemonClient(servingIndex: copy) == nil)
    let record = DaemonRecord(pid: 1, socket: served.socket, index: copy)
    try served.directory.write(record.json(), to: "copy/daemon")
    #expect(DaemonClient(servingIndex: copy) == nil)
    try served.directory.write("nonsense", to: "copy/daemon")
    #expect(DaemonClient(servingIndex: copy) == nil)
    served.daemon.stop()
  }

  private func mode(_ path: String) throws -> Int {
    try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
  }
}
