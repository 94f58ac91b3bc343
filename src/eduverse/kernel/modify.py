"""Carrying out a rule: read a document, apply the rule, replace it, and again when somebody else was faster."""

import asyncio
from collections.abc import Callable
from typing import Any
from weakref import WeakKeyDictionary, WeakValueDictionary

from eduverse.kernel.documents import AlreadyExists, Documents, Missing, T, VersionConflict

__all__ = ["modify"]

_ATTEMPTS = 50
_locks: WeakKeyDictionary[Any, WeakValueDictionary[str, asyncio.Lock]] = WeakKeyDictionary()


async def modify(docs: Documents[T], doc_id: str, change: Callable[[T], T], *, blank: T | None = None) -> T:
    """Reads a document, applies `change`, replaces it; reads again when somebody else was faster.

    `change` is pure and may run several times; what it raises goes to the caller, and returning its argument
    writes nothing. Writers of one document in this process queue up here rather than conflict in the store.
    With `blank`, a document that is not there is as if it were that; without, raises `Missing`. Raises
    `VersionConflict` when others won fifty times in a row.
    """
    lock = _locks.setdefault(docs, WeakValueDictionary()).setdefault(doc_id, asyncio.Lock())
    async with lock:
        for _ in range(_ATTEMPTS):
            stored = await docs.get(doc_id)
            current = blank if stored is None else stored
            if current is None:
                raise Missing(doc_id)
            changed = change(current)
            if changed is current:
                return current
            try:
                return await (docs.insert(changed) if stored is None else docs.replace(changed))
            except (VersionConflict, AlreadyExists):
                continue
    raise VersionConflict(doc_id)
