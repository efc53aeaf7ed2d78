// Code points to text; the library's own way takes ten times as long.

extension String {
  /// The text of these code points.
  init(scalars: ArraySlice<Unicode.Scalar>) {
    if scalars.count == 1, let only = scalars.first {
      self.init(only)
      return
    }
    self.init(unsafeUninitializedCapacity: UTF8Writer.byteCount(of: scalars)) { target in
      var writer = UTF8Writer(target)
      writer.append(scalars)
      return writer.byteCount
    }
  }
}
