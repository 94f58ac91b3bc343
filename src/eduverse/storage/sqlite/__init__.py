"""Documents in one SQLite file, for one process: the default store.

A write returns when it has reached the disk (WAL, `synchronous=FULL`); writes that wait at the same time share one
transaction (`writer`). Reads of a document and of a page run on the event loop, which costs less than handing them
to a thread; searches and long lists run in one (`reader`).
"""

from eduverse.storage.sqlite.storage import SqliteStorage, open_sqlite

__all__ = ["SqliteStorage", "open_sqlite"]
