"""Materials: putting them on the shelf of a class, keeping them in order, and letting students see them."""

from collections.abc import AsyncIterable, Callable
from datetime import datetime
from typing import NamedTuple

from msgspec import structs

from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import Missing, Storage
from eduverse.kernel.ids import Ids
from eduverse.kernel.modify import modify
from eduverse.materials.catalogue import Catalogue
from eduverse.materials.errors import MaterialNotFound, TooManyMaterials
from eduverse.materials.intake import Intake
from eduverse.materials.model.kinds import safe_name
from eduverse.materials.model.material import (
    MATERIALS,
    MAX_MATERIALS,
    SHELVES,
    Material,
    Shelf,
    Version,
    add_version,
    remove,
    used,
)
from eduverse.materials.ports import Classes
from eduverse.vocabulary.permissions import Action, demand
from eduverse.vocabulary.principal import Principal, Standing

__all__ = ["Changes", "MaterialService", "Upload"]


class Upload(NamedTuple):
    """A file as it comes in."""

    body: AsyncIterable[bytes]
    name: str
    """What its sender calls it; only the words in it are used."""
    announced: int | None
    """Bytes, as its sender says."""


class Changes(NamedTuple):
    """None leaves a field as it is."""

    title: str | None = None
    archived: bool | None = None


class MaterialService:
    def __init__(
        self, storage: Storage, *, catalogue: Catalogue, classes: Classes, intake: Intake, clock: Clock, ids: Ids
    ) -> None:
        self._materials = storage.collection(MATERIALS)
        self._shelves = storage.collection(SHELVES)
        self._catalogue = catalogue
        self._classes = classes
        self._intake = intake
        self._clock = clock
        self._ids = ids

    async def add(self, principal: Principal, classroom_id: str, title: str, upload: Upload) -> Material:
        """A new material, which only the teacher sees until it is released. The file is kept from now on."""
        demand(principal, Action.MANAGE_MATERIALS, await self._classes.standing(principal, classroom_id))
        version = await self._taken(principal, classroom_id, upload, most=MAX_MATERIALS - 1)
        return await self._materials.insert(
            Material(
                id=self._ids.new(),
                classroom_id=classroom_id,
                title=title.strip() or version.name.rpartition(".")[0],
                created_at=self._clock.now(),
                versions=(version,),
            )
        )

    async def add_version(self, principal: Principal, material_id: str, upload: Upload) -> Material:
        """A newer file in the place of the current one, which stays among the versions."""
        material = await self._managed(principal, material_id)
        version = await self._taken(principal, material.classroom_id, upload, most=MAX_MATERIALS)
        return await self._changed(material_id, lambda one: add_version(one, version))

    async def change(self, principal: Principal, material_id: str, changes: Changes) -> Material:
        await self._managed(principal, material_id)
        fields = {name: value for name, value in changes._asdict().items() if value is not None}
        return await self._changed(material_id, lambda one: structs.replace(one, **fields))

    async def release(self, principal: Principal, material_id: str, at: datetime | None) -> Material:
        """Students see it from that moment on, or from now."""
        await self._managed(principal, material_id)
        moment = at or self._clock.now()
        return await self._changed(material_id, lambda one: structs.replace(one, release_at=moment))

    async def withhold(self, principal: Principal, material_id: str) -> Material:
        """Students do not see it, until it is released again."""
        await self._managed(principal, material_id)
        return await self._changed(material_id, lambda one: structs.replace(one, release_at=None))

    async def remove(self, principal: Principal, material_id: str) -> None:
        """Takes it away with all its versions. Nobody sees it from now on; its files follow."""
        await self._managed(principal, material_id)
        await self._changed(material_id, remove)

    async def arrange(self, principal: Principal, classroom_id: str, order: list[str]) -> list[Material]:
        """Puts the materials of a class in this order; what is not named comes after them."""
        demand(principal, Action.MANAGE_MATERIALS, await self._classes.standing(principal, classroom_id))
        wanted = tuple(dict.fromkeys(order))
        await modify(
            self._shelves,
            classroom_id,
            lambda shelf: structs.replace(shelf, order=wanted),
            blank=Shelf(id=classroom_id),
        )
        return await self._catalogue.ordered(classroom_id)

    async def of_classroom(self, principal: Principal, classroom_id: str) -> list[Material]:
        return await self._catalogue.shown(principal, classroom_id)

    async def get(self, principal: Principal, material_id: str) -> Material:
        return await self._catalogue.seen(principal, material_id)

    async def teaches(self, principal: Principal, classroom_id: str) -> bool:
        return await self._classes.standing(principal, classroom_id) is Standing.TEACHER

    async def _managed(self, principal: Principal, material_id: str) -> Material:
        material = await self._catalogue.managed(principal, material_id, Action.MANAGE_MATERIALS)
        await self._classes.demand_open(material.classroom_id)
        return material

    async def _taken(self, principal: Principal, classroom_id: str, upload: Upload, *, most: int) -> Version:
        await self._classes.demand_open(classroom_id)
        there = await self._catalogue.all_of(classroom_id)
        if len(there) > most:
            raise TooManyMaterials(materials=MAX_MATERIALS)
        taken = await self._intake.take(upload.body, upload.announced, used(there))
        return Version(
            number=1,
            cid=taken.reference.cid,
            size=taken.reference.size,
            kind=taken.kind,
            name=safe_name(upload.name, taken.kind),
            uploaded_by=principal.user_id,
            uploaded_at=self._clock.now(),
        )

    async def _changed(self, material_id: str, change: Callable[[Material], Material]) -> Material:
        try:
            return await modify(self._materials, material_id, change)
        except Missing:
            raise MaterialNotFound from None
