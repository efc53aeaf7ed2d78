// What NIO's parser refuses, as a problem.

internal import API
internal import NIOHTTP1

extension Problem {
  /// A request that is not HTTP.
  init(_ error: HTTPParserError) {
    if error == .headerOverflow {
      self.init(
        .headerTooLarge,
        "a field has more than \(RequestLimits.fieldBytes) bytes, all together more than \(RequestLimits.headBytes), "
          + "or there are more than \(RequestLimits.fieldCount)")
    } else {
      self.init(
        .malformedRequest, "this is not HTTP/1.1: \(error)",
        hint: error == .invalidURL ? "percent-encode the path and the parameters" : nil)
    }
  }
}
