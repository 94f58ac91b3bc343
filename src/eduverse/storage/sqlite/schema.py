"""Tables follow declarations: a collection's table is made, or made again, when its declaration has changed."""

# ruff: noqa: S608 (names are quoted and come from declarations)

import apsw
import msgspec

from eduverse.kernel.documents import StorageUnavailable
from eduverse.storage import words
from eduverse.storage.layout import Layout, T
from eduverse.storage.sqlite.statements import Statements, column, quoted

__all__ = ["check_format", "prepare"]

_APPLICATION = 0x45647556  # "EduV": what `file` and other tools see
_FORMAT = 1


def check_format(connection: apsw.Connection) -> None:
    """Marks a new file as ours. Raises `StorageUnavailable` for one that a newer program or another one wrote."""
    application = connection.pragma("application_id")
    written = connection.pragma("user_version")
    if application not in (0, _APPLICATION) or written > _FORMAT:
        author = "a newer EduVerse" if application == _APPLICATION else "another program"
        raise StorageUnavailable(f"{connection.filename} was written by {author}: this program leaves it as it is")
    connection.execute("CREATE TABLE IF NOT EXISTS _collections (name TEXT PRIMARY KEY, shape TEXT NOT NULL)")
    connection.execute("CREATE TABLE IF NOT EXISTS _ping (only INTEGER PRIMARY KEY CHECK (only = 1), at INTEGER)")
    if written != _FORMAT:
        connection.pragma("application_id", _APPLICATION)
        connection.pragma("user_version", _FORMAT)


def prepare(connection: apsw.Connection, layout: Layout[T], statements: Statements) -> None:
    """Makes a collection's tables fit its declaration; does nothing when they do. Runs in the caller's transaction."""
    shape = _shape(layout, statements)
    found = connection.execute("SELECT shape FROM _collections WHERE name = ?", (layout.name,)).fetchall()
    if found == [(shape,)]:
        return
    fresh = quoted(f"{layout.name}.fresh")
    connection.execute(f"DROP TABLE IF EXISTS {statements.words}")
    connection.execute(_create_table(fresh, statements))
    if layout.spec.text:
        connection.execute(_create_words(statements))
    if found:
        _move(connection, layout, statements, fresh)
    connection.execute(f"ALTER TABLE {fresh} RENAME TO {statements.table}")
    for field in statements.columns:
        index = quoted(f"{layout.name}.{field.wire}")
        connection.execute(f"CREATE INDEX {index} ON {statements.table} ({quoted(field.wire)}, id)")
    connection.execute("INSERT OR REPLACE INTO _collections VALUES (?, ?)", (layout.name, shape))


def _move(connection: apsw.Connection, layout: Layout[T], statements: Statements, fresh: str) -> None:
    """Copies every document, working out its columns and words again, and drops the old table with its indexes."""
    decode = msgspec.json.Decoder(layout.type).decode
    marks = ", ".join("?" * (4 + len(statements.columns)))
    for row, body in connection.execute(f"SELECT _row, _json FROM {statements.table}"):
        doc = decode(body)
        connection.execute(f"INSERT INTO {fresh} VALUES ({marks})", (row, *statements.row(doc, body)))
        if layout.spec.text:
            connection.execute(statements.put_words, (row, layout.joined_words(doc)))
    connection.execute(f"DROP TABLE {statements.table}")


def _shape(layout: Layout[T], statements: Statements) -> str:
    """A collection's declaration as text, to be compared with the one its tables were made for."""
    version = words.VERSION if layout.spec.text else 0
    shape = (sorted(map(column, statements.columns)), layout.spec.text, version)
    return msgspec.json.encode(shape).decode()


def _create_table(name: str, statements: Statements) -> str:
    columns = "".join(f", {column(field)}" for field in statements.columns)
    return (
        f"CREATE TABLE {name} (_row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, "
        f"_json TEXT NOT NULL{columns}) STRICT"
    )


def _create_words(statements: Statements) -> str:
    """An index of words without the text. The tokenizer only splits at spaces: words come folded already."""
    return (
        f"CREATE VIRTUAL TABLE {statements.words} USING fts5(words, content='', contentless_delete=1, "
        "detail=none, tokenize='ascii', prefix='2 3')"
    )
