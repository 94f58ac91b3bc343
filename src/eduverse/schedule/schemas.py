"""What the schedule routes take and give."""

from datetime import UTC, date, datetime, time
from typing import Annotated

from msgspec import Meta

from eduverse.kernel.structs import Input, Struct
from eduverse.schedule.model.feed import Feed
from eduverse.schedule.model.occurrences import Occurrence
from eduverse.schedule.model.timetable import Change, Meeting

__all__ = [
    "CalendarAddress",
    "CalendarState",
    "ChangeOccurrence",
    "ChangeView",
    "MeetingView",
    "NextMeetings",
    "OccurrenceView",
    "PutMeeting",
    "ScheduleView",
]

Minutes = Annotated[int, Meta(ge=5, le=12 * 60)]
Weekday = Annotated[int, Meta(ge=0, le=6)]
LocalTime = Annotated[str, Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$(?!\n)", max_length=5)]
"""Hours and minutes as a clock on the wall shows them."""
NEVER_CHANGED = datetime(1970, 1, 1, tzinfo=UTC)


class PutMeeting(Input, frozen=True, kw_only=True):
    """A meeting that comes every week or, without weekdays, once on its first day."""

    title: Annotated[str, Meta(max_length=120)] = ""
    zone: Annotated[str, Meta(min_length=1, max_length=60)]
    """The name of an IANA time zone, such as `Europe/Berlin`."""
    first_date: date
    last_date: date | None = None
    weekdays: Annotated[list[Weekday], Meta(max_length=7)] = []
    """0 is Monday."""
    start_time: LocalTime
    duration_minutes: Minutes

    def to_meeting(self, meeting_id: str = "") -> Meeting:
        return Meeting(
            id=meeting_id,
            title=self.title.strip(),
            zone=self.zone,
            first_date=self.first_date,
            last_date=(self.last_date if self.weekdays else None) or self.first_date,
            weekdays=tuple(sorted(set(self.weekdays))),
            start_time=time.fromisoformat(self.start_time),
            duration_minutes=self.duration_minutes,
            changed_at=NEVER_CHANGED,
        )


class ChangeOccurrence(Input, frozen=True, kw_only=True):
    """Without `movedTo`, the occurrence is cancelled."""

    moved_to: date | None = None
    start_time: LocalTime | None = None
    duration_minutes: Minutes | None = None

    def to_change(self, on: date) -> Change:
        if self.moved_to is None:
            return Change(on=on)
        start_time = time.fromisoformat(self.start_time) if self.start_time else None
        return Change(on=on, moved_to=self.moved_to, start_time=start_time, duration_minutes=self.duration_minutes)


class ChangeView(Struct, frozen=True, kw_only=True):
    on: date
    moved_to: date | None
    start_time: str | None
    duration_minutes: int | None

    @classmethod
    def of(cls, change: Change) -> "ChangeView":
        return cls(
            on=change.on,
            moved_to=change.moved_to,
            start_time=f"{change.start_time:%H:%M}" if change.start_time else None,
            duration_minutes=change.duration_minutes,
        )


class MeetingView(Struct, frozen=True, kw_only=True):
    id: str
    title: str
    zone: str
    first_date: date
    last_date: date
    weekdays: list[int]
    start_time: str
    duration_minutes: int
    changes: list[ChangeView]

    @classmethod
    def of(cls, meeting: Meeting) -> "MeetingView":
        return cls(
            id=meeting.id,
            title=meeting.title,
            zone=meeting.zone,
            first_date=meeting.first_date,
            last_date=meeting.last_date,
            weekdays=list(meeting.weekdays),
            start_time=f"{meeting.start_time:%H:%M}",
            duration_minutes=meeting.duration_minutes,
            changes=[ChangeView.of(change) for change in meeting.changes],
        )


class OccurrenceView(Struct, frozen=True, kw_only=True):
    id: str
    classroom_id: str
    meeting_id: str
    title: str
    on: date
    """The day on which it was planned."""
    starts_at: datetime
    ends_at: datetime
    cancelled: bool
    moved: bool

    @classmethod
    def of(cls, occurrence: Occurrence) -> "OccurrenceView":
        return cls(
            id=occurrence.id,
            classroom_id=occurrence.classroom_id,
            meeting_id=occurrence.meeting_id,
            title=occurrence.title,
            on=occurrence.on,
            starts_at=occurrence.starts_at,
            ends_at=occurrence.ends_at,
            cancelled=occurrence.cancelled,
            moved=occurrence.moved,
        )


class ScheduleView(Struct, frozen=True, kw_only=True):
    meetings: list[MeetingView]
    occurrences: list[OccurrenceView]
    """What takes place, or was cancelled, in the time asked for."""


class NextMeetings(Struct, frozen=True, kw_only=True):
    items: list[OccurrenceView]
    """At most one of each class."""


class CalendarAddress(Struct, frozen=True, kw_only=True):
    path: str
    """Where on this campus the calendar is; who knows it can read it. It is told only now."""


class CalendarState(Struct, frozen=True, kw_only=True):
    active: bool
    made_at: datetime | None

    @classmethod
    def of(cls, feed: Feed | None) -> "CalendarState":
        return cls(active=feed is not None, made_at=feed.made_at if feed else None)
