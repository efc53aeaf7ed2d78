// What the daemon adds to a search, against a server that only says "ok".

internal import API
internal import Client
internal import Foundation
internal import Indexing
internal import Logging
internal import NIOCore
internal import Searching
internal import Service

/// Asks a daemon in this process over its socket, and bare servers in between.
struct ServeMeasurement {
  private let index: String
  private let directory: String

  init(index: String, directory: String) {
    self.index = index
    self.directory = directory
  }

  func run(rounds: Int) throws {
    print(
      """
      serving, 10 hits with a passage each; microseconds at p50, \(rounds) rounds
        protocol: round trip less engine and encoding
        bare: a round trip to an HTTP server that says "ok"
        handing over: to one that lets a thread wait as long, and answers as many bytes; less the waiting
        inline: to one that searches and encodes on its event loop; less engine and encoding
      """)
    let texts = try IndexContent(IndexReader(directory: index)).texts
    var sampler = try QuerySampler(texts)
    // Nothing to look for: the daemon by itself, with caches that no search has swept. And those that need no filter.
    let nothing = QuerySet(name: "no words", queries: Array(repeating: "。", count: QuerySampler.queryCount))
    let sets = try [nothing] + sampler.draw().filter(\.filters.isEmpty)
    // What the process does once and in the background has to be over.
    Suggester.prepare()
    for placement in Placement.possible {
      defer { Placement.release() }
      try placement.placeServers()
      let servers = try Servers(index: index, directory: directory)
      defer { servers.stop() }
      try placement.placeAsker()
      try measure(sets, servers, placement, rounds)
      guard placement == .free else { continue }
      try DeadlineMeasurement(socket: servers.daemon.socket, texts: texts).run(rounds: rounds)
    }
  }

  private func measure(_ sets: [QuerySet], _ servers: Servers, _ placement: Placement, _ rounds: Int) throws {
    print("threads: \(placement.rawValue)")
    var table = Table(
      "", "round trip", "engine", "encoding", "protocol", "bare", "handing over", "inline", "protocol to bare",
      "to inline", "inline to bare")
    for set in sets { table.add(set.name, try servers.ask(set.queries, rounds: rounds)) }
    table.print()
    print("")
  }
}

/// The daemon, and those it is compared with.
private struct Servers {
  let daemon: Daemon
  private let bare: BareServer
  private let handing: BareServer
  private let inline: BareServer
  private let worker: IdleWorker
  private let search: InlineSearch

  init(index: String, directory: String) throws {
    let worker = IdleWorker()
    let search = try InlineSearch(index: index)
    (self.worker, self.search) = (worker, search)
    let options = ServiceOptions(index: index, socket: directory + "/daemon.sock")
    daemon = try Daemon(options, logger: Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() })
    bare = try BareServer(socket: directory + "/bare.sock") { $0(ByteBuffer(string: "ok")) }
    handing = try BareServer(socket: directory + "/handing.sock") { worker.submit($0) }
    inline = try BareServer(socket: directory + "/inline.sock") { search.answer($0) }
  }

  func stop() {
    for server in [bare, handing, inline] { try? server.stop() }
    worker.stop()
    daemon.stop()
  }

  /// Asks all of them in turn, query by query; the first round warms the caches and does not count.
  func ask(_ queries: [String], rounds: Int) throws -> [Trip] {
    let askers = try (
      daemon: Asker(daemon.socket), bare: Asker(bare.socket), handing: Asker(handing.socket),
      inline: Asker(inline.socket)
    )
    var trips: [Trip] = []
    for round in 0...rounds {
      for query in queries {
        var trip = try askers.daemon.search(query)
        trip.bare = try askers.bare.microseconds()
        worker.imitate(microseconds: trip.engine + trip.encoding, byteCount: trip.byteCount)
        trip.handing = try askers.handing.microseconds() - trip.engine - trip.encoding
        search.expect(query)
        trip.inline = try askers.inline.microseconds() - search.spent
        if round > 0 { trips.append(trip) }
      }
    }
    return trips
  }
}

extension Table {
  fileprivate mutating func add(_ name: String, _ trips: [Trip]) {
    func median(_ value: (Trip) -> Double) -> Double { Percentiles(trips.map(value)).median }
    let (ours, bare, inline) = (median(\.protocol), median(\.bare), median(\.inline))
    add(
      name, median(\.whole).rounded(places: 1), median(\.engine).rounded(places: 1),
      median(\.encoding).rounded(places: 1), ours.rounded(places: 1), bare.rounded(places: 1),
      median(\.handing).rounded(places: 1), inline.rounded(places: 1), (ours / bare).rounded(places: 2),
      (ours / inline).rounded(places: 2), (inline / bare).rounded(places: 2))
  }
}

/// Where the microseconds of one search went.
private struct Trip {
  let whole: Double
  /// What the answer says it took.
  let engine: Double
  /// What the daemon says making JSON took.
  let encoding: Double
  /// How long the answer was.
  let byteCount: Int
  /// What the same moment's trips to the other servers took.
  var bare = 0.0
  var handing = 0.0
  var inline = 0.0
  var `protocol`: Double { whole - engine - encoding }
}

/// A connection that stays open.
private final class Asker {
  /// How long before each trip nobody is asked. A daemon's worker sends its answer before it frees what that was made
  /// of and wakes the loop, in 5 to 25 us (measured): the next server must not have to wait for that.
  private static let settlingTime = Duration.microseconds(300)
  private let connection: UnixConnection
  private let socket: String

  init(_ socket: String) throws {
    self.socket = socket
    connection = try UnixConnection(socket, timeout: 60)
  }

  /// Asks the bare server.
  func microseconds() throws -> Double {
    try exchange(HTTPExchange(method: "GET", target: "/").bytes).microseconds
  }

  /// Asks the daemon.
  func search(_ query: String) throws -> Trip {
    let allowed = CharacterSet.alphanumerics.intersection(CharacterSet(charactersIn: "\0"..."\u{7F}"))
    let target = "/v1/search?q=" + (query.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")
    let (response, whole) = try exchange(HTTPExchange(method: "GET", target: target).bytes)
    let text = String(decoding: response.body, as: UTF8.self)
    let timing = response.fields["server-timing"] ?? ""
    guard response.status == 200, let engine = text.firstMatch(of: /"took_us":(\d+)/).flatMap({ Double($0.1) }),
      let encoding = timing.firstMatch(of: /render;dur=([0-9.]+)/).flatMap({ Double($0.1) })
    else { throw BenchmarkError(description: "the daemon answers \(query) with \(text)") }
    return Trip(whole: whole, engine: engine, encoding: encoding * 1_000, byteCount: response.body.count)
  }

  private func exchange(_ request: [UInt8]) throws -> (response: HTTPResponse, microseconds: Double) {
    let clock = ContinuousClock()
    let settled = clock.now + Asker.settlingTime
    // Not only spinning: the server may have this very CPU.
    while clock.now < settled { sched_yield() }
    let start = clock.now
    try connection.send(request)
    var bytes: [UInt8] = []
    while true {
      try connection.receive(into: &bytes)
      let end = clock.now
      if let response = try HTTPExchange.response(in: bytes, from: socket) {
        return (response, (end - start) / .microseconds(1))
      }
    }
  }
}
