"""The attendance routes."""

from collections.abc import Sequence
from typing import Annotated, Any, Literal

from litestar import Controller, Request, Response, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody, QueryParameter, SkipValidation

from eduverse.attendance.errors import SessionNotFound
from eduverse.attendance.export import as_csv, as_xlsx, rows_of
from eduverse.attendance.model.record import Record
from eduverse.attendance.model.session import Session
from eduverse.attendance.schemas import (
    CheckOut,
    ClassSessionView,
    ClassStats,
    DecideExcuse,
    MarkAttendance,
    MyStats,
    OpenSession,
    PolicyInput,
    PolicyView,
    RecordList,
    RecordView,
    SendExcuse,
    SessionList,
    SessionReport,
    SetStatus,
    StudentStatsView,
    record_of,
)
from eduverse.attendance.service import AttendanceService
from eduverse.kernel.documents import Page
from eduverse.kernel.structs import NOTHING, NoFields
from eduverse.vocabulary.principal import Principal

__all__ = ["AttendanceController"]

LEAVING = CheckOut()
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

Cursor = Annotated[str | None, QueryParameter(max_length=500)]
Limit = Annotated[int, QueryParameter(ge=1, le=100)]
OfClass = Annotated[str, QueryParameter(name="classroomId", max_length=64)]
OfUser = Annotated[str | None, QueryParameter(name="userId", max_length=64)]
Attendance = NamedDependency[SkipValidation[AttendanceService]]
PathId = FromPath[str]
Format = Annotated[Literal["csv", "xlsx"], QueryParameter(name="format")]
HttpRequest = Request[Principal, Any, Any]


class AttendanceController(Controller):
    path = "/api/attendance"
    tags = ["Attendance"]

    # --- sessions ---------------------------------------------------------------------------------------------

    @get("/sessions")
    async def sessions(
        self,
        request: HttpRequest,
        attendance: Attendance,
        classroom_id: OfClass,
        cursor: Cursor = None,
        limit: Limit = 20,
    ) -> SessionList:
        """The sessions of a class you teach, the latest first."""
        page = await attendance.sessions(request.user, classroom_id, after=cursor, limit=limit)
        return SessionList(items=[await _session(one, attendance) for one in page.items], next=page.next)

    @post("/sessions")
    async def open(self, request: HttpRequest, data: JSONBody[OpenSession], attendance: Attendance) -> ClassSessionView:
        """Begin a session by hand, outside the timetable."""
        return await _session(await attendance.open(request.user, data.classroom_id, data.title.strip()), attendance)

    @post("/sessions/{session_id:str}/close", status_code=200)
    async def close(
        self, request: HttpRequest, session_id: PathId, attendance: Attendance, data: JSONBody[NoFields] = NOTHING
    ) -> ClassSessionView:
        """End a session now; its records are written."""
        return await _session(await attendance.close(request.user, session_id), attendance)

    @post("/sessions/{session_id:str}/void", status_code=200)
    async def void(
        self, request: HttpRequest, session_id: PathId, attendance: Attendance, data: JSONBody[NoFields] = NOTHING
    ) -> ClassSessionView:
        """Say that a session that has ended counts for nobody."""
        return await _session(await attendance.count(request.user, session_id, counts=False), attendance)

    @post("/sessions/{session_id:str}/count", status_code=200)
    async def count(
        self, request: HttpRequest, session_id: PathId, attendance: Attendance, data: JSONBody[NoFields] = NOTHING
    ) -> ClassSessionView:
        """Say that a session counts after all."""
        return await _session(await attendance.count(request.user, session_id, counts=True), attendance)

    @get("/sessions/{session_id:str}/report")
    async def report(self, request: HttpRequest, session_id: PathId, attendance: Attendance) -> SessionReport:
        """Who was there, and when. Of a session under way: as if it ended now."""
        report = await attendance.report(request.user, session_id)
        return SessionReport.of(report, await attendance.counts(report.session))

    @get("/sessions/{session_id:str}/export")
    async def export_session(
        self, request: HttpRequest, session_id: PathId, attendance: Attendance, file_format: Format = "csv"
    ) -> Response[bytes]:
        """A session's report as a file for a spreadsheet."""
        report = await attendance.report(request.user, session_id)
        return _file(report.records, {session_id: report.session}, file_format)

    # --- records ----------------------------------------------------------------------------------------------

    @post("/mark", status_code=200)
    async def mark(self, request: HttpRequest, data: JSONBody[MarkAttendance], attendance: Attendance) -> RecordView:
        """Override what was seen of a student, with a reason. Nobody can claim their own presence."""
        record = await attendance.mark(request.user, data.session_id, data.user_id, data.status, data.reason.strip())
        return await _record(record, attendance)

    @put("/{record_id:str}/status")
    async def set_status(
        self, request: HttpRequest, record_id: PathId, data: JSONBody[SetStatus], attendance: Attendance
    ) -> RecordView:
        """The same for a record you have."""
        session_id, user_id = _parts(record_id)
        record = await attendance.mark(request.user, session_id, user_id, data.status, data.reason.strip())
        return await _record(record, attendance)

    @put("/{record_id:str}/checkout")
    async def check_out(
        self,
        request: HttpRequest,
        record_id: PathId,
        attendance: Attendance,
        data: JSONBody[CheckOut] = LEAVING,
    ) -> RecordView:
        """Note that somebody left: presence after it does not count. Students can say so of themselves, now."""
        session_id, user_id = _parts(record_id)
        record = await attendance.check_out(request.user, session_id, user_id, data.check_out_time, undo=data.undo)
        return await _record(record, attendance)

    @get("/history/{classroom_id:str}")
    async def history(
        self,
        request: HttpRequest,
        classroom_id: PathId,
        attendance: Attendance,
        user_id: OfUser = None,
        cursor: Cursor = None,
        limit: Limit = 50,
    ) -> RecordList:
        """Your records of a class; for its teacher, everybody's or one student's. The latest first."""
        page = await attendance.history(request.user, classroom_id, user_id, after=cursor, limit=limit)
        return await _records(page, attendance)

    @get("/stats/{classroom_id:str}")
    async def stats(self, request: HttpRequest, classroom_id: PathId, attendance: Attendance) -> ClassStats:
        """How often each student of a class you teach was there."""
        rows = await attendance.stats(request.user, classroom_id)
        return ClassStats(items=[StudentStatsView.of(row) for row in rows])

    @get("/my-stats")
    async def my_stats(self, request: HttpRequest, attendance: Attendance) -> MyStats:
        """How often you were there, class by class."""
        return MyStats.of(await attendance.my_stats(request.user))

    @get("/export/{classroom_id:str}")
    async def export_class(
        self, request: HttpRequest, classroom_id: PathId, attendance: Attendance, file_format: Format = "csv"
    ) -> Response[bytes]:
        """All records of a class you teach as a file for a spreadsheet."""
        records = await attendance.all_records(request.user, classroom_id)
        return _file(records, await attendance.sessions_of(records), file_format)

    # --- policy and excuses -----------------------------------------------------------------------------------

    @get("/policy/{classroom_id:str}")
    async def policy(self, request: HttpRequest, classroom_id: PathId, attendance: Attendance) -> PolicyView:
        """What counts as late, and the like, in a class you are in."""
        return PolicyView.of(await attendance.policy(request.user, classroom_id))

    @put("/policy/{classroom_id:str}")
    async def set_policy(
        self, request: HttpRequest, classroom_id: PathId, data: JSONBody[PolicyInput], attendance: Attendance
    ) -> PolicyView:
        """Change it for sessions that end from now on."""
        return PolicyView.of(await attendance.set_policy(request.user, classroom_id, data.to_policy()))

    @post("/excuses", status_code=200)
    async def send_excuse(self, request: HttpRequest, data: JSONBody[SendExcuse], attendance: Attendance) -> RecordView:
        """Send an excuse for a session, also for one to come. You can write it anew until it is decided."""
        return await _record(await attendance.excuse(request.user, data.session_id, data.text.strip()), attendance)

    @get("/excuses/{classroom_id:str}")
    async def excuses(
        self,
        request: HttpRequest,
        classroom_id: PathId,
        attendance: Attendance,
        cursor: Cursor = None,
        limit: Limit = 50,
    ) -> RecordList:
        """The excuses in a class you teach that wait for your decision."""
        page = await attendance.excuses(request.user, classroom_id, after=cursor, limit=limit)
        return await _records(page, attendance)

    @put("/excuses/{record_id:str}")
    async def decide(
        self, request: HttpRequest, record_id: PathId, data: JSONBody[DecideExcuse], attendance: Attendance
    ) -> RecordView:
        """Accept or decline an excuse."""
        session_id, user_id = _parts(record_id)
        record = await attendance.decide(request.user, session_id, user_id, accept=data.accept, note=data.note.strip())
        return await _record(record, attendance)


async def _session(session: Session, attendance: AttendanceService) -> ClassSessionView:
    return ClassSessionView.of(session, await attendance.counts(session))


async def _record(record: Record, attendance: AttendanceService) -> RecordView:
    return record_of(record, (await attendance.sessions_of([record])).get(record.session_id))


async def _records(page: Page[Record], attendance: AttendanceService) -> RecordList:
    sessions = await attendance.sessions_of(page.items)
    return RecordList(items=[record_of(one, sessions.get(one.session_id)) for one in page.items], next=page.next)


def _parts(record_id: str) -> tuple[str, str]:
    """A record's id is its session's and its student's."""
    session_id, colon, user_id = record_id.rpartition(":")
    if not colon:
        raise SessionNotFound
    return session_id, user_id


def _file(records: Sequence[Record], sessions: dict[str, Session], kind: str) -> Response[bytes]:
    rows = rows_of(records, {key: session.title for key, session in sessions.items()})
    body, media_type = (as_xlsx(rows), _XLSX) if kind == "xlsx" else (as_csv(rows), "text/csv")
    headers = {"content-disposition": f'attachment; filename="attendance.{kind}"', "cache-control": "no-store"}
    return Response(body, headers=headers, media_type=media_type)
