"""What the routes for files of questions give: for teachers, with keys."""

from eduverse.kernel.structs import Struct
from eduverse.quizzes.formats import FORMATS, Entry, Exported, Finding, Imported

__all__ = ["BankExport", "BankImportReport", "ReadQuestion"]


class ReadQuestion(Struct, frozen=True, kw_only=True):
    """A question of a file, for a glance at it."""

    type: str
    text: str
    tags: list[str]
    category: str | None

    @classmethod
    def of(cls, entry: Entry) -> "ReadQuestion":
        question = entry.question
        return cls(
            type=str(question.__struct_config__.tag),
            text=question.text,
            tags=list(entry.tags),
            category=entry.category,
        )


class BankImportReport(Struct, frozen=True, kw_only=True):
    """`elements` is what the file holds: as many as were imported and skipped."""

    dry_run: bool
    """Nothing was imported; this is what would be."""
    elements: int
    imported: int
    questions: list[ReadQuestion]
    skipped: list[Finding]
    notes: list[Finding]
    """What was lost of questions that did come in."""

    @classmethod
    def of(cls, imported: Imported, *, dry_run: bool) -> "BankImportReport":
        return cls(
            dry_run=dry_run,
            elements=imported.report.elements,
            imported=len(imported.questions),
            questions=[ReadQuestion.of(entry) for entry in imported.questions],
            skipped=list(imported.report.skipped),
            notes=list(imported.report.notes),
        )


class BankExport(Struct, frozen=True, kw_only=True):
    """A file to save, and what it does not hold."""

    file_name: str
    media_type: str
    content: str
    exported: int
    skipped: list[Finding]
    notes: list[Finding]

    @classmethod
    def of(cls, exported: Exported, format_name: str) -> "BankExport":
        report, how = exported.report, FORMATS[format_name]
        return cls(
            file_name=f"questions{how.ending}",
            media_type=how.media_type,
            content=exported.data.decode(),
            exported=report.elements - len(report.skipped),
            skipped=list(report.skipped),
            notes=list(report.notes),
        )
