"""How far in the chain the transfers of a contract have been read."""

from msgspec import structs

from eduverse.kernel.documents import Collection
from eduverse.kernel.structs import Document

__all__ = ["MARKS", "Mark", "mark_id", "read_to"]


class Mark(Document, frozen=True, kw_only=True):
    block: int
    """The last one that is settled and read."""


MARKS = Collection(name="transfer_marks", type=Mark)


def mark_id(chain_id: int, contract: str) -> str:
    return f"{chain_id}:{contract}"


def read_to(mark: Mark, block: int) -> Mark:
    """Never back: another process may be further."""
    return mark if block <= mark.block else structs.replace(mark, block=block)
