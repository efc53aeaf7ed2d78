// How much one request may hold.

/// The bounds of one request that nobody needs to change; a query has at most 4 KiB, three times that percent-encoded.
enum RequestLimits {
  /// The longest request target, and the longest single header field.
  static let fieldBytes = 16 << 10
  /// The whole head of a request.
  static let headBytes = 64 << 10
  /// Header fields of one request.
  static let fieldCount = 100
  /// The longest body. The longest that can mean something is a trend of eight queries with every character as \uXXXX, six
  /// bytes for one: 192 KiB, and 24 of filters.
  static let bodyBytes = 256 << 10
}
