"""Which materials there are, for whom: every way to one goes through here."""

from eduverse.kernel.clock import Clock
from eduverse.kernel.documents import Storage, equals
from eduverse.materials.errors import MaterialNotFound, VersionNotFound
from eduverse.materials.model.material import (
    MATERIALS,
    MAX_MATERIALS,
    SHELVES,
    Material,
    Version,
    in_order,
    is_out,
    version_of,
)
from eduverse.materials.ports import Classes
from eduverse.vocabulary.permissions import Action, demand
from eduverse.vocabulary.principal import Principal, Standing

__all__ = ["Catalogue"]

_MARGIN = 100
"""Beyond the most there may be: uploads at the same time may go over it a little."""


class Catalogue:
    def __init__(self, storage: Storage, *, classes: Classes, clock: Clock) -> None:
        self._materials = storage.collection(MATERIALS)
        self._shelves = storage.collection(SHELVES)
        self._classes = classes
        self._clock = clock

    async def seen(self, principal: Principal, material_id: str) -> Material:
        """A material for somebody who may see it now; to all others it does not exist."""
        material = await self.kept(material_id)
        standing = await self._classes.standing(principal, material.classroom_id)
        if standing is Standing.OUTSIDER or (standing is Standing.STUDENT and not self.is_out(material)):
            raise MaterialNotFound
        return material

    async def version(self, principal: Principal, material_id: str, number: int | None) -> tuple[Material, Version]:
        """A version of a material for somebody who may see it: older ones are the teacher's alone."""
        material = await self.seen(principal, material_id)
        version = version_of(material, number)
        if version != material.current and not await self._teaches(principal, material):
            raise VersionNotFound
        return material, version

    async def managed(self, principal: Principal, material_id: str, action: Action) -> Material:
        """A material for whoever may do that with it."""
        material = await self.seen(principal, material_id)
        demand(principal, action, await self._classes.standing(principal, material.classroom_id))
        return material

    async def kept(self, material_id: str) -> Material:
        """A material, whoever asks."""
        material = await self._materials.get(material_id)
        if material is None or material.removed:
            raise MaterialNotFound
        return material

    async def shown(self, principal: Principal, classroom_id: str) -> list[Material]:
        """What somebody sees of a class, in its order."""
        standing = await self._classes.standing(principal, classroom_id)
        demand(principal, Action.SEE_MATERIALS, standing)
        materials = await self.ordered(classroom_id)
        return materials if standing is Standing.TEACHER else [one for one in materials if self.is_out(one)]

    async def released(self, principal: Principal, classroom_id: str) -> list[Material]:
        """What a student of the class sees, for anybody who is in it."""
        return [one for one in await self.shown(principal, classroom_id) if self.is_out(one)]

    async def ordered(self, classroom_id: str) -> list[Material]:
        shelf = await self._shelves.get(classroom_id)
        materials = [one for one in await self.all_of(classroom_id) if not one.removed]
        return in_order(materials, shelf.order if shelf else ())

    async def all_of(self, classroom_id: str) -> list[Material]:
        """All of a class, those included that are being taken away: their files still take room."""
        page = await self._materials.find(equals("classroom_id", classroom_id), limit=MAX_MATERIALS + _MARGIN)
        return page.items

    async def _teaches(self, principal: Principal, material: Material) -> bool:
        return await self._classes.standing(principal, material.classroom_id) is Standing.TEACHER

    def is_out(self, material: Material) -> bool:
        return is_out(material, self._clock.now())
