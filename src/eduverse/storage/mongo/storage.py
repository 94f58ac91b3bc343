"""Connecting to MongoDB."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlsplit

from pymongo import AsyncMongoClient, ReadPreference, WriteConcern
from pymongo.asynchronous.collection import AsyncCollection
from pymongo.asynchronous.database import AsyncDatabase
from pymongo.errors import DuplicateKeyError, PyMongoError

from eduverse.kernel.clock import Clock, SystemClock, to_millis
from eduverse.kernel.documents import Collection, Documents, StorageUnavailable
from eduverse.storage.layout import Layout, T
from eduverse.storage.mongo.documents import MongoDocuments, Stored
from eduverse.storage.mongo.errors import server_answers
from eduverse.storage.mongo.filters import by_id

__all__ = ["MongoStorage", "open_mongo"]

_DURABLE = WriteConcern("majority", j=True)


@asynccontextmanager
async def open_mongo(url: str, clock: Clock | None = None, *, timeout: float = 5.0) -> AsyncIterator["MongoStorage"]:  # noqa: ASYNC109
    """Connects to the database that a `mongodb://` URL names, `eduverse` when it names none.

    Raises `StorageUnavailable` when no server there takes a durable write within `timeout` seconds; the message
    names the host and never the credentials. Later, too, a server that does not answer in that time is unavailable.
    """
    hosts = _hosts(url)
    try:
        client = _client(url, timeout)
    except (PyMongoError, ValueError):  # whose messages may quote the URL
        raise StorageUnavailable(f"The URL of MongoDB at {hosts} cannot be understood") from None
    async with client:
        storage = MongoStorage(client.get_default_database("eduverse"), clock or SystemClock())
        try:
            await storage.ping()
        except StorageUnavailable as error:
            raise StorageUnavailable(f"MongoDB at {hosts} does not take writes: {_reason(error)}") from error
        yield storage


class MongoStorage:
    """A `Storage` in a MongoDB database. Made by `open_mongo`."""

    def __init__(self, database: AsyncDatabase[Stored], clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._collections: dict[str, MongoDocuments[Any]] = {}

    def collection(self, spec: Collection[T], /) -> Documents[T]:
        """Opens a collection; its indexes are made by the first operation on it."""
        known = self._collections.get(spec.name)
        if known is None:
            known = MongoDocuments(Layout(spec), self._durable(spec.name), self._durable("_collections"))
            self._collections[spec.name] = known
        if known.layout.spec != spec:
            raise ValueError(f"the collection {spec.name} is already open with another declaration")
        return known

    async def ping(self) -> None:
        pings = self._durable("_ping")
        mark = {"_id": "ping", "at": to_millis(self._clock.now())}
        with server_answers("take a write"):
            result = await pings.replace_one(by_id("ping"), mark)
            if not result.matched_count:
                await _insert_unless_there(pings, mark)

    def _durable(self, name: str) -> AsyncCollection[Stored]:
        return self._database.get_collection(name, write_concern=_DURABLE, read_preference=ReadPreference.PRIMARY)


async def _insert_unless_there(collection: AsyncCollection[Stored], fields: Stored) -> None:
    try:
        await collection.insert_one(fields)
    except DuplicateKeyError:
        return


def _hosts(url: str) -> str:
    """The part of a URL that may be shown. Raises `StorageUnavailable` when it is no URL of a MongoDB."""
    parts = urlsplit(url)
    hosts = parts.netloc.rpartition("@")[2]
    if parts.scheme not in ("mongodb", "mongodb+srv") or not hosts:
        raise StorageUnavailable("The URL of the database cannot be understood: mongodb://host:port/name is one")
    return hosts


def _client(url: str, timeout: float) -> AsyncMongoClient[Stored]:
    milliseconds = int(timeout * 1000)
    return AsyncMongoClient(
        url,
        tz_aware=True,
        appname="eduverse",
        serverSelectionTimeoutMS=milliseconds,
        connectTimeoutMS=milliseconds,
        timeoutMS=milliseconds,
    )


def _reason(error: StorageUnavailable) -> str:
    """What MongoDB said, without the description of the whole topology that follows it."""
    return str(error.__cause__).partition(" (configured timeouts")[0].partition(", Timeout:")[0]
