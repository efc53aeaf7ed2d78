// LaTeX that recognition wrote for numbers and formulas: `$68.4 \%$` → `68.4%`, `PM_{2.5}` → `PM2.5`.

import Archive

/// Writes formulas as plain text. What it does not understand to the end stays as it is.
enum LaTeX {
  /// No formula of an official document is longer: a guess that keeps the search linear.
  private static let reach = 120

  static func repair(_ draft: inout Draft, _ line: SourceLine) {
    var index = line.range.lowerBound
    while index < line.range.upperBound {
      let end: Int?
      switch draft.scalars[index] {
      case "$": end = formulaEnd(draft, index, line)
      case "_", "^": end = scriptEnd(draft, index, line)
      case "\\": end = commandEnd(draft, index, line)
      default: end = nil
      }
      guard let end else {
        index += 1
        continue
      }
      let inner = draft.scalars[index] == "$" ? index + 1..<end - 1 : index..<end
      var writer = FormulaWriter(draft.scalars[inner])
      if let text = writer.text() {
        draft.change(index..<end, to: text, .latex, confidence: 0.98)
        index = end
      } else {
        index += 1
      }
    }
  }

  /// The end of `$…$`, if what it holds is a formula or a number.
  private static func formulaEnd(_ draft: Draft, _ start: Int, _ line: SourceLine) -> Int? {
    let rest = draft.scalars[start + 1..<min(line.range.upperBound, start + reach)]
    guard let end = rest.firstIndex(where: { $0 == "$" || $0.isHan || $0.isWideMark }), draft.scalars[end] == "$" else {
      return nil
    }
    let inner = draft.scalars[start + 1..<end]
    guard let first = inner.first, let last = inner.last else { return nil }
    let isFormula = inner.contains { $0 == "\\" || $0 == "_" || $0 == "^" || $0 == "=" }
    // `$5 and $6` are prices: a number by itself touches both signs.
    let isNumber = first.isDigit && last.isDigit && inner.allSatisfy { $0.isDigit || $0 == "." || $0 == "," }
    let isSymbol = inner.count <= 2 && inner.allSatisfy { $0.isLatinLetter || $0.isDigit }
    return isFormula || isNumber || isSymbol ? end + 1 : nil
  }

  /// The end of `_{…}` or `^{…}` behind a letter, digit or bracket.
  private static func scriptEnd(_ draft: Draft, _ start: Int, _ line: SourceLine) -> Int? {
    guard start > line.range.lowerBound, start + 1 < line.range.upperBound, draft.scalars[start + 1] == "{",
      draft.scalars[start - 1].isLatinLetter || draft.scalars[start - 1].isDigit || draft.scalars[start - 1] == ")"
        || draft.scalars[start - 1].isHan
    else { return nil }
    let rest = draft.scalars[start + 2..<min(line.range.upperBound, start + reach)]
    return rest.firstIndex(of: "}").map { $0 + 1 }
  }

  /// The end of a command that stands outside of dollar signs.
  private static func commandEnd(_ draft: Draft, _ start: Int, _ line: SourceLine) -> Int? {
    var end = start + 1
    while end < line.range.upperBound, draft.scalars[end].isLatinLetter, draft.scalars[end].value < 0x80 { end += 1 }
    if end == start + 1 { return end < line.range.upperBound && draft.scalars[end] == "%" ? end + 1 : nil }
    return FormulaWriter.symbols[String(scalars: draft.scalars[start + 1..<end])] == nil ? nil : end
  }
}

/// Reads a formula once from left to right and writes what it looks like.
struct FormulaWriter {
  private var rest: ArraySlice<Unicode.Scalar>
  private var result: [Unicode.Scalar] = []

  init(_ formula: ArraySlice<Unicode.Scalar>) { rest = formula }

  /// - Returns: `nil` where it holds anything unknown.
  mutating func text() -> [Unicode.Scalar]? {
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\\": guard command() else { return nil }
      case "_": continue
      case "^": guard superscript() else { return nil }
      case "{", "}", "~": continue
      case "$": return nil
      default: if !scalar.isSpace { result.append(scalar) }
      }
    }
    return result.isEmpty ? nil : result
  }

  private mutating func command() -> Bool {
    guard let next = rest.first else { return false }
    if !next.isLatinLetter {
      rest.removeFirst()
      if "%&#_{}$".unicodeScalars.contains(next) { result.append(next) }
      return "%&#_{}$,;:! ".unicodeScalars.contains(next)
    }
    let name = rest.prefix { $0.isLatinLetter && $0.value < 0x80 }
    rest.removeFirst(name.count)
    guard let symbol = FormulaWriter.symbols[String(scalars: name)] else { return false }
    result.append(contentsOf: symbol.unicodeScalars)
    return true
  }

  /// Digits raised have signs of their own; 10^{4} must not become 104.
  private mutating func superscript() -> Bool {
    var raised = ArraySlice(rest.prefix(1))
    if rest.first == "{" {
      guard let end = rest.firstIndex(of: "}") else { return false }
      raised = rest[rest.startIndex + 1..<end]
      rest = rest[(end + 1)...]
    } else {
      rest = rest.dropFirst()
      if raised.first == "\\" {
        raised += rest.prefix { $0.isLatinLetter }
        rest = rest.drop { $0.isLatinLetter }
      }
    }
    let text = String(scalars: raised.filter { !$0.isSpace }[...])
    if text == "\\circ" || text == "∘" {
      result.append("°")
      return true
    }
    for scalar in text.unicodeScalars {
      guard let high = FormulaWriter.superscripts[scalar] else { return false }
      result.append(high)
    }
    return !text.isEmpty
  }

  private static let superscripts = Dictionary(
    uniqueKeysWithValues: zip("0123456789+-".unicodeScalars, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻".unicodeScalars))

  /// What commands look like; those that only set a font look like nothing.
  static let symbols: [String: String] = [
    "times": "×", "div": "÷", "pm": "±", "sim": "～", "approx": "≈", "neq": "≠", "ne": "≠", "leq": "≤", "le": "≤",
    "leqslant": "≤", "geq": "≥", "ge": "≥", "geqslant": "≥", "lt": "<", "gt": ">", "cdot": "·", "cdots": "…",
    "ldots": "…", "dots": "…", "circ": "°", "degree": "°", "rightarrow": "→", "to": "→", "leftarrow": "←",
    "uparrow": "↑", "downarrow": "↓", "infty": "∞", "sum": "∑", "alpha": "α", "beta": "β", "gamma": "γ",
    "delta": "δ", "Delta": "Δ", "theta": "θ", "lambda": "λ", "mu": "μ", "pi": "π", "rho": "ρ", "sigma": "σ",
    "Sigma": "Σ", "phi": "φ", "omega": "ω", "Omega": "Ω", "mathrm": "", "text": "", "mathbf": "", "mathit": "",
    "rm": "", "bf": "", "left": "", "right": "", "quad": "", "qquad": "", "textcircled": "",
  ]
}
