// openapi.json as the daemon serves it, for tests to read.

import API
import Foundation

@testable import Service

extension JSONValue {
  /// openapi.json.
  static let contract = try! JSONDecoder().decode(JSONValue.self, from: Data(PackageResources.openapi_json))

  /// A member of an object.
  subscript(_ name: String) -> JSONValue? {
    get { if case .object(let members) = self { members[name] } else { nil } }
    set {
      guard case .object(var members) = self else { return }
      members[name] = newValue
      self = .object(members)
    }
  }

  /// What a reference within the document leads to, `#/components/…`.
  subscript(pointer pointer: String) -> JSONValue? {
    var value: JSONValue? = self
    for step in pointer.split(separator: "/").dropFirst() {
      let name = String(step).replacing("~1", with: "/").replacing("~0", with: "~")
      if case .array(let items)? = value { value = Int(name).map { items[$0] } } else { value = value?[name] }
    }
    return value
  }

  /// The names of an object's members, sorted.
  var names: [String] { if case .object(let members) = self { members.keys.sorted() } else { [] } }

  /// An array's items.
  var items: [JSONValue] { if case .array(let items) = self { items } else { [] } }

  var string: String? { if case .string(let text) = self { text } else { nil } }

  var number: Double? {
    switch self {
    case .integer(let integer): Double(integer)
    case .number(let number): number
    default: nil
    }
  }

  /// The value, or what it refers to within the document.
  func resolved() -> JSONValue { self["$ref"]?.string.flatMap { JSONValue.contract[pointer: $0]?.resolved() } ?? self }
}
