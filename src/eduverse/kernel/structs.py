"""The three kinds of value the program passes around. All are immutable; fields are camelCase on the wire."""

import msgspec

__all__ = ["NOTHING", "Document", "Input", "NoFields", "Struct"]


class Struct(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """A value. Unknown fields are ignored when one is decoded, so an older program reads a newer one's data."""


class Document(Struct, frozen=True, kw_only=True):
    """A value that is stored under its `id`; `version` counts its writes, and 0 means never stored."""

    id: str
    version: int = 0


class Input(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A value that comes from outside: a field we do not know is an error, not a surprise later."""


class NoFields(Input, frozen=True, kw_only=True):
    """A body without fields; it may be left out."""


NOTHING = NoFields()
