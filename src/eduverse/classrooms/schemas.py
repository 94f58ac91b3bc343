"""What the classroom routes take and give. The join code's hash and other people's e-mail have no field here."""

from datetime import datetime
from typing import Annotated

from msgspec import Meta

from eduverse.classrooms.model import MAX_CAPACITY, Classroom, Status, Visibility, standing_of
from eduverse.classrooms.ports import Person
from eduverse.kernel.bounds import Paragraph, Title
from eduverse.kernel.structs import Input, Struct
from eduverse.vocabulary.avatar import AvatarData
from eduverse.vocabulary.principal import Principal, Standing

__all__ = [
    "BanList",
    "BannedView",
    "ClassroomList",
    "ClassroomView",
    "CreateClassroom",
    "JoinClassroom",
    "JoinCode",
    "MemberList",
    "MemberView",
    "OpenedClassroom",
    "OwnerView",
    "UpdateClassroom",
]

Capacity = Annotated[int, Meta(ge=1, le=MAX_CAPACITY)]
Subject = Annotated[str, Meta(max_length=60)]


class CreateClassroom(Input, frozen=True, kw_only=True):
    title: Title
    description: Paragraph = ""
    subject: Subject = ""
    visibility: Visibility = Visibility.PUBLIC
    capacity: Capacity = 30


class UpdateClassroom(Input, frozen=True, kw_only=True):
    title: Title | None = None
    description: Paragraph | None = None
    subject: Subject | None = None
    visibility: Visibility | None = None
    capacity: Capacity | None = None


class JoinClassroom(Input, frozen=True, kw_only=True):
    code: Annotated[str, Meta(max_length=40)] | None = None


class OwnerView(Struct, frozen=True, kw_only=True):
    id: str
    name: str


class ClassroomView(Struct, frozen=True, kw_only=True):
    id: str
    title: str
    description: str
    subject: str
    visibility: Visibility
    capacity: int
    status: Status
    owner: OwnerView
    student_count: int
    present_count: int
    standing: Standing
    """What you are in it."""
    nft_id: str | None
    created_at: datetime

    @classmethod
    def of(cls, classroom: Classroom, principal: Principal, present_count: int) -> "ClassroomView":
        return cls(
            id=classroom.id,
            title=classroom.title,
            description=classroom.description,
            subject=classroom.subject,
            visibility=classroom.visibility,
            capacity=classroom.capacity,
            status=classroom.status,
            owner=OwnerView(id=classroom.owner, name=classroom.owner_name),
            student_count=len(classroom.students),
            present_count=present_count,
            standing=standing_of(classroom, principal),
            nft_id=classroom.nft_id,
            created_at=classroom.created_at,
        )


class ClassroomList(Struct, frozen=True, kw_only=True):
    items: list[ClassroomView]
    next: str | None
    """Send it as `cursor` for the next page; null on the last."""


class OpenedClassroom(Struct, frozen=True, kw_only=True):
    classroom: ClassroomView
    join_code: str | None
    """For a private classroom; it is shown only now."""


class JoinCode(Struct, frozen=True, kw_only=True):
    join_code: str


class MemberView(Struct, frozen=True, kw_only=True):
    user_id: str
    name: str
    standing: Standing
    avatar_data: AvatarData

    @classmethod
    def of(cls, person: Person, standing: Standing) -> "MemberView":
        return cls(user_id=person.user_id, name=person.name, standing=standing, avatar_data=person.avatar_data)


class MemberList(Struct, frozen=True, kw_only=True):
    items: list[MemberView]


class BannedView(Struct, frozen=True, kw_only=True):
    user_id: str
    name: str


class BanList(Struct, frozen=True, kw_only=True):
    items: list[BannedView]
