// A reading of JSON Schema, as far as openapi.json uses it.

import API

/// Says what of a value its schema forbids.
///
/// Knows the keywords that openapi.json has and reports all others, so that none is passed over. Remembers which members
/// of objects it has met: a schema's member that no answer ever has is as wrong as an answer's that no schema has.
struct SchemaValidator {
  private static let notes: Set = ["description", "default", "example"]

  /// The whole document, in which references are looked up.
  let document: JSONValue
  /// The members met so far, each as the pointer of its schema.
  private(set) var met: Set<String> = []

  init(_ document: JSONValue) { self.document = document }

  /// Why a value does not fit the schema at a pointer; empty where it fits.
  mutating func problems(of value: JSONValue, under pointer: String) -> [String] {
    judge(value, document[pointer: pointer], pointer, "$").problems
  }

  /// What is wrong, and which members of an object have a schema.
  private struct Judgement {
    var problems: [String] = []
    var members: Set<String> = []

    static func + (left: Judgement, right: Judgement) -> Judgement {
      Judgement(problems: left.problems + right.problems, members: left.members.union(right.members))
    }
  }

  private mutating func judge(_ value: JSONValue, _ schema: JSONValue?, _ pointer: String, _ place: String) -> Judgement
  {
    guard let schema else { return Judgement(problems: ["there is no schema at \(pointer)"]) }
    guard case .object(let keywords) = schema else { return Judgement() }  // `true`
    var judgement = Judgement()
    for (keyword, rule) in keywords.sorted(by: { $0.key < $1.key }) where !Self.notes.contains(keyword) {
      judgement = judgement + judge(value, keyword, rule, "\(pointer)/\(keyword)", place)
    }
    if case .object(let members) = value {
      judgement = judgement + judge(members, keywords, pointer, place, judgement.members)
    }
    return judgement
  }

  private mutating func judge(
    _ value: JSONValue, _ keyword: String, _ rule: JSONValue, _ pointer: String, _ place: String
  ) -> Judgement {
    func expect(_ fits: Bool) -> Judgement {
      Judgement(problems: fits ? [] : ["\(place) is \(value.short), against \(pointer): \(rule.short)"])
    }
    switch keyword {
    case "$ref": return judge(value, document[pointer: rule.string ?? ""], rule.string ?? "", place)
    case "allOf":
      return (0..<rule.items.count).reduce(into: Judgement()) {
        $0 = $0 + judge(value, rule.items[$1], "\(pointer)/\($1)", place)
      }
    case "anyOf":
      let all = (0..<rule.items.count).map { judge(value, rule.items[$0], "\(pointer)/\($0)", place) }
      return all.first { $0.problems.isEmpty } ?? expect(false)
    case "type": return expect((rule.string.map { [$0] } ?? rule.items.compactMap(\.string)).contains(where: value.is))
    case "const": return expect(value == rule)
    case "enum": return expect(rule.items.contains(value))
    case "minimum": return expect(value.number.map { $0 >= rule.number! } ?? true)
    case "maximum": return expect(value.number.map { $0 <= rule.number! } ?? true)
    case "minItems": return expect(value.is("array") ? value.items.count >= Int(rule.number!) : true)
    case "maxItems": return expect(value.is("array") ? value.items.count <= Int(rule.number!) : true)
    case "pattern": return expect(value.string.map { try! $0.contains(Regex(rule.string!)) } ?? true)
    case "required": return expect(value.is("object") ? rule.items.allSatisfy { value[$0.string!] != nil } : true)
    case "items":
      return value.items.enumerated().reduce(into: Judgement()) {
        $0.problems += judge($1.element, rule, pointer, "\(place)[\($1.offset)]").problems
      }
    case "properties", "additionalProperties", "unevaluatedProperties", "propertyNames": return Judgement()
    default: return Judgement(problems: ["\(pointer): the tests do not know this keyword"])
    }
  }

  /// - Parameter described: members that other parts of the schema have described.
  private mutating func judge(
    _ members: [String: JSONValue], _ schema: [String: JSONValue], _ pointer: String, _ place: String,
    _ described: Set<String>
  ) -> Judgement {
    var judgement = Judgement(members: described)
    for (name, value) in members.sorted(by: { $0.key < $1.key }) {
      if let names = schema["propertyNames"] {
        judgement.problems += judge(.string(name), names, pointer + "/propertyNames", "\(place).\(name)").problems
      }
      if let own = schema["properties"]?[name] {
        met.insert("\(pointer)/properties/\(name)")
        judgement.members.insert(name)
        judgement.problems += judge(value, own, "\(pointer)/properties/\(name)", "\(place).\(name)").problems
      } else if schema["additionalProperties"] == .bool(false)
        || schema["unevaluatedProperties"] == .bool(false) && !described.contains(name)
      {
        judgement.problems.append("\(place).\(name) is not described at \(pointer)")
      } else if case .object? = schema["additionalProperties"] {
        judgement.problems +=
          judge(value, schema["additionalProperties"], pointer + "/additionalProperties", "\(place).\(name)").problems
      }
    }
    return judgement
  }
}

extension JSONValue {
  /// Whether it is of a type, as JSON Schema names it.
  fileprivate func `is`(_ type: String) -> Bool {
    switch (self, type) {
    case (.null, "null"), (.bool, "boolean"), (.integer, "integer"), (.integer, "number"), (.number, "number"),
      (.string, "string"), (.array, "array"), (.object, "object"):
      true
    default: false
    }
  }

  fileprivate var short: String { String(json().prefix(120)) }
}
