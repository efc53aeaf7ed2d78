// Numbers about lines, kept in half the room.

/// A number of which many are kept, none of them large: sources hold at most 2 GB.
@propertyWrapper
struct Narrow {
  private var stored: Int32

  init(wrappedValue: Int) { stored = Int32(clamping: wrappedValue) }

  var wrappedValue: Int {
    get { Int(stored) }
    set { stored = Int32(clamping: newValue) }
  }
}
