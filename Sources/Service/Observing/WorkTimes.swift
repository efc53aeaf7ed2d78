// Where the time of a request went.

/// How long a request waited, was worked on, and was written.
struct WorkTimes: Sendable {
  /// Until a worker took it.
  let queue: Duration
  /// Until there was an answer.
  let engine: Duration
  /// Until the answer was JSON.
  let render: Duration

  var parts: [(name: String, duration: Duration)] { [("queue", queue), ("engine", engine), ("render", render)] }
}
