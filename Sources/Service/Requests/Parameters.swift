// The parameters of a request, from its query string or its JSON body.

internal import API
internal import Foundation

/// Named values, all of them known names.
struct Parameters {
  fileprivate enum Value {
    case text(String)
    case texts([String])
    case integer(Int)
    case flag(Bool)
    /// JSON of another type.
    case other
  }

  private var values: [String: Value] = [:]
  /// Whether values have types, as in JSON; a query string has texts only.
  private let isTyped: Bool

  /// Reads a query string, as forms encode it.
  ///
  /// - Parameter lists: names that may be given more than once.
  /// - Throws: `unknownParameter`; `invalidParameter` for another name given twice; `malformedRequest`.
  init(query: Substring, known: [String], lists: [String] = []) throws(Problem) {
    isTyped = false
    for pair in query.utf8.split(separator: UInt8(ascii: "&")) {
      let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
      let name = try PercentCoding.decode(query[pair.startIndex..<equals], plusIsSpace: true)
      let value = try PercentCoding.decode(query[equals..<pair.endIndex].dropFirst(), plusIsSpace: true)
      try Parameters.refuse(name, unlessIn: known)
      if lists.contains(name) {
        let given = try texts(name)
        values[name] = .texts(given + [value])
      } else if values.updateValue(.text(value), forKey: name) != nil {
        throw Problem(.invalidParameter, "\(name) is given twice")
      }
    }
  }

  /// Reads a JSON object. A value is looked at only if all names are known: this is done on the event loop, and a body has
  /// room for a hundred thousand of them.
  ///
  /// - Throws: `unknownParameter`; `malformedRequest` when the bytes are not one JSON object in UTF-8.
  init(json bytes: [UInt8], known: [String]) throws(Problem) {
    isTyped = true
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw Problem(.malformedRequest, "the body is not UTF-8")
    }
    do {
      values = try JSONDecoder().decode(Members.self, from: Data(bytes), configuration: known).values
    } catch let problem as Problem {
      throw problem
    } catch {
      throw Problem(.malformedRequest, "the body is not a JSON object", hint: #"send for example {"q":"普惠金融"}"#)
    }
  }

  fileprivate static func refuse(_ name: String, unlessIn known: [String]) throws(Problem) {
    guard !known.contains(name) else { return }
    throw Problem(
      .unknownParameter, "there is no parameter “\(name.prefix(80))” here",
      hint: known.isEmpty ? "this path takes none" : "there are: \(known.joined(separator: ", "))")
  }

  /// A required text.
  func text(_ name: String) throws(Problem) -> String {
    switch values[name] {
    case .text(let text): return text
    case nil: throw Problem(.missingParameter, "\(name) is missing")
    default: throw Problem(.invalidParameter, "\(name) is not a string")
    }
  }

  /// Whether it is given.
  func contains(_ name: String) -> Bool { values[name] != nil }

  /// Texts, none where it is not given; a single one need not be an array.
  func texts(_ name: String) throws(Problem) -> [String] {
    switch values[name] {
    case nil: return []
    case .text(let text): return [text]
    case .texts(let texts): return texts
    default: throw Problem(.invalidParameter, "\(name) is not a string or an array of strings")
    }
  }

  /// An optional one of some names.
  func choice<Value: Choice>(_ name: String) throws(Problem) -> Value? {
    guard contains(name) else { return nil }
    let given = try text(name)
    guard let value = Value(rawValue: given) else {
      throw Problem(.invalidParameter, "\(name) is “\(given.prefix(80))”", hint: "there are: \(Value.names)")
    }
    return value
  }

  /// An optional yes or no: `1` or `0`, in JSON also `true` or `false`.
  func flag(_ name: String) throws(Problem) -> Bool? {
    if case .flag(let value)? = values[name] { return value }
    return try integer(name, in: 0...1).map { $0 == 1 }
  }

  /// An optional integer within a range.
  func integer(_ name: String, in range: ClosedRange<Int>) throws(Problem) -> Int? {
    let value: Int
    switch values[name] {
    case nil: return nil
    case .integer(let integer): value = integer
    case .text(let text):
      guard !isTyped, let integer = Int(text) else {
        throw Problem(.invalidParameter, "\(name) is “\(text.prefix(80))”, which is not an integer")
      }
      value = integer
    case .texts, .flag, .other: throw Problem(.invalidParameter, "\(name) is not an integer")
    }
    guard range.contains(value) else {
      throw Problem(.invalidParameter, "\(name) is \(value); it must be \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }
}

/// The members of a JSON object whose names are known.
private struct Members: DecodableWithConfiguration {
  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  let values: [String: Parameters.Value]

  /// - Parameter known: the names there may be.
  /// - Throws: the problem with the first other one, in their order.
  init(from decoder: any Decoder, configuration known: [String]) throws {
    let container = try decoder.container(keyedBy: Name.self)
    let names = container.allKeys
    if let unknown = names.lazy.map(\.stringValue).filter({ !known.contains($0) }).min() {
      try Parameters.refuse(unknown, unlessIn: known)
    }
    var values: [String: Parameters.Value] = [:]
    for name in names { values[name.stringValue] = try container.decode(Parameters.Value.self, forKey: name) }
    self.values = values
  }
}

extension Parameters.Value: Decodable {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let integer = try? container.decode(Int.self) {
      self = .integer(integer)
    } else if let texts = try? container.decode([String].self) {
      self = .texts(texts)
    } else {
      self = .other
    }
  }
}
