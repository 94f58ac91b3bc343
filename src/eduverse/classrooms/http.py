"""The classroom routes."""

from typing import Annotated, Any, Literal

from litestar import Controller, Request, delete, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter, SkipValidation

from eduverse.classrooms.model import Classroom, Status
from eduverse.classrooms.schemas import (
    BanList,
    BannedView,
    ClassroomList,
    ClassroomView,
    CreateClassroom,
    GateInput,
    JoinClassroom,
    JoinCode,
    MemberList,
    MemberView,
    OpenedClassroom,
    UpdateClassroom,
)
from eduverse.classrooms.service import Changes, ClassroomFilter, ClassroomService, GateWish, NewClassroom
from eduverse.kernel.structs import NOTHING, NoFields
from eduverse.vocabulary.principal import Principal

__all__ = ["ClassroomController"]

Search = Annotated[str | None, QueryParameter(max_length=200)]
Subject = Annotated[str | None, QueryParameter(max_length=60)]
Cursor = Annotated[str | None, QueryParameter(max_length=500)]
Limit = Annotated[int, QueryParameter(ge=1, le=100)]
WITHOUT_CODE = JoinClassroom()

Classrooms = NamedDependency[SkipValidation[ClassroomService]]
PathId = FromPath[str]
Mine = FromQuery[Literal["all", "teaching", "enrolled"]]
InStatus = FromQuery[Status]
HttpRequest = Request[Principal, Any, Any]


class ClassroomController(Controller):
    path = "/api/classrooms"
    tags = ["Classrooms"]

    @post("/create")
    async def create(
        self, request: HttpRequest, data: JSONBody[CreateClassroom], classrooms: Classrooms
    ) -> OpenedClassroom:
        """Open a classroom. A private one answers with its join code, this once."""
        wish = NewClassroom(
            data.title.strip(),
            data.description,
            data.subject.strip(),
            data.visibility,
            data.capacity,
            gate=_wish(data.gate),
            mint=data.mint,
            transferable=data.transferable,
        )
        opened = await classrooms.open(request.user, wish)
        return OpenedClassroom(
            classroom=ClassroomView.of(opened.classroom, request.user, 0), join_code=opened.join_code
        )

    @get("/")
    async def find(
        self,
        request: HttpRequest,
        classrooms: Classrooms,
        search: Search = None,
        subject: Subject = None,
        mine: Mine = "all",
        status: InStatus = Status.OPEN,
        cursor: Cursor = None,
        limit: Limit = 20,
    ) -> ClassroomList:
        """Classrooms you may know of, newest first, or the best matches of a search."""
        wish = ClassroomFilter(mine=mine, subject=subject, status=status, search=search)
        principal = request.user
        page = await classrooms.find(principal, wish, after=cursor, limit=limit)
        present = classrooms.present_count
        items = [ClassroomView.of(room, principal, present(room.id)) for room in page.items]
        return ClassroomList(items=items, next=page.next)

    @get("/{classroom_id:str}")
    async def read(self, request: HttpRequest, classroom_id: PathId, classrooms: Classrooms) -> ClassroomView:
        """One classroom. Whoever has its link may see its card, also when it is private."""
        return _view(await classrooms.see(request.user, classroom_id), request.user, classrooms)

    @put("/{classroom_id:str}")
    async def update(
        self,
        request: HttpRequest,
        classroom_id: PathId,
        data: JSONBody[UpdateClassroom],
        classrooms: Classrooms,
    ) -> ClassroomView:
        """Change a classroom you teach; fields that are left out stay."""
        gate = _wish(data.gate)
        changes = Changes(data.title, data.description, data.subject, data.visibility, data.capacity, gate)
        return _view(await classrooms.change(request.user, classroom_id, changes), request.user, classrooms)

    @post("/{classroom_id:str}/join", status_code=200)
    async def join(
        self,
        request: HttpRequest,
        classroom_id: PathId,
        classrooms: Classrooms,
        data: JSONBody[JoinClassroom] = WITHOUT_CODE,
    ) -> ClassroomView:
        """Take a seat. A private classroom wants its code, a gated one a token in your linked wallet."""
        return _view(await classrooms.join(request.user, classroom_id, data.code), request.user, classrooms)

    @post("/{classroom_id:str}/leave", status_code=200)
    async def leave(
        self,
        request: HttpRequest,
        classroom_id: PathId,
        classrooms: Classrooms,
        data: JSONBody[NoFields] = NOTHING,
    ) -> ClassroomView:
        """Give your seat back."""
        return _view(await classrooms.leave(request.user, classroom_id), request.user, classrooms)

    @post("/{classroom_id:str}/archive", status_code=200)
    async def archive(
        self,
        request: HttpRequest,
        classroom_id: PathId,
        classrooms: Classrooms,
        data: JSONBody[NoFields] = NOTHING,
    ) -> ClassroomView:
        """Close a classroom for good; what was recorded in it stays."""
        return _view(await classrooms.archive(request.user, classroom_id), request.user, classrooms)

    @post("/{classroom_id:str}/join-code", status_code=200)
    async def rotate_code(
        self, request: HttpRequest, classroom_id: PathId, classrooms: Classrooms, data: JSONBody[NoFields] = NOTHING
    ) -> JoinCode:
        """Make a new join code; the old one stops working."""
        return JoinCode(join_code=await classrooms.rotate_code(request.user, classroom_id))

    @get("/{classroom_id:str}/members")
    async def members(self, request: HttpRequest, classroom_id: PathId, classrooms: Classrooms) -> MemberList:
        """Everybody who is enrolled, for those who are."""
        members = await classrooms.members(request.user, classroom_id)
        return MemberList(items=[MemberView.of(person, standing) for person, standing in members])

    @get("/{classroom_id:str}/bans")
    async def bans(self, request: HttpRequest, classroom_id: PathId, classrooms: Classrooms) -> BanList:
        """To whom a classroom you teach is closed."""
        people = await classrooms.banned(request.user, classroom_id)
        return BanList(items=[BannedView(user_id=person.user_id, name=person.name) for person in people])

    @post("/{classroom_id:str}/bans/{user_id:str}", status_code=204)
    async def ban(
        self,
        request: HttpRequest,
        classroom_id: PathId,
        user_id: PathId,
        classrooms: Classrooms,
        data: JSONBody[NoFields] = NOTHING,
    ) -> None:
        """Close a classroom you teach to somebody; they lose their seat and leave its room at once."""
        await classrooms.ban(request.user, classroom_id, user_id)

    @delete("/{classroom_id:str}/bans/{user_id:str}")
    async def unban(self, request: HttpRequest, classroom_id: PathId, user_id: PathId, classrooms: Classrooms) -> None:
        """Open a classroom you teach to somebody again; their seat they have to take anew."""
        await classrooms.unban(request.user, classroom_id, user_id)


def _view(classroom: Classroom, principal: Principal, classrooms: ClassroomService) -> ClassroomView:
    return ClassroomView.of(classroom, principal, classrooms.present_count(classroom.id))


def _wish(gate: GateInput | None) -> GateWish | None:
    return GateWish(gate.contract, gate.token_id, gate.minimum) if gate else None
