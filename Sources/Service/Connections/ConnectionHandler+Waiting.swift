// How long a connection waits for its client.

internal import API
internal import NIOCore

extension ConnectionHandler {
  /// Looks at the clock when the client's turn may be over, or later if it is not its turn now. One timer that renews
  /// itself costs less than one for each request.
  func watch(_ context: ChannelHandlerContext) {
    let timeout = TimeAmount(options.idleTimeout)
    timer = context.eventLoop.assumeIsolated().scheduleTask(deadline: (turn.began ?? .now()) + timeout) {
      guard let since = self.waitsSince(context.channel), since + timeout <= .now() else { return self.watch(context) }
      if case .reading = self.phase {
        self.refuse(Problem(.requestTimeout, "the rest of the request did not come"), context)
      } else {
        context.close(promise: nil)
      }
    }
  }

  /// Since when it has been the client's turn; nil where it is not.
  func waitsSince(_ channel: any Channel) -> NIODeadline? {
    turn.note(unsentByteCount: ConnectionHandler.unsentByteCount(channel))
    return turn.began
  }

  /// How many bytes of answers wait in the channel until the socket takes them.
  static func unsentByteCount(_ channel: any Channel) -> Int {
    (try? channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
  }
}
