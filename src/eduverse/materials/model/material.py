"""A material: its versions, who sees it from when, and the shelf on which a class has them in order."""

import enum
from collections.abc import Iterable
from datetime import datetime

from msgspec import structs

from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document, Struct
from eduverse.materials.errors import TooManyVersions, VersionNotFound
from eduverse.materials.model.kinds import Kind

__all__ = [
    "MATERIALS",
    "MAX_MATERIALS",
    "MAX_VERSIONS",
    "SHELVES",
    "Material",
    "Reading",
    "Shelf",
    "Version",
    "add_version",
    "finish_reading",
    "in_order",
    "is_out",
    "remove",
    "source_of",
    "used",
    "version_of",
]

MAX_MATERIALS = 200
"""Of a class."""
MAX_VERSIONS = 50


class Reading(enum.StrEnum):
    """Whether text and pages have been taken out of a version."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"
    """It cannot be read; the file itself can still be used."""


class Version(Struct, frozen=True, kw_only=True):
    number: int
    """From 1."""
    cid: str
    size: int
    """Bytes."""
    kind: Kind
    name: str
    """As the file is called when it is downloaded."""
    uploaded_by: str
    uploaded_at: datetime
    reading: Reading = Reading.WAITING
    pages: int = 0
    """Pages or slides; 0 for what has none."""


class Material(Document, frozen=True, kw_only=True):
    classroom_id: str
    title: str
    created_at: datetime
    release_at: datetime | None = None
    """From when students see it; None for not yet."""
    archived: bool = False
    removed: bool = False
    """Nobody sees it any more, and what belongs to it is being taken away."""
    versions: tuple[Version, ...] = ()
    """The newest last. There is at least one."""
    unsettled: bool = True
    """Whether something has yet to follow from this document: a field that the sweep can ask for."""

    @property
    def current(self) -> Version:
        return self.versions[-1]


class Shelf(Document, frozen=True, kw_only=True):
    """The order of a classroom's materials; its id is the classroom's. What it does not name comes last."""

    order: tuple[str, ...] = ()


MATERIALS = Collection(name="materials", type=Material, indexed=("classroom_id", "unsettled"))
SHELVES = Collection(name="material_shelves", type=Shelf)


def source_of(material_id: str, number: int) -> str:
    """The name of one version: what its passages and pages carry, and what pins its files."""
    return f"{material_id}:{number}"


def version_of(material: Material, number: int | None) -> Version:
    """The version of that number, or the current one."""
    if number is None:
        return material.current
    found = next((version for version in material.versions if version.number == number), None)
    if found is None:
        raise VersionNotFound
    return found


def add_version(material: Material, version: Version) -> Material:
    """A newer file; those before it stay. Its number is the next one, whatever it says."""
    if len(material.versions) >= MAX_VERSIONS:
        raise TooManyVersions(versions=MAX_VERSIONS)
    numbered = structs.replace(version, number=material.current.number + 1)
    return structs.replace(material, versions=(*material.versions, numbered), unsettled=True)


def finish_reading(material: Material, number: int, reading: Reading, pages: int) -> Material:
    versions = tuple(
        structs.replace(version, reading=reading, pages=pages) if version.number == number else version
        for version in material.versions
    )
    waits = material.removed or any(version.reading is Reading.WAITING for version in versions)
    return structs.replace(material, versions=versions, unsettled=waits)


def remove(material: Material) -> Material:
    return structs.replace(material, removed=True, unsettled=True)


def is_out(material: Material, now: datetime) -> bool:
    """Whether students see it."""
    released = material.release_at is not None and material.release_at <= now
    return released and not material.archived and not material.removed


def used(materials: Iterable[Material]) -> int:
    """Bytes of all versions."""
    return sum(version.size for material in materials for version in material.versions)


def in_order(materials: Iterable[Material], order: tuple[str, ...]) -> list[Material]:
    places = {material_id: place for place, material_id in enumerate(order)}
    return sorted(materials, key=lambda material: (places.get(material.id, len(places)), material.id))
