"""Reading what students may see of a class: its passages, in order or found by their words.

Which materials these are is decided before anything is looked for: what is not released cannot be ranked, counted
or cited.
"""

from typing import NamedTuple

from eduverse.kernel.documents import Order, Storage, equals, one_of
from eduverse.materials.catalogue import Catalogue
from eduverse.materials.model.material import source_of
from eduverse.materials.model.passages import PASSAGES, Passage
from eduverse.vocabulary.principal import Principal

__all__ = ["Found", "Library"]

_IN_ORDER = Order("id")


class Found(NamedTuple):
    """A passage and the title of the material that it is in."""

    title: str
    passage: Passage


class Library:
    def __init__(self, storage: Storage, *, catalogue: Catalogue) -> None:
        self._passages = storage.collection(PASSAGES)
        self._catalogue = catalogue

    async def passages(
        self,
        principal: Principal,
        classroom_id: str,
        *,
        material_id: str | None = None,
        page: int | None = None,
        limit: int = 50,
    ) -> list[Found]:
        """The passages of the released materials' current versions (of one material, of one page), in their order."""
        titles = await self._titles(principal, classroom_id, material_id)
        if not titles:
            return []
        where = [one_of("source", list(titles)), *([] if page is None else [equals("page", page)])]
        found = await self._passages.find(*where, order=_IN_ORDER, limit=limit)
        return [Found(titles[one.source], one) for one in found.items]

    async def search(self, principal: Principal, classroom_id: str, text: str, *, limit: int = 20) -> list[Found]:
        """The released passages that hold every word of `text`, best first, as the documents port searches."""
        titles = await self._titles(principal, classroom_id, None)
        if not titles:
            return []
        found = await self._passages.search(text, one_of("source", list(titles)), limit=limit)
        return [Found(titles[one.source], one) for one in found]

    async def _titles(self, principal: Principal, classroom_id: str, material_id: str | None) -> dict[str, str]:
        """Source -> title of what may be read; raises the classroom's problem, or `Forbidden` to outsiders."""
        released = await self._catalogue.released(principal, classroom_id)
        wanted = [one for one in released if material_id in (None, one.id)]
        return {source_of(one.id, one.current.number): one.title for one in wanted}
