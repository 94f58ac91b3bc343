"""The SQLite store keeps the whole contract, and what only a file can: it is reopened, locked, full and broken."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path

import apsw
import msgspec
import pytest
from tests.ports.documents_contract import DocumentsContract
from tests.ports.notes import MIXED, NOTES, Note, everything, ids, note, put
from tests.storage.disk import ForgetfulDisk

from eduverse.kernel.documents import AlreadyExists, Collection, Order, Storage, StorageUnavailable, equals
from eduverse.kernel.structs import Document
from eduverse.storage.sqlite import open_sqlite

PLAIN = Collection(name="notes", type=Note)


class TestSqlite(DocumentsContract):
    @pytest.fixture
    async def storage(self, tmp_path: Path) -> AsyncIterator[Storage]:
        async with open_sqlite(tmp_path) as storage:
            yield storage


class FixedClock:
    def now(self) -> datetime:
        return datetime(2026, 1, 1, tzinfo=UTC)

    def monotonic(self) -> float:
        return 0.0


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[ForgetfulDisk]:
    disk = ForgetfulDisk("disk")
    yield disk
    disk.unregister()


def ask(folder: Path, sql: str) -> list[tuple[object, ...]]:
    """What another program sees in the file."""
    connection = apsw.Connection(str(folder / "eduverse.db"), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


class TestFolder:
    async def test_is_made_for_its_owner_alone(self, tmp_path: Path) -> None:
        folder = tmp_path / "new" / "data"
        async with open_sqlite(folder) as storage:
            await storage.collection(NOTES).insert(note(1))
            assert {path.name for path in folder.iterdir()} >= {"eduverse.db", "eduverse.db-wal", "eduverse.lock"}
            assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
        assert folder.stat().st_mode & 0o777 == 0o700

    async def test_is_open_once(self, tmp_path: Path) -> None:
        async with open_sqlite(tmp_path), AsyncExitStack() as second:
            with pytest.raises(StorageUnavailable, match=rf"{tmp_path} is in use .*\(pid \d+\)"):
                await second.enter_async_context(open_sqlite(tmp_path))
        async with open_sqlite(tmp_path):
            pass

    async def test_is_locked_against_another_process(self, tmp_path: Path) -> None:
        code = (
            "import asyncio, pathlib, sys\n"
            "from eduverse.storage.sqlite import open_sqlite\n"
            "asyncio.run(open_sqlite(pathlib.Path(sys.argv[1])).__aenter__())\n"
        )
        async with open_sqlite(tmp_path):
            other = await asyncio.to_thread(
                subprocess.run, [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=False
            )
        assert other.returncode != 0
        assert f"The data folder {tmp_path} is in use" in other.stderr

    async def test_says_when_it_cannot_be_used(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("not a folder")
        async with AsyncExitStack() as stack:
            with pytest.raises(StorageUnavailable, match="file"):
                await stack.enter_async_context(open_sqlite(tmp_path / "file"))

    @pytest.mark.parametrize(
        ("sql", "message"),
        [
            ("PRAGMA user_version = 99; PRAGMA application_id = 0x45647556", "a newer EduVerse"),
            ("PRAGMA application_id = 7", "another program"),
        ],
    )
    async def test_leaves_a_strangers_file_alone(self, tmp_path: Path, sql: str, message: str) -> None:
        connection = apsw.Connection(str(tmp_path / "eduverse.db"))
        connection.execute(sql)
        connection.close()
        async with AsyncExitStack() as stack:
            with pytest.raises(StorageUnavailable, match=message):
                await stack.enter_async_context(open_sqlite(tmp_path))
        assert ask(tmp_path, "SELECT name FROM sqlite_master") == []

    async def test_says_when_the_file_is_no_database(self, tmp_path: Path) -> None:
        (tmp_path / "eduverse.db").write_text("nonsense " * 1000)
        async with AsyncExitStack() as stack:
            with pytest.raises(StorageUnavailable, match="cannot be opened"):
                await stack.enter_async_context(open_sqlite(tmp_path))


class TestReopening:
    async def test_keeps_everything(self, tmp_path: Path) -> None:
        async with open_sqlite(tmp_path) as storage:
            await put(storage.collection(NOTES), *MIXED)
        assert not (tmp_path / "eduverse.db-wal").exists()
        async with open_sqlite(tmp_path) as storage:
            assert await everything(storage.collection(NOTES)) == ids(MIXED)
        assert ask(tmp_path, "PRAGMA integrity_check") == [("ok",)]

    async def test_the_same_declaration_changes_nothing(self, tmp_path: Path) -> None:
        schema = "SELECT name, rootpage, sql FROM sqlite_master ORDER BY name"
        seen = []
        for _ in range(2):
            async with open_sqlite(tmp_path) as storage:
                storage.collection(NOTES)
            seen.append(ask(tmp_path, schema))
        assert seen[0] == seen[1]

    async def test_a_new_declaration_indexes_what_is_there(self, tmp_path: Path) -> None:
        """Fields become indexed and searched, and stop being so, without a change to any document."""
        async with open_sqlite(tmp_path) as storage:
            await put(storage.collection(PLAIN), *MIXED, note(9, title="École"))
        for _ in range(2):
            async with open_sqlite(tmp_path) as storage:
                notes = storage.collection(NOTES)
                assert ids((await notes.find(equals("stars", 3), order=Order("due_at"))).items) == [
                    "n002",
                    "n000",
                    "n006",
                ]
                assert ids(await notes.search("ecol")) == ["n009"]
            async with open_sqlite(tmp_path) as storage:
                again = storage.collection(PLAIN)
                assert len(await everything(again)) == 10
                with pytest.raises(ValueError, match="stars"):
                    await again.find(equals("stars", 3))
        names = {name for (name,) in ask(tmp_path, "SELECT name FROM sqlite_master WHERE sql IS NOT NULL")}
        assert names == {"_collections", "_ping", "notes"}

    async def test_an_older_program_reads_newer_documents(self, tmp_path: Path) -> None:
        class Newer(Note, frozen=True, kw_only=True):
            invented: str = "later"

        async with open_sqlite(tmp_path) as storage:
            await storage.collection(Collection(name="notes", type=Newer, indexed=("invented",))).insert(Newer(id="n"))
        async with open_sqlite(tmp_path) as storage:
            assert await storage.collection(NOTES).get("n") == Note(id="n", version=1)

    async def test_words_of_sql_are_names(self, tmp_path: Path) -> None:
        class Odd(Document, frozen=True, kw_only=True):
            order: int = 0
            group_by: int = msgspec.field(default=0, name="where")

        names = ("order", "group_by", "version")
        async with open_sqlite(tmp_path) as storage:
            odd = storage.collection(Collection(name="select", type=Odd, indexed=names))
            await odd.insert(Odd(id="1", order=1, group_by=2))
            assert len((await odd.find(*map(equals, names, (1, 2, 1)))).items) == 1


class TestFailing:
    async def test_a_full_disk_acknowledges_nothing(self, tmp_path: Path, disk: ForgetfulDisk) -> None:
        async with open_sqlite(tmp_path, vfs="disk") as storage:
            notes = storage.collection(NOTES)
            first = await notes.insert(note(1, title="kept"))
            disk.full = True
            tries = [notes.insert(note(2)), notes.replace(first), notes.delete("n001", 1), storage.ping()]
            results = await asyncio.gather(*tries, return_exceptions=True)
            assert [type(result) for result in results] == [StorageUnavailable] * 4
            assert (await notes.get("n001"), await notes.get("n002")) == (first, None)
            disk.full = False
            await notes.insert(note(2))
            await storage.ping()
        async with open_sqlite(tmp_path) as storage:
            assert await everything(storage.collection(NOTES)) == ["n001", "n002"]

    async def test_a_broken_disk_is_said_so(self, tmp_path: Path, disk: ForgetfulDisk) -> None:
        async with open_sqlite(tmp_path, vfs="disk") as storage:
            notes = storage.collection(NOTES)
            await put(notes, *(note(number, body="long " * 2000) for number in range(300)))
            disk.broken = True
            reads = [everything(notes), notes.search("long"), notes.count(), notes.insert(note(999)), storage.ping()]
            results = await asyncio.gather(*reads, return_exceptions=True)
            assert {type(result) for result in results if isinstance(result, Exception)} == {StorageUnavailable}
            assert [type(result) for result in results[-2:]] == [StorageUnavailable] * 2

    async def test_a_write_that_cannot_be_made_fails_alone(self, tmp_path: Path) -> None:
        """Writes of one batch: a refused one and one that SQLite itself cannot take leave the others be."""
        async with open_sqlite(tmp_path) as storage:
            notes = storage.collection(NOTES)
            await notes.insert(note(1))
            tries = [notes.insert(note(number, title="fine")) for number in range(4)]
            results = await asyncio.gather(*tries, notes.insert(Note(id="\ud800")), return_exceptions=True)
            assert [type(result) for result in results] == [Note, AlreadyExists, Note, Note, UnicodeEncodeError]
            assert ids(await notes.search("fine")) == ["n003", "n002", "n000"]

    async def test_nothing_is_taken_after_closing(self, tmp_path: Path) -> None:
        async with open_sqlite(tmp_path) as storage:
            notes = storage.collection(NOTES)
        for use in (storage.ping(), notes.insert(note(1)), notes.get("n001"), notes.count()):
            with pytest.raises(StorageUnavailable):
                await use

    async def test_a_write_outlives_its_caller(self, tmp_path: Path) -> None:
        async with open_sqlite(tmp_path) as storage:
            task = asyncio.create_task(storage.collection(NOTES).insert(note(1)))
            await asyncio.sleep(0)
            task.cancel()
        async with open_sqlite(tmp_path) as storage:
            assert await everything(storage.collection(NOTES)) == ["n001"]


class TestUpkeep:
    async def test_ping_writes(self, tmp_path: Path) -> None:
        async with open_sqlite(tmp_path, FixedClock()) as storage:
            await storage.ping()
        assert ask(tmp_path, "SELECT at FROM _ping") == [(1_767_225_600_000,)]

    async def test_the_wal_does_not_grow_for_ever(self, tmp_path: Path) -> None:
        async with open_sqlite(tmp_path, checkpoint_pages=20) as storage:
            notes = storage.collection(NOTES)
            for number in range(400):
                await notes.insert(note(number, body="text " * 500))
            assert (tmp_path / "eduverse.db-wal").stat().st_size < 600_000
            assert (tmp_path / "eduverse.db").stat().st_size > 900_000

    async def test_lists_and_counts_use_the_index(self, tmp_path: Path) -> None:
        """Neither a page nor a condition reads the whole table."""
        async with open_sqlite(tmp_path) as storage:
            storage.collection(NOTES)
        for sql in (
            'SELECT _json FROM notes WHERE "stars" IS NOT NULL AND ("stars", "id") > (1, 2) ORDER BY "stars", "id"',
            'SELECT _json FROM notes WHERE "stars" IS NULL AND "id" < 2 ORDER BY "id" DESC LIMIT 9',
            'SELECT _json FROM notes WHERE "ownerId" = 1 ORDER BY "id" LIMIT 9',
        ):
            plan = " ".join(str(row[-1]) for row in ask(tmp_path, f"EXPLAIN QUERY PLAN {sql}"))
            assert "SEARCH notes USING INDEX" in plan
            assert "TEMP B-TREE" not in plan
