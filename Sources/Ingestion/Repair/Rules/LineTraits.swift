// What one quick scan of a line says about which rules have anything to do on it.

import ICU

/// Kinds of characters that rules look for.
struct LineTraits: OptionSet {
  let rawValue: UInt8

  /// White space within the text.
  static let space = LineTraits(rawValue: 1)
  /// ASCII letters, and 曰, which recognition puts for 日.
  static let letter = LineTraits(rawValue: 2)
  /// Half-width signs that Chinese text has in full width: `( ) , : ; ? ! " ' < >`.
  static let halfWidthSign = LineTraits(rawValue: 4)
  /// Signs of Markdown and LaTeX: `* # \ $ _ ^`.
  static let markup = LineTraits(rawValue: 8)
  /// Dashes and hyphens.
  static let dash = LineTraits(rawValue: 16)
  /// Characters that are printed in simplified text by mistake only.
  static let traditional = LineTraits(rawValue: 32)
  /// Signs that hardly any text has between Han characters.
  static let odd = LineTraits(rawValue: 64)

  /// The kinds that occur in each line of a text.
  static func traits(of lines: [SourceLine], _ scalars: [Unicode.Scalar]) -> [LineTraits] {
    // Every character of a text is looked up here, so nothing is checked or counted twice.
    table.withUnsafeBufferPointer { table in
      scalars.withUnsafeBufferPointer { scalars in
        lines.map { line in
          var bits: UInt8 = 0
          for index in line.range where scalars[index].value < 0x10000 { bits |= table[Int(scalars[index].value)] }
          return LineTraits(rawValue: bits)
        }
      }
    }
  }

  /// How many characters of a text are of a kind.
  static func count(of kind: LineTraits, in scalars: [Unicode.Scalar]) -> Int {
    table.withUnsafeBufferPointer { table in
      scalars.count { $0.value < 0x10000 && table[Int($0.value)] & kind.rawValue != 0 }
    }
  }

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The kinds of one character.
  init(_ scalar: Unicode.Scalar) {
    self.init(rawValue: scalar.value < 0x10000 ? LineTraits.table[Int(scalar.value)] : 0)
  }

  private static let table: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 0x10000)
    func set(_ trait: LineTraits, _ scalars: some Sequence<Unicode.Scalar>) {
      for scalar in scalars where scalar.value < 0x10000 { table[Int(scalar.value)] |= trait.rawValue }
    }
    for value in UInt32(0)..<0x3001 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      if scalar.isSpace { set(.space, [scalar]) }
      if StraySigns.isOdd(scalar) { set(.odd, [scalar]) }
    }
    for value in UInt32(0xE000)...0xFEFF {
      if let scalar = Unicode.Scalar(value), StraySigns.isOdd(scalar) { set(.odd, [scalar]) }
    }
    set(.letter, ("A"..."Z").map { $0 } + ("a"..."z").map { $0 } + ["曰"])
    set(.halfWidthSign, "(),:;?!\"'<>".unicodeScalars)
    set(.markup, "*#\\$_^".unicodeScalars)
    set(.dash, "-—".unicodeScalars)
    set(.traditional, TraditionalSlips.simplified.keys)
    return table
  }()
}

extension ClosedRange<Unicode.Scalar> {
  /// The code points of a range within ASCII.
  fileprivate func map<T>(_ transform: (Unicode.Scalar) -> T) -> [T] {
    (lowerBound.value...upperBound.value).compactMap(Unicode.Scalar.init).map(transform)
  }
}
