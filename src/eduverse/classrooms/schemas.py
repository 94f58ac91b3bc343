"""What the classroom routes take and give. The join code's hash and other people's e-mail have no field here."""

from datetime import datetime
from typing import Annotated, Literal, Self

from msgspec import Meta

from eduverse.classrooms.model import (
    MAX_CAPACITY,
    Classroom,
    Deed,
    Gate,
    Stage,
    Standard,
    Status,
    Visibility,
    standing_of,
)
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
    "GateInput",
    "GateView",
    "JoinClassroom",
    "JoinCode",
    "MemberList",
    "MemberView",
    "MintClassroom",
    "OpenedClassroom",
    "OwnerView",
    "TokenView",
    "UpdateClassroom",
    "UpdateToken",
]

Capacity = Annotated[int, Meta(ge=1, le=MAX_CAPACITY)]
Subject = Annotated[str, Meta(max_length=60)]


Contract = Annotated[str, Meta(pattern=r"^(ClassroomNFT|EduToken|0x[0-9a-fA-F]{40})$(?!\n)", max_length=42)]
TokenNumber = Annotated[str, Meta(pattern=r"^[0-9]{1,77}$(?!\n)", max_length=77)]


class GateInput(Input, frozen=True, kw_only=True):
    """Which token opens a classroom."""

    contract: Contract = "ClassroomNFT"
    """An address on the campus's chain, or the name of one of the campus's own contracts."""
    token_id: TokenNumber | None = None
    """Of an ERC-721 contract: the one token that opens; without it, any of its tokens does."""
    minimum: Annotated[int, Meta(ge=1, le=1_000_000_000)] = 1
    """How many whole tokens it takes."""


class CreateClassroom(Input, frozen=True, kw_only=True):
    title: Title
    description: Paragraph = ""
    subject: Subject = ""
    visibility: Visibility = Visibility.PUBLIC
    capacity: Capacity = 30
    gate: GateInput | None = None
    """For `nft-gated`; left out, any class of this campus opens it."""
    mint: bool = False
    """Make the classroom a token of yours; it takes a linked wallet. Its title and description are public then."""
    transferable: bool = False
    """Whether you can pass the token on, and the classroom with it."""


class UpdateClassroom(Input, frozen=True, kw_only=True):
    title: Title | None = None
    description: Paragraph | None = None
    subject: Subject | None = None
    visibility: Visibility | None = None
    capacity: Capacity | None = None
    gate: GateInput | None = None


class MintClassroom(Input, frozen=True, kw_only=True):
    transferable: bool = False


class UpdateToken(Input, frozen=True, kw_only=True):
    transferable: bool


class JoinClassroom(Input, frozen=True, kw_only=True):
    code: Annotated[str, Meta(max_length=40)] | None = None


class OwnerView(Struct, frozen=True, kw_only=True):
    id: str
    name: str


class GateView(Struct, frozen=True, kw_only=True):
    """The token that a wallet must hold."""

    chain_id: int
    contract: str
    standard: Standard
    name: str
    symbol: str
    token_id: str | None
    minimum: int

    @classmethod
    def of(cls, gate: Gate) -> Self:
        return cls(
            chain_id=gate.chain_id,
            contract=gate.contract,
            standard=gate.standard,
            name=gate.name,
            symbol=gate.symbol,
            token_id=gate.token_id,
            minimum=gate.minimum,
        )


class TokenView(Struct, frozen=True, kw_only=True):
    """The classroom as a token, as far as the chain has told of it."""

    state: Literal["minting", "minted", "failed"]
    chain_id: int | None
    contract: str | None
    uri: str | None
    """Of its description, `ipfs://…`."""
    transaction: str | None
    transferable: bool
    settled: bool
    """Whether the contract knows already what `transferable` says."""
    holder: str | None
    """The wallet that holds it; for the teacher."""
    trouble: str | None
    """What it waits for, or why it failed: a problem's code, or the contract's words; for the teacher."""

    @classmethod
    def of(cls, classroom: Classroom, deed: Deed, standing: Standing) -> Self:
        teaches, ground = standing is Standing.TEACHER, deed.ground
        return cls(
            state=_state_of(deed),
            chain_id=ground.chain_id if ground else None,
            contract=ground.contract if ground else None,
            uri=f"ipfs://{deed.cid}" if deed.cid else None,
            transaction=deed.transaction,
            transferable=deed.transferable,
            settled=deed.stage is Stage.MINTED and not classroom.deed_open,
            holder=classroom.holder if teaches else None,
            trouble=deed.trouble if teaches else None,
        )


def _state_of(deed: Deed) -> Literal["minting", "minted", "failed"]:
    if deed.stage is Stage.MINTED:
        return "minted"
    return "failed" if deed.stage is Stage.FAILED else "minting"


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
    """The number of its token, once the chain has told of it."""
    token: TokenView | None
    gate: GateView | None
    """What opens it, if a token does."""
    created_at: datetime

    @classmethod
    def of(cls, classroom: Classroom, principal: Principal, present_count: int) -> "ClassroomView":
        standing = standing_of(classroom, principal)
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
            standing=standing,
            nft_id=classroom.nft_id,
            token=TokenView.of(classroom, classroom.deed, standing) if classroom.deed else None,
            gate=GateView.of(classroom.gate) if classroom.gate else None,
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
