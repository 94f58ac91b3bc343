"""What the material routes take and give. CIDs stay inside: a file is asked for by its material."""

from datetime import datetime
from typing import Annotated, Self

from msgspec import Meta

from eduverse.kernel.bounds import Id, Title
from eduverse.kernel.structs import Input, Struct
from eduverse.materials.links import Link, PageLink
from eduverse.materials.model.kinds import Kind
from eduverse.materials.model.material import MAX_MATERIALS, Material, Reading, Version
from eduverse.vocabulary.messages import Slide

__all__ = [
    "ArrangeMaterials",
    "FileLink",
    "MaterialList",
    "MaterialPageList",
    "MaterialPageView",
    "MaterialSlides",
    "MaterialView",
    "ReleaseMaterial",
    "UpdateMaterial",
    "VersionView",
]


class UpdateMaterial(Input, frozen=True, kw_only=True):
    title: Title | None = None
    archived: bool | None = None


class ReleaseMaterial(Input, frozen=True, kw_only=True):
    at: Annotated[datetime, Meta(tz=True)] | None = None
    """From when students see it; from now when it is left out."""


class ArrangeMaterials(Input, frozen=True, kw_only=True):
    classroom_id: Id
    material_ids: Annotated[list[Id], Meta(max_length=2 * MAX_MATERIALS)]


class VersionView(Struct, frozen=True, kw_only=True):
    number: int
    kind: Kind
    name: str
    size: int
    """Bytes."""
    pages: int
    """Pages or slides; 0 for what has none."""
    reading: Reading
    """Whether its text and pages have been taken out yet."""
    uploaded_at: datetime

    @classmethod
    def of(cls, version: Version) -> Self:
        return cls(
            number=version.number,
            kind=version.kind,
            name=version.name,
            size=version.size,
            pages=version.pages,
            reading=version.reading,
            uploaded_at=version.uploaded_at,
        )


class MaterialView(Struct, frozen=True, kw_only=True):
    id: str
    classroom_id: str
    title: str
    created_at: datetime
    release_at: datetime | None
    """From when students see it; null for not yet."""
    archived: bool
    current: VersionView
    versions: list[VersionView]
    """The newest last; students are shown the current one alone."""
    cover_url: str | None
    """How its first page looks."""

    @classmethod
    def of(cls, material: Material, cover: Link | None, *, teaches: bool) -> Self:
        versions = material.versions if teaches else (material.current,)
        return cls(
            id=material.id,
            classroom_id=material.classroom_id,
            title=material.title,
            created_at=material.created_at,
            release_at=material.release_at,
            archived=material.archived,
            current=VersionView.of(material.current),
            versions=[VersionView.of(version) for version in versions],
            cover_url=cover.path if cover else None,
        )


class MaterialList(Struct, frozen=True, kw_only=True):
    items: list[MaterialView]
    """In the class's order; a class has at most 200."""


class FileLink(Struct, frozen=True, kw_only=True):
    url: str
    until: datetime
    """From then on it opens nothing."""


class MaterialPageView(Struct, frozen=True, kw_only=True):
    """A page or a slide; in what has none, a section."""

    number: int
    heading: str
    text: str
    picture_url: str | None
    width: int
    height: int

    @classmethod
    def of(cls, page: PageLink) -> Self:
        return cls(
            number=page.number,
            heading=page.heading,
            text=page.text,
            picture_url=page.picture.path if page.picture else None,
            width=page.width,
            height=page.height,
        )


class MaterialPageList(Struct, frozen=True, kw_only=True):
    items: list[MaterialPageView]


class MaterialSlides(Struct, frozen=True, kw_only=True):
    """What `presentation:start` takes."""

    title: str
    slides: list[Slide]
