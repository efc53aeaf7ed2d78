// Ranges of shares and quantities as terms.

public import Archive

extension TypedTerm {
  /// An end of a range.
  public struct Bound: Hashable, Sendable {
    /// Where the range ends.
    public let figure: Figure
    /// Whether the figure itself belongs to the range.
    public let isInclusive: Bool

    /// An end at a figure.
    public init(_ figure: Figure, isInclusive: Bool = true) {
      self.figure = figure
      self.isInclusive = isInclusive
    }
  }

  /// A stretch of the dictionary, whose terms must be listed.
  public struct Scan: Hashable, Sendable {
    /// What all terms of the stretch begin with.
    public let prefix: String
    /// No term of the stretch stands before it in byte order.
    public let from: String
    /// No term of the stretch stands behind it in byte order; hardly ever a term itself.
    public let to: String
  }

  /// What together finds all figures of a range, and no others.
  public struct Cover: Hashable, Sendable {
    /// Terms of buckets that lie inside the range.
    public var buckets: [String] = []
    /// Where buckets lie partly inside: at most two stretches, each of figures that agree in their first two digits (or
    /// are too large or small to matter).
    public var scans: [Scan] = []
  }

  /// The terms that find all shares, or quantities of a unit, within a range.
  ///
  /// - Parameters:
  ///   - measure: shares, or the unit.
  ///   - lower: where the range begins; `nil` for everything from zero on.
  ///   - upper: where it ends; `nil` for no end.
  ///   - field: the field whose text states them.
  /// - Returns: at most some seventy buckets; nothing at all for an empty range.
  public static func cover(_ measure: Measure, lower: Bound?, upper: Bound?, in field: Field) -> Cover {
    var cover = Cover()
    guard let to = upper.map(lastKey) ?? ":" else { return cover }
    // A key is never continued by a 0, so that this stands right behind it.
    let from = lower.map { $0.figure.sortKey + ($0.isInclusive ? "" : "0") } ?? ""
    guard from <= to else { return cover }
    let bucketPrefix = TermUnit.typed.term(measure.name + "~", in: field)
    let exactPrefix = TermUnit.typed.term(measure.name + ":", in: field)
    func add(_ bucket: FigureBucket) {
      if from <= bucket.lower, bucket.upper <= to {
        cover.buckets.append(bucketPrefix + bucket.name)
      } else if from <= bucket.upper, bucket.lower <= to {
        let parts = bucket.parts
        parts.forEach(add)
        guard parts.isEmpty else { return }
        cover.scans.append(
          Scan(
            prefix: exactPrefix, from: exactPrefix + max(from, bucket.lower), to: exactPrefix + min(to, bucket.upper)))
      }
    }
    FigureBucket.powers.forEach(add)
    return cover
  }

  /// A text after the sort keys of all figures up to a bound and before those of all others; nil where there are none.
  private static func lastKey(_ bound: Bound) -> String? {
    let key = bound.figure.sortKey
    if bound.isInclusive { return key }
    // The key's last digit is 1 or more.
    guard bound.figure > .zero, let last = key.last?.wholeNumberValue else { return nil }
    return key.dropLast() + String(last - 1) + ":"
  }
}
