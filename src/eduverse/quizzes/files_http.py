"""The routes for files of questions."""

from typing import Annotated, Any, Literal

from litestar import Controller, Request, get, post
from litestar.di import NamedDependency
from litestar.params import HeaderParameter, QueryParameter, SkipValidation

from eduverse.quizzes.bank_files import BankFiles, FileOfQuestions
from eduverse.quizzes.errors import WrongMediaType
from eduverse.quizzes.formats import FORMATS
from eduverse.quizzes.schemas.files import BankExport, BankImportReport
from eduverse.vocabulary.principal import Principal

__all__ = ["BankFileController"]

_LARGEST = 2_000_000
"""Bytes of a file."""
_ANYWHERE = frozenset({"text/plain", "application/octet-stream"})
_ALIKE = {"application/xml": frozenset({"text/xml"}), "text/csv": frozenset({"application/vnd.ms-excel"})}

FormatName = Annotated[Literal["gift", "aiken", "csv", "moodleXml"], QueryParameter(name="format")]
InClassroom = Annotated[str, QueryParameter(name="classroomId", min_length=1, max_length=64)]
DryRun = Annotated[bool, QueryParameter(name="dryRun")]
Tags = Annotated[list[str] | None, QueryParameter(name="tag", max_items=10)]
IdempotencyKey = Annotated[str | None, HeaderParameter(name="Idempotency-Key", max_length=200)]
Files = NamedDependency[SkipValidation[BankFiles]]
HttpRequest = Request[Principal, Any, Any]


class BankFileController(Controller):
    path = "/api/quiz/bank"
    tags = ["Question bank"]

    @post("/import", status_code=200, request_max_body_size=_LARGEST)
    async def bring_in(
        self,
        request: HttpRequest,
        bank_files: Files,
        format_name: FormatName,
        classroom_id: InClassroom,
        dry_run: DryRun = False,
        idempotency_key: IdempotencyKey = None,
    ) -> BankImportReport:
        """Put the questions of a file into the bank of a classroom you teach. The body is the file itself.

        With `dryRun`, nothing changes and the report says what would. Repeat a request with its `Idempotency-Key`
        and nothing comes twice.
        """
        _demand_media_type(request.headers.get("content-type", ""), FORMATS[format_name].media_type)
        file = FileOfQuestions(format_name, await request.body())
        if dry_run:
            imported = await bank_files.preview(request.user, classroom_id, file)
        else:
            imported = await bank_files.bring_in(request.user, classroom_id, file, key=idempotency_key)
        return BankImportReport.of(imported, dry_run=dry_run)

    @get("/export")
    async def export(
        self,
        request: HttpRequest,
        bank_files: Files,
        format_name: FormatName,
        classroom_id: InClassroom,
        tag: Tags = None,
    ) -> BankExport:
        """The bank of a classroom you teach as a file, and a list of what the format could not hold."""
        exported = await bank_files.export(request.user, classroom_id, format_name, tag or ())
        return BankExport.of(exported, format_name)


def _demand_media_type(content_type: str, expected: str) -> None:
    media_type = content_type.partition(";")[0].strip().lower()
    if media_type != expected and media_type not in _ANYWHERE | _ALIKE.get(expected, frozenset()):
        raise WrongMediaType(f"Send the file as {expected}.")
