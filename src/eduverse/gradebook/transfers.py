"""Tables out of the gradebook and into it.

An import is one document: with it, all its marks stand, and without it none. The sheets are brought up to it by
`finish`, which may be cut off anywhere and run again; until then a reader lays the import over them.
"""

from typing import Literal

from msgspec import structs

from eduverse.gradebook.errors import ImportChanged
from eduverse.gradebook.model.book import Book
from eduverse.gradebook.model.importing import EXCUSED, Plan, plan_import
from eduverse.gradebook.model.marks import Import, Imported, all_imported
from eduverse.gradebook.ports import Classes
from eduverse.gradebook.records import GradeRecords, Row, blank_sheet
from eduverse.gradebook.tables import Table, read_table, to_csv, to_xlsx
from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import AlreadyExists, equals
from eduverse.kernel.modify import modify
from eduverse.vocabulary.permissions import Action, demand
from eduverse.vocabulary.principal import Principal

__all__ = ["GradeTransfers"]


class GradeTransfers:
    def __init__(self, records: GradeRecords, *, classes: Classes, clock: Clock) -> None:
        self._records = records
        self._classes = classes
        self._clock = clock

    async def export(self, principal: Principal, classroom_id: str, kind: Literal["csv", "xlsx"]) -> bytes:
        """Everybody's marks and totals."""
        await self._demand(principal, classroom_id)
        book = await self._records.book(classroom_id)
        rows = await self._records.rows(book, await self._records.students(classroom_id))
        table = _table(book, rows)
        return to_csv(table) if kind == "csv" else to_xlsx(table, "Grades")

    async def preview(self, principal: Principal, classroom_id: str, content: bytes) -> Plan:
        """What the file would change. Raises `UnreadableTable`."""
        await self._demand(principal, classroom_id)
        book = await self._records.book(classroom_id)
        students = await self._records.students(classroom_id)
        return plan_import(read_table(content), book, students, await self._records.all_sheets(classroom_id))

    async def take_over(self, principal: Principal, classroom_id: str, content: bytes, fingerprint: str) -> Plan:
        """Carries out what the preview with this fingerprint showed; sending it again at once is the same import.

        Raises `ImportChanged` when the file would by now change something else.
        """
        plan = await self.preview(principal, classroom_id, content)
        if plan.fingerprint != fingerprint:
            raise ImportChanged
        decided = Import(
            id=f"{classroom_id}:{fingerprint}",
            classroom_id=classroom_id,
            marks=tuple(
                Imported(user_id=one.user_id, column_id=one.column_id, points=one.points, excused=one.excused)
                for one in plan.changes
            ),
            by=principal.user_id,
            by_name=principal.name,
            at=self._clock.now(),
        )
        if decided.marks:
            await self._finish(await self._decided(decided))
        return plan

    async def finish(self) -> int:
        """Brings the sheets up to imports that a crash cut off; returns how many. For the sweeper."""
        page = await self._records.imports.find(equals("pending", True))
        for one in sorted(page.items, key=lambda one: (one.at, one.id)):
            await self._finish(one)
        return len(page.items)

    async def _decided(self, wanted: Import) -> Import:
        try:
            return await self._records.imports.insert(wanted)
        except AlreadyExists:
            return await self._records.imports.get(wanted.id) or wanted

    async def _finish(self, one: Import) -> None:
        """Every sheet gets the imports before this one first, so that all processes see the same history."""
        pending = await self._records.pending(one.classroom_id)
        for user_id in sorted({mark.user_id for mark in one.marks}):
            blank = blank_sheet(one.classroom_id, user_id)
            await modify(self._records.sheets, blank.id, lambda sheet: all_imported(sheet, pending), blank=blank)
        await modify(self._records.imports, one.id, _done)

    async def _demand(self, principal: Principal, classroom_id: str) -> None:
        demand(principal, Action.KEEP_GRADEBOOK, await self._classes.standing(principal, classroom_id))


def _done(one: Import) -> Import:
    return structs.replace(one, pending=False) if one.pending else one


def _table(book: Book, rows: list[Row]) -> Table:
    titles = [f"{column.title} ({column.max_points:g})" for column in book.columns]
    header: list[str | float | None] = ["Id", "Name", *titles, "Total %", "Grade"]
    return [header, *(_line(book, row) for row in rows)]


def _line(book: Book, row: Row) -> list[str | float | None]:
    cells = [EXCUSED if row.grades[column.id].excused else row.grades[column.id].points for column in book.columns]
    total = row.total(book)
    percent = None if total.fraction is None else round(total.fraction * 100, 4)
    return [row.student.user_id, row.student.name, *cells, percent, total.label]
