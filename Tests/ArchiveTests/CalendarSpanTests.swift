// Days and months counted from a date.

import Archive
import Testing

@Suite("spans of the calendar")
struct CalendarSpanTests {
  @Test(
    "days are counted over months, years and leap days",
    arguments: [
      ("2024-03-11", 30, "2024-04-10"), ("2024-02-28", 1, "2024-02-29"), ("2023-12-31", 1, "2024-01-01"),
      ("2023-01-01", 365, "2024-01-01"), ("2024-05-01", 0, "2024-05-01"), ("2024-05", 3, nil), ("2024-05-01", -1, nil),
      ("2100-12-31", 1, nil),
    ] as [(String, Int, String?)])
  func days(start: String, days: Int, end: String?) {
    #expect(CalendarDate(start)?.adding(days: days)?.description == end)
  }

  @Test(
    "a term of months ends on the day before",
    arguments: [
      ("2024-05-01", 60, "2029-04-30"), ("2024-02-06", 60, "2029-02-05"), ("2024-03-01", 12, "2025-02-28"),
      ("2024-05-01", 18, "2025-10-31"), ("2024-10-31", 4, "2025-02-28"), ("2024-05", 12, "2025-04"),
      ("2024-01", 12, "2024-12"), ("2024-12", 1, "2024-12"),
      ("2024-05-01", 0, nil), ("2099-05-01", 1_200, nil),
    ] as [(String, Int, String?)])
  func months(start: String, months: Int, end: String?) {
    #expect(CalendarDate(start)?.lastDay(ofMonths: months)?.description == end)
  }
}
