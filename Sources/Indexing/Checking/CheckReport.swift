// What a check of an index found.

/// What was looked at, and what is wrong.
public struct CheckReport: Sendable {
  /// The generation that was checked.
  public var generation: String
  /// How many collections were looked at.
  public var collectionCount = 0
  /// How many sources were looked at.
  public var sourceCount = 0
  /// How many documents were looked at.
  public var documentCount = 0
  /// How many documents were analysed anew and compared term by term.
  public var sampledCount = 0
  /// A digest of everything the index answers from; nil where none was asked for.
  public var digest: String?
  /// What could not be looked at, and why.
  public var omissions: [String] = []
  /// What is wrong, each with its place; of very many the first.
  public private(set) var faults: [String] = []
  /// How many faults there are.
  public private(set) var faultCount = 0

  /// More say nothing new.
  static let maximumFaults = 100

  init(generation: String) { self.generation = generation }

  mutating func add(_ fault: String) {
    faultCount += 1
    if faults.count < CheckReport.maximumFaults { faults.append(fault) }
  }
}
