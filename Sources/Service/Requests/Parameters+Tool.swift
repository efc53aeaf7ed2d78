// Parameters to the request of a tool that they are the members of.

internal import API
internal import Foundation

extension Parameters {
  /// The request whose members the parameters are.
  ///
  /// - Throws: `missingParameter`; `invalidParameter` for a value of another type.
  func request<Request: ToolRequest>(_ type: Request.Type) throws(Problem) -> Request {
    let lists = Request.lists.map(\.stringValue)
    let integers = Request.integers.map(\.stringValue)
    var members: [String: any Sendable] = [:]
    for name in Request.CodingKeys.allCases.map(\.stringValue) where contains(name) {
      if lists.contains(name) {
        members[name] = try texts(name)
      } else if integers.contains(name) {
        members[name] = try integer(name, in: Int.min...Int.max)
      } else {
        members[name] = try text(name)
      }
    }
    do {
      return try JSONDecoder().decode(type, from: JSONSerialization.data(withJSONObject: members))
    } catch let error as DecodingError {
      throw Parameters.problem(error)
    } catch {
      throw Problem(.invalidParameter, "the parameters do not fit")
    }
  }

  private static func problem(_ error: DecodingError) -> Problem {
    switch error {
    case .keyNotFound(let key, _): Problem(.missingParameter, "\(key.stringValue) is missing")
    case .dataCorrupted(let context), .typeMismatch(_, let context), .valueNotFound(_, let context):
      Problem(
        .invalidParameter, "\(context.codingPath.first?.stringValue ?? "a parameter"): \(context.debugDescription)")
    @unknown default: Problem(.invalidParameter, "the parameters do not fit")
    }
  }
}
