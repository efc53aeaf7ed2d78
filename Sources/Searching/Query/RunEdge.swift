// Where a run ends in a number or a word of letters, which must not go on in the text: 5日内 is not in 15日内.

/// What must not stand beside a run's end.
struct RunEdge: Hashable, Sendable {
  private enum Kind {
    case digits
    case letters

    init?(_ byte: UInt8) {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): self = .digits
      case UInt8(ascii: "a")...UInt8(ascii: "z"): self = .letters
      default: return nil
      }
    }
  }

  private let kind: Kind
  /// The marks that go on with a number where a digit stands behind them.
  private let marks: [UInt8]

  /// The edge before a run; nil where anything may stand there, as before Han.
  ///
  /// - Parameter run: folded.
  init?(before run: String) {
    guard let kind = run.utf8.first.flatMap(Kind.init) else { return nil }
    self.kind = kind
    guard kind == .digits else { marks = []; return }
    let digits = run.utf8.prefix { Kind($0) == .digits }
    switch digits.count {
    // Groups of thousands: 100人 is not in 2,100人.
    case 3: marks = [UInt8(ascii: "."), UInt8(ascii: ",")]
    // A year behind the number of an item: 3.2024年预算.
    case 4 where run.utf8.dropFirst(4).starts(with: "年".utf8): marks = []
    default: marks = [UInt8(ascii: ".")]
    }
  }

  /// The edge behind a run.
  init?(behind run: String) {
    guard let kind = run.utf8.last.flatMap(Kind.init) else { return nil }
    self.kind = kind
    marks = kind == .digits ? [UInt8(ascii: ".")] : []
  }

  /// What must not stand there.
  var characters: [String] {
    (UInt8(0)...UInt8(0x7F)).filter { Kind($0) == kind }.map { String(UnicodeScalar($0)) }
  }

  /// What must not stand there either, where one of the ``characters`` stands behind it.
  var joints: [String] { marks.map { String(UnicodeScalar($0)) } }

  /// Whether a text goes on with the run at a place.
  ///
  /// - Parameters:
  ///   - place: the offset right beside the run; it may lie outside the text.
  ///   - step: 1 or -1, away from the run.
  func goesOn(in text: UnsafeBufferPointer<UInt8>, at place: Int, step: Int) -> Bool {
    func isKin(_ place: Int) -> Bool { text.indices.contains(place) && Kind(text[place]) == kind }
    if isKin(place) { return true }
    return text.indices.contains(place) && marks.contains(text[place]) && isKin(place + step)
  }
}
