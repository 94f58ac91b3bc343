"""The schedule routes, and the calendars made of them."""

from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Any

from litestar import Controller, Request, Response, delete, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody, QueryParameter, SkipValidation

from eduverse.kernel.structs import NOTHING, NoFields
from eduverse.schedule.errors import CalendarNotFound, NoSuchOccurrence
from eduverse.schedule.model.occurrences import expand
from eduverse.schedule.model.timetable import check_day
from eduverse.schedule.schemas import (
    CalendarAddress,
    CalendarState,
    ChangeOccurrence,
    MeetingView,
    NextMeetings,
    OccurrenceView,
    PutMeeting,
    ScheduleView,
)
from eduverse.schedule.service import ScheduleService
from eduverse.vocabulary.principal import Principal

__all__ = ["CalendarController", "ScheduleController"]

_SUFFIX = ".ics"

Days = Annotated[int, QueryParameter(ge=1, le=200)]
FirstDay = Annotated[date | None, QueryParameter(name="from")]
Schedule = NamedDependency[SkipValidation[ScheduleService]]
PathId = FromPath[str]
HttpRequest = Request[Principal, Any, Any]


class ScheduleController(Controller):
    path = "/api"
    tags = ["Schedule"]

    @get("/classrooms/{classroom_id:str}/schedule")
    async def read(
        self,
        request: HttpRequest,
        classroom_id: PathId,
        schedule: Schedule,
        first_day: FirstDay = None,
        days: Days = 7,
    ) -> ScheduleView:
        """The timetable of a class you are in, and what takes place in so many days from one on (UTC)."""
        timetable = await schedule.timetable(request.user, classroom_id)
        if first_day:
            check_day(first_day, "from")
        since = datetime.combine(first_day, datetime.min.time(), UTC) if first_day else schedule.now()
        found = expand(timetable, since, since + timedelta(days=days))
        return ScheduleView(
            meetings=[MeetingView.of(meeting) for meeting in timetable.meetings],
            occurrences=[OccurrenceView.of(occurrence) for occurrence in found],
        )

    @post("/classrooms/{classroom_id:str}/schedule")
    async def plan(
        self, request: HttpRequest, classroom_id: PathId, data: JSONBody[PutMeeting], schedule: Schedule
    ) -> MeetingView:
        """Plan a meeting of a class you teach: every week, or once."""
        return MeetingView.of(await schedule.put(request.user, classroom_id, data.to_meeting()))

    @put("/classrooms/{classroom_id:str}/schedule/{meeting_id:str}")
    async def update(
        self,
        request: HttpRequest,
        classroom_id: PathId,
        meeting_id: PathId,
        data: JSONBody[PutMeeting],
        schedule: Schedule,
    ) -> MeetingView:
        """Change a meeting; days that were cancelled or moved stay so, where it still takes place on them."""
        return MeetingView.of(await schedule.put(request.user, classroom_id, data.to_meeting(meeting_id)))

    @delete("/classrooms/{classroom_id:str}/schedule/{meeting_id:str}")
    async def remove(self, request: HttpRequest, classroom_id: PathId, meeting_id: PathId, schedule: Schedule) -> None:
        """Take a meeting out of the timetable. What was recorded of it stays."""
        await schedule.remove(request.user, classroom_id, meeting_id)

    @put("/classrooms/{classroom_id:str}/schedule/{meeting_id:str}/days/{on:str}")
    async def change(
        self,
        request: HttpRequest,
        classroom_id: PathId,
        meeting_id: PathId,
        on: PathId,
        data: JSONBody[ChangeOccurrence],
        schedule: Schedule,
    ) -> MeetingView:
        """Cancel or move what was planned for one day."""
        day = _day(on)
        change = data.to_change(day)
        return MeetingView.of(await schedule.change(request.user, classroom_id, meeting_id, day, change))

    @delete("/classrooms/{classroom_id:str}/schedule/{meeting_id:str}/days/{on:str}", status_code=200)
    async def restore(
        self,
        request: HttpRequest,
        classroom_id: PathId,
        meeting_id: PathId,
        on: PathId,
        schedule: Schedule,
    ) -> MeetingView:
        """Let it take place as it was planned after all."""
        return MeetingView.of(await schedule.change(request.user, classroom_id, meeting_id, _day(on), None))

    @get("/schedule/next")
    async def next_meetings(self, request: HttpRequest, schedule: Schedule) -> NextMeetings:
        """The meeting that is on or comes next in each of your classes, within two weeks."""
        found = await schedule.next_meetings(request.user)
        return NextMeetings(items=[OccurrenceView.of(occurrence) for occurrence in found])


class CalendarController(Controller):
    path = "/api/calendar"
    tags = ["Schedule"]

    @get("/")
    async def state(self, request: HttpRequest, schedule: Schedule) -> CalendarState:
        """Whether your calendar has an address."""
        return CalendarState.of(await schedule.feed(request.user))

    @post("/", status_code=200)
    async def rotate(
        self, request: HttpRequest, schedule: Schedule, data: JSONBody[NoFields] = NOTHING
    ) -> CalendarAddress:
        """Give your calendar a new secret address; the one before stops working. It is told this once."""
        return CalendarAddress(path=f"/api/calendar/{await schedule.new_feed(request.user)}{_SUFFIX}")

    @delete("/")
    async def drop(self, request: HttpRequest, schedule: Schedule) -> None:
        """Take your calendar's address away."""
        await schedule.drop_feed(request.user)

    @get("/{file:str}", public=True, media_type="text/calendar")
    async def read(self, file: PathId, schedule: Schedule) -> Response[bytes]:
        """The calendar itself, `<token>.ics`, for a calendar program: the meetings of a person's classes."""
        token, dot, rest = file.partition(_SUFFIX)
        if not dot or rest:
            raise CalendarNotFound
        body = await schedule.calendar(token)
        return Response(body, headers={"cache-control": "private, max-age=300"}, media_type="text/calendar")


def _day(text: str) -> date:
    """A day in an address, such as `2026-03-02`."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NoSuchOccurrence from None
