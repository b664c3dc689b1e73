"""The quarter that a report is about."""

from datetime import date

from extractors.identify import Period, decide_period
from extractors.values.dates import find_periods


def test_a_few_dates_among_many_rows_without_a_year_are_weak_evidence() -> None:
    said = find_periods("Triwulan III Tahun 2024", where="cover") + find_periods(
        "Juli s.d. September 2024", where="scope"
    )
    days: list[date | None] = [date(2024, 11, 27)] * 2 + [None] * 18
    assert decide_period(days, said, date(2024, 10, 9)) == Period(2024, 3)
    assert decide_period([date(2024, 11, 27)] * 20, said, date(2024, 10, 9)) == Period(2024, 4)
