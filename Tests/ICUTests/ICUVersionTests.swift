// The linked ICU names itself.

import ICU
import Testing

@Test("ICU and Unicode name their versions, which are numbers with points")
func versions() {
  for version in [ICUVersion.icu, ICUVersion.unicode] {
    #expect(version.wholeMatch(of: /[0-9]+(\.[0-9]+)+/) != nil, "\(version)")
  }
}
