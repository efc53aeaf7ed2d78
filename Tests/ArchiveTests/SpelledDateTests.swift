// Dates in the spellings of texts.

import Archive
import Testing

@Suite("spelled dates")
struct SpelledDateTests {
  @Test(
    "a circle is a zero, whichever sign was typed for it",
    arguments: [
      ("二〇二四年五月二〇日", "2024-05-20"), ("二○二四年五月", "2024-05"), ("二◯二四年五月六日", "2024-05-06"), ("二O二四年五月二O日", "2024-05-20"),
      ("二Ｏ二四年五月六日", "2024-05-06"), ("二\u{41E}二四年五月六日", "2024-05-06"), ("二\u{39F}二四年", "2024"),
      ("二X二四年五月六日", nil), ("二〇二四年O月六日", nil),
    ] as [(String, String?)])
  func circles(text: String, date: String?) {
    #expect(CalendarDate(spelled: text.unicodeScalars)?.description == date)
  }
}
