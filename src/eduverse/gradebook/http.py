"""The gradebook routes."""

from typing import Annotated, Any, Literal

from litestar import Controller, Request, Response, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter, SkipValidation

from eduverse.gradebook.schemas import (
    ApplyImport,
    BookSetUp,
    BookView,
    GradebookPage,
    GradeRow,
    ImportFile,
    ImportPlan,
    MarkHistory,
    MyGrades,
    SetMark,
)
from eduverse.gradebook.service import GradebookService
from eduverse.gradebook.transfers import GradeTransfers
from eduverse.vocabulary.principal import Principal

__all__ = ["GradebookController"]

Cursor = Annotated[str | None, QueryParameter(max_length=500)]
Limit = Annotated[int, QueryParameter(ge=1, le=100)]
Kind = FromQuery[Literal["csv", "xlsx"]]

Gradebooks = NamedDependency[SkipValidation[GradebookService]]
Transfers = NamedDependency[SkipValidation[GradeTransfers]]
PathId = FromPath[str]
HttpRequest = Request[Principal, Any, Any]

_MEDIA = {"csv": "text/csv", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}


class GradebookController(Controller):
    path = "/api/gradebook/{classroom_id:str}"
    tags = ["Gradebook"]

    @get("/")
    async def read(
        self,
        request: HttpRequest,
        classroom_id: PathId,
        gradebooks: Gradebooks,
        cursor: Cursor = None,
        limit: Limit = 100,
    ) -> GradebookPage:
        """The gradebook of a class you teach."""
        return GradebookPage.of(await gradebooks.read(request.user, classroom_id, after=cursor, limit=limit))

    @put("/")
    async def set_up(
        self, request: HttpRequest, classroom_id: PathId, data: JSONBody[BookSetUp], gradebooks: Gradebooks
    ) -> BookView:
        """Set up categories, columns and scale, all in one."""
        return BookView.of(await gradebooks.set_up(request.user, data.to_book(classroom_id)))

    @get("/mine")
    async def mine(self, request: HttpRequest, classroom_id: PathId, gradebooks: Gradebooks) -> MyGrades:
        """Your own grades in a class, and how they add up."""
        return MyGrades.of(*await gradebooks.mine(request.user, classroom_id))

    @put("/marks/{user_id:str}/{column_id:str}")
    async def give(
        self,
        request: HttpRequest,
        classroom_id: PathId,
        user_id: PathId,
        column_id: PathId,
        data: JSONBody[SetMark],
        gradebooks: Gradebooks,
    ) -> GradeRow:
        """Give a mark, excuse somebody, or take back what stood there. Over a quiz's own score it takes a reason."""
        return GradeRow.of(*await gradebooks.give(request.user, classroom_id, user_id, column_id, data.to_given()))

    @get("/marks/{user_id:str}/{column_id:str}")
    async def history(
        self, request: HttpRequest, classroom_id: PathId, user_id: PathId, column_id: PathId, gradebooks: Gradebooks
    ) -> MarkHistory:
        """What has stood in a cell: who gave it, when and why."""
        return MarkHistory.of(await gradebooks.history(request.user, classroom_id, user_id, column_id))

    @get("/export")
    async def export(
        self, request: HttpRequest, classroom_id: PathId, transfers: Transfers, kind: Kind = "csv"
    ) -> Response[bytes]:
        """Everybody's marks as a table."""
        content = await transfers.export(request.user, classroom_id, kind)
        headers = {"content-disposition": f'attachment; filename="grades.{kind}"'}
        return Response(content, media_type=_MEDIA[kind], headers=headers)

    @post("/import/preview", status_code=200)
    async def preview(
        self, request: HttpRequest, classroom_id: PathId, data: JSONBody[ImportFile], transfers: Transfers
    ) -> ImportPlan:
        """What a table would change; nothing is changed yet."""
        return ImportPlan.of(await transfers.preview(request.user, classroom_id, data.to_bytes()))

    @post("/import", status_code=200)
    async def take_over(
        self, request: HttpRequest, classroom_id: PathId, data: JSONBody[ApplyImport], transfers: Transfers
    ) -> ImportPlan:
        """Take a table over as its preview showed it: all of it or nothing."""
        plan = await transfers.take_over(request.user, classroom_id, data.to_bytes(), data.fingerprint)
        return ImportPlan.of(plan)
