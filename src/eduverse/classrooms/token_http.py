"""The routes of classrooms as tokens."""

from typing import Any

from litestar import Controller, MediaType, Request, Response, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody, SkipValidation

from eduverse.classrooms.minting import MintService
from eduverse.classrooms.schemas import ClassroomView, MintClassroom, UpdateToken
from eduverse.classrooms.service import ClassroomService
from eduverse.vocabulary.principal import Principal

__all__ = ["ClassTokenController"]

Minter = NamedDependency[SkipValidation[MintService]]
Classrooms = NamedDependency[SkipValidation[ClassroomService]]
PathId = FromPath[str]
HttpRequest = Request[Principal, Any, Any]
AS_IT_IS = MintClassroom()


class ClassTokenController(Controller):
    path = "/api/classrooms"
    tags = ["Classrooms"]

    @post("/{classroom_id:str}/mint", status_code=202)
    async def mint(
        self,
        request: HttpRequest,
        classroom_id: PathId,
        minter: Minter,
        classrooms: Classrooms,
        data: JSONBody[MintClassroom] = AS_IT_IS,
    ) -> ClassroomView:
        """Make a classroom you teach a token in its owner's wallet, or try again after it failed."""
        room = await minter.mint(request.user, classroom_id, transferable=data.transferable)
        return ClassroomView.of(room, request.user, classrooms.present_count(room.id))

    @put("/{classroom_id:str}/token")
    async def update_token(
        self,
        request: HttpRequest,
        classroom_id: PathId,
        data: JSONBody[UpdateToken],
        minter: Minter,
        classrooms: Classrooms,
    ) -> ClassroomView:
        """Say whether the token of a classroom you teach may be passed on; the contract learns of it in a moment."""
        room = await minter.set_transferable(request.user, classroom_id, on=data.transferable)
        return ClassroomView.of(room, request.user, classrooms.present_count(room.id))

    @get("/{classroom_id:str}/token/metadata", public=True)
    async def metadata(self, classroom_id: PathId, minter: Minter) -> Response[bytes]:
        """What the token says of the classroom: the document that is on IPFS."""
        return Response(await minter.description(classroom_id), media_type=MediaType.JSON)
