"""What every `Storage` must do. An adapter's test-suite is this class with a `storage` fixture.

An adapter that cannot keep a clause overrides that test by name, with the reason.
"""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator

import msgspec
import pytest
from tests.ports.documents_lists import ListsContract
from tests.ports.documents_search import SearchContract
from tests.ports.documents_values import ValuesContract
from tests.ports.notes import NOTES, Link, Note, Notes, ids, note, one

from eduverse.kernel.documents import (
    AlreadyExists,
    Collection,
    Missing,
    Storage,
    VersionConflict,
    equals,
)
from eduverse.kernel.modify import modify


class DocumentsContract(ListsContract, SearchContract, ValuesContract, ABC):
    @pytest.fixture
    @abstractmethod
    async def storage(self) -> AsyncIterator[Storage]:
        """An empty store."""
        yield  # type: ignore[misc]

    @pytest.fixture
    def notes(self, storage: Storage) -> Notes:
        return storage.collection(NOTES)

    async def test_a_stored_document_has_version_one(self, notes: Notes) -> None:
        stored = await notes.insert(note(1, title="Hello", links=[Link(page_url="/a", weight=0.5)]))
        assert stored.version == 1
        assert await notes.get("n001") == stored

    async def test_what_is_not_there_is_none(self, notes: Notes) -> None:
        assert await notes.get("nobody") is None
        assert await notes.get("") is None

    async def test_an_id_is_taken_once(self, notes: Notes) -> None:
        await notes.insert(note(1, title="first"))
        with pytest.raises(AlreadyExists):
            await notes.insert(note(1, title="second"))
        assert (await one(notes, "n001")).title == "first"

    async def test_of_parallel_inserts_one_wins(self, notes: Notes) -> None:
        tries = [notes.insert(note(1, title=str(number))) for number in range(20)]
        results = await asyncio.gather(*tries, return_exceptions=True)
        won = [result for result in results if isinstance(result, Note)]
        assert len(won) == 1
        assert sum(isinstance(result, AlreadyExists) for result in results) == 19
        assert await notes.get("n001") == won[0]

    async def test_replacing_counts_versions(self, notes: Notes) -> None:
        first = await notes.insert(note(1, title="a", stars=1))
        second = await notes.replace(msgspec.structs.replace(first, title="b", stars=None))
        assert second.version == 2
        assert await notes.get("n001") == second
        assert ids((await notes.find(equals("stars", 1))).items) == []

    async def test_an_old_version_replaces_nothing(self, notes: Notes) -> None:
        first = await notes.insert(note(1, title="a"))
        second = await notes.replace(msgspec.structs.replace(first, title="b"))
        with pytest.raises(VersionConflict):
            await notes.replace(msgspec.structs.replace(first, title="c"))
        assert await notes.get("n001") == second

    async def test_what_is_not_there_cannot_be_replaced(self, notes: Notes) -> None:
        for version in (0, 1):
            with pytest.raises(VersionConflict):
                await notes.replace(note(1, version=version))
        assert await notes.get("n001") is None

    async def test_of_parallel_replaces_one_wins(self, notes: Notes) -> None:
        first = await notes.insert(note(1))
        tries = [notes.replace(msgspec.structs.replace(first, stars=number)) for number in range(20)]
        results = await asyncio.gather(*tries, return_exceptions=True)
        won = [result for result in results if isinstance(result, Note)]
        assert len(won) == 1
        assert sum(isinstance(result, VersionConflict) for result in results) == 19
        assert await notes.get("n001") == won[0]

    async def test_deleting(self, notes: Notes) -> None:
        first = await notes.insert(note(1, title="gone"))
        with pytest.raises(VersionConflict):
            await notes.delete("n001", 2)
        assert await notes.get("n001") == first
        await notes.delete("n001", 1)
        await notes.delete("n001", 1)
        assert await notes.get("n001") is None
        assert await notes.search("gone") == []
        with pytest.raises(VersionConflict):
            await notes.replace(first)

    async def test_an_id_can_be_used_again_after_a_delete(self, notes: Notes) -> None:
        await notes.delete("n001", (await notes.insert(note(1, title="old"))).version)
        again = await notes.insert(note(1, title="new"))
        assert (again.version, ids(await notes.search("new")), await notes.search("old")) == (1, ["n001"], [])

    async def test_modify_loses_no_increment(self, notes: Notes) -> None:
        await notes.insert(note(1, stars=0))

        def add_star(current: Note) -> Note:
            return msgspec.structs.replace(current, stars=(current.stars or 0) + 1)

        await asyncio.gather(*(modify(notes, "n001", add_star) for _ in range(200)))
        final = await one(notes, "n001")
        assert (final.stars, final.version) == (200, 201)

    async def test_modify_without_a_change_writes_nothing(self, notes: Notes) -> None:
        await notes.insert(note(1))
        assert (await modify(notes, "n001", lambda current: current)).version == 1
        with pytest.raises(Missing):
            await modify(notes, "n002", lambda current: current)

    async def test_a_reader_gets_its_own_copy(self, notes: Notes) -> None:
        given = await notes.insert(note(1, links=[Link(page_url="/a")]))
        given.links.clear()
        (await one(notes, "n001")).links.clear()
        assert len((await one(notes, "n001")).links) == 1

    async def test_the_same_collection_is_the_same_documents(self, storage: Storage, notes: Notes) -> None:
        await notes.insert(note(1))
        again = storage.collection(NOTES)
        assert again is notes
        with pytest.raises(ValueError, match="notes"):
            storage.collection(Collection(name="notes", type=Note))

    async def test_collections_do_not_mix(self, storage: Storage, notes: Notes) -> None:
        others = storage.collection(Collection(name="notes_2", type=Note))
        await notes.insert(note(1, title="one"))
        await others.insert(note(1, title="two"))
        assert ((await one(notes, "n001")).title, (await one(others, "n001")).title) == ("one", "two")

    async def test_ping(self, storage: Storage) -> None:
        await storage.ping()
        await storage.ping()

    @pytest.mark.parametrize("indexed", [("nothing",), ("links",), ("extra",), ("tags",)])
    async def test_only_scalars_can_be_indexed(self, storage: Storage, indexed: tuple[str, ...]) -> None:
        with pytest.raises(TypeError, match=indexed[0]):
            storage.collection(Collection(name="wrong", type=Note, indexed=indexed))

    @pytest.mark.parametrize("name", ["", "a-b", "a.b", "_a", "a b", "$a", 'a"', "é"])
    async def test_names_of_collections_are_plain(self, storage: Storage, name: str) -> None:
        with pytest.raises(ValueError, match="name"):
            storage.collection(Collection(name=name, type=Note))
