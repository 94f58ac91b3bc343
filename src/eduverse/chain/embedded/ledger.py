"""What the embedded chain keeps, in `chain.sqlite`: a block with all that follows from it is one transaction."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import apsw
import msgspec

from eduverse.chain.embedded.journal import Change
from eduverse.kernel.chain import ChainUnavailable

__all__ = ["Ledger"]

_TABLES = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS block (number INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, body TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS tx (
    hash TEXT PRIMARY KEY, block INTEGER NOT NULL, raw BLOB NOT NULL, body TEXT NOT NULL, receipt TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS tx_block ON tx (block);
CREATE TABLE IF NOT EXISTS log (
    block INTEGER NOT NULL, position INTEGER NOT NULL, address TEXT NOT NULL,
    topic0 TEXT, topic1 TEXT, topic2 TEXT, topic3 TEXT, body TEXT NOT NULL, PRIMARY KEY (block, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS log_address ON log (address, topic0, block);
CREATE TABLE IF NOT EXISTS account (
    address TEXT PRIMARY KEY, nonce INTEGER NOT NULL, balance TEXT NOT NULL, code BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS slot (
    address TEXT NOT NULL, slot TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (address, slot)
) STRICT, WITHOUT ROWID;
"""


class Ledger:
    """One connection that holds the file alone: a second process is refused. `None` keeps it in memory."""

    def __init__(self, path: Path | None) -> None:
        try:
            self._db = _open(path)
        except (apsw.Error, OSError) as error:
            raise ChainUnavailable(_complaint(path, error)) from error

    def close(self) -> None:
        self._db.close()

    def transaction(self) -> apsw.Connection:
        """A context: what is written in it is on the disk when it ends, or was never written."""
        return self._db

    # --- writing --------------------------------------------------------------------------------------------

    def put_meta(self, name: str, value: Any) -> None:
        self._db.execute("INSERT INTO meta VALUES (?, ?)", (name, msgspec.json.encode(value).decode()))

    def put_block(self, block: dict[str, Any]) -> None:
        values = (int(block["number"], 16), block["hash"], _text(block))
        self._db.execute("INSERT INTO block VALUES (?, ?, ?)", values)

    def put_transaction(self, raw: bytes, body: dict[str, Any], receipt: dict[str, Any]) -> None:
        number = int(receipt["blockNumber"], 16)
        self._db.execute(
            "INSERT INTO tx VALUES (?, ?, ?, ?, ?)", (body["hash"], number, raw, _text(body), _text(receipt))
        )
        for log in receipt["logs"]:
            topics = (log["topics"] + [None] * 4)[:4]
            values = (number, int(log["logIndex"], 16), log["address"], *topics, _text(log))
            self._db.execute("INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)

    def put_changes(self, changes: Iterable[Change]) -> None:
        for change in changes:
            self._db.execute(
                "INSERT INTO account VALUES (?1, ?2, ?3, coalesce(?4, x'')) ON CONFLICT (address) DO UPDATE "
                "SET nonce = ?2, balance = ?3, code = coalesce(?4, code)",
                (change.address, change.nonce, str(change.balance), change.code),
            )
            for slot, value in change.slots:
                values = (change.address, str(slot), str(value))
                self._db.execute("INSERT OR REPLACE INTO slot VALUES (?, ?, ?)", values)

    # --- reading --------------------------------------------------------------------------------------------

    def meta(self, name: str) -> Any:
        rows = self._db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchall()
        return msgspec.json.decode(str(rows[0][0])) if rows else None

    def state(self) -> Iterator[Change]:
        """Every account with everything in it."""
        slots: dict[str, list[tuple[int, int]]] = {}
        for address, slot, value in self._db.execute("SELECT address, slot, value FROM slot"):
            slots.setdefault(address, []).append((int(slot), int(value)))
        for address, nonce, balance, code in self._db.execute("SELECT address, nonce, balance, code FROM account"):
            held = tuple(sorted(slots.get(address, ())))
            yield Change(address=address, nonce=nonce, balance=int(balance), code=code or None, slots=held)

    def block(self, number: int | None) -> dict[str, Any] | None:
        """By its number; the newest one for None."""
        if number is None:
            return self._one("SELECT body FROM block ORDER BY number DESC LIMIT 1")
        return self._one("SELECT body FROM block WHERE number = ?", number)

    def block_by_hash(self, block_hash: str) -> dict[str, Any] | None:
        return self._one("SELECT body FROM block WHERE hash = ?", block_hash)

    def transaction_by_hash(self, transaction: str) -> dict[str, Any] | None:
        return self._one("SELECT body FROM tx WHERE hash = ?", transaction)

    def receipt(self, transaction: str) -> dict[str, Any] | None:
        return self._one("SELECT receipt FROM tx WHERE hash = ?", transaction)

    def raws(self, number: int) -> list[bytes]:
        """The signed transactions of a block, in order; a block has one or none."""
        return [row[0] for row in self._db.execute("SELECT raw FROM tx WHERE block = ? ORDER BY hash", (number,))]

    def logs(self, first: int, last: int, addresses: set[str], topics: list[set[str] | None]) -> list[dict[str, Any]]:
        """Events of blocks `first` to `last`; no address means any, and so does None among the topics."""
        tests, values = ["block BETWEEN ? AND ?"], [first, last]
        wanted = [("address", addresses or None), *((f"topic{at}", one) for at, one in enumerate(topics))]
        for column, options in wanted:
            if options is None and column != "address":
                tests.append(f"{column} IS NOT NULL")
            elif options is not None:
                tests.append(f"{column} IN ({', '.join('?' * len(options))})")
                values += options  # type: ignore[arg-type]
        sql = f"SELECT body FROM log WHERE {' AND '.join(tests)} ORDER BY block, position"  # noqa: S608 (our names)
        return [msgspec.json.decode(row[0]) for row in self._db.execute(sql, values)]

    def _one(self, sql: str, *values: Any) -> dict[str, Any] | None:
        rows = self._db.execute(sql, values).fetchall()
        return msgspec.json.decode(str(rows[0][0])) if rows else None


def _open(path: Path | None) -> apsw.Connection:
    if path is not None:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    db = apsw.Connection(":memory:" if path is None else str(path))
    db.pragma("locking_mode", "exclusive")
    db.pragma("journal_mode", "wal")
    db.pragma("synchronous", "FULL")
    with db:
        db.execute(_TABLES)
        db.execute("INSERT OR REPLACE INTO meta VALUES ('format', '1')")
    return db


def _complaint(path: Path | None, error: Exception) -> str:
    if isinstance(error, apsw.BusyError):
        return f"{path} is in use by another EduVerse process"
    return f"{path} cannot be used: {error}"


def _text(value: Any) -> str:
    return msgspec.json.encode(value).decode()
