"""The wiring of a class's materials."""

from typing import Any, NamedTuple

from litestar import Controller

from eduverse.app.settings import Settings
from eduverse.jobs.chores import Chore
from eduverse.kernel.clock import Clock
from eduverse.kernel.content import Content
from eduverse.kernel.documents import Storage
from eduverse.kernel.ids import Ids
from eduverse.materials.catalogue import Catalogue
from eduverse.materials.http import FileController, MaterialController
from eduverse.materials.intake import Intake, Limits
from eduverse.materials.library import Library
from eduverse.materials.links import LinkService
from eduverse.materials.ports import Classes, Reader, Seals
from eduverse.materials.service import MaterialService
from eduverse.materials.settling import Settling
from eduverse.reading.reader import ProcessReader

__all__ = ["Materials", "Needs", "build_materials"]

_MEGABYTE = 1_000_000


class Needs(NamedTuple):
    """What materials need from elsewhere."""

    content: Content
    classes: Classes
    seals: Seals
    reader: Reader | None = None
    """Without one, files are read in processes of their own."""


class Materials(NamedTuple):
    """The services of the slice, wired to each other."""

    service: MaterialService
    links: LinkService
    library: Library
    settling: Settling
    files: Content

    @property
    def controllers(self) -> list[type[Controller]]:
        return [MaterialController, FileController]

    @property
    def routed(self) -> dict[str, Any]:
        return {"materials": self.service, "links": self.links, "files": self.files}

    @property
    def chores(self) -> list[Chore]:
        return [
            Chore("read materials", self.settling.settle, every=2),
            Chore("collect content", self.settling.collect, every=6 * 3600),
        ]


def build_materials(storage: Storage, clock: Clock, ids: Ids, settings: Settings, needs: Needs) -> Materials:
    catalogue = Catalogue(storage, classes=needs.classes, clock=clock)
    reader = needs.reader or ProcessReader()
    limits = Limits(settings.material_megabytes * _MEGABYTE, settings.class_megabytes * _MEGABYTE)
    intake = Intake(needs.content, reader, limits)
    return Materials(
        service=MaterialService(
            storage, catalogue=catalogue, classes=needs.classes, intake=intake, clock=clock, ids=ids
        ),
        links=LinkService(storage, catalogue=catalogue, seals=needs.seals, clock=clock),
        library=Library(storage, catalogue=catalogue),
        settling=Settling(storage, content=needs.content, reader=reader),
        files=needs.content,
    )
