"""Who gets grades."""

from eduverse.kernel.structs import Struct

__all__ = ["Student"]


class Student(Struct, frozen=True, kw_only=True):
    user_id: str
    name: str
