"""Who is asking."""

import enum

from eduverse.kernel.structs import Struct
from eduverse.vocabulary.avatar import AvatarData

__all__ = ["Principal", "Role", "Standing"]


class Role(enum.StrEnum):
    """What an account is on this campus. Nobody gives it to themselves above what the operator opened."""

    STUDENT = "student"
    EDUCATOR = "educator"
    ADMIN = "admin"


class Standing(enum.StrEnum):
    """What somebody is in one classroom."""

    TEACHER = "teacher"
    STUDENT = "student"
    OUTSIDER = "outsider"


class Principal(Struct, frozen=True, kw_only=True):
    """A signed-in person, as far as rules and other people need to know them."""

    user_id: str
    session_id: str
    name: str
    role: Role
    avatar_data: AvatarData
