"""What is due as an iCalendar."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from generator.dues import Due, State, day_words

#: A reminder rings at eight in the morning in Vietnam, three days and one day before, and the evening before.
_AT = timedelta(hours=1)
_ALARMS = (timedelta(days=3), timedelta(days=1), timedelta(hours=12))
_FIRST_DAY = date(2020, 1, 1)


#: How each calendar file begins.
CALENDAR_BEGINS = b"BEGIN:VCALENDAR"


def as_ics(dues: Iterable[Due], on: date, name: str) -> bytes:
    """Return the list as a calendar file; imported again, it updates what was imported before.

    Each event stands on the last working day; what is sent keeps its event and rings no more.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//cchc//VI")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for due in dues:
        calendar.add_component(_event(due, on))
    return bytes(calendar.to_ical())


def _event(due: Due, on: date) -> Event:
    start = datetime(due.by.year, due.by.month, due.by.day, tzinfo=UTC) + _AT
    event = Event()
    event.add("uid", due.id)
    event.add("dtstamp", datetime(on.year, on.month, on.day, tzinfo=UTC))
    event.add("sequence", max((on - _FIRST_DAY).days, 0))
    event.add("dtstart", start)
    event.add("dtend", start + timedelta(minutes=30))
    is_sent = due.state is State.SENT
    event.add("summary", f"{'Đã gửi' if is_sent else 'Hạn'}: {due.title}")
    said = [f"Hạn {day_words(due)}", due.note, f"Việc cần làm: {due.next_step}" if due.next_step else "", due.unit]
    event.add("description", "\n".join(filter(None, said)))
    event.add("transp", "TRANSPARENT")
    for before in () if is_sent else _ALARMS:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", due.title)
        alarm.add("trigger", -before)
        event.add_component(alarm)
    return event
