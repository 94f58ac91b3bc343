"""MongoDB's errors, as the port's."""

from collections.abc import Iterator
from contextlib import contextmanager

from pymongo.errors import DuplicateKeyError, PyMongoError

from eduverse.kernel.documents import StorageUnavailable

__all__ = ["server_answers"]


@contextmanager
def server_answers(doing: str) -> Iterator[None]:
    """Raises `StorageUnavailable`, saying what could not be done, when the server or the way to it fails.

    After a lost connection nobody knows whether the last write was made; its version tells whoever tries again.
    """
    try:
        yield
    except DuplicateKeyError:
        raise
    except PyMongoError as error:
        raise StorageUnavailable(f"MongoDB cannot {doing}: {type(error).__name__}") from error
