// Which ICU is linked: its dictionary and tables decide what terms an index holds.

import CICU

/// The versions found at run time, which may differ from those of the headers.
public enum ICUVersion {
  /// ICU's version, such as `72.1`.
  public static var icu: String { versions.icu }

  /// The version of Unicode that ICU implements, such as `15.0`.
  public static var unicode: String { versions.unicode }

  private static let versions: (icu: String, unicode: String) = {
    var buffers = [CChar](repeating: 0, count: 40)
    return buffers.withUnsafeMutableBufferPointer { bytes in
      let icu = bytes.baseAddress!
      let unicode = icu + 20
      cicu_versions(icu, unicode)
      return (String(cString: icu), String(cString: unicode))
    }
  }()
}
