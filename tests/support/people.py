"""People to try things with."""

from eduverse.vocabulary.avatar import AvatarData
from eduverse.vocabulary.principal import Principal, Role

__all__ = ["ADMIN", "EDUCATOR", "STRANGER", "STUDENT", "person", "students"]


def person(user_id: str, role: Role = Role.STUDENT, *, name: str | None = None) -> Principal:
    return Principal(
        user_id=user_id,
        session_id=f"session-{user_id}",
        name=name or user_id.title(),
        role=role,
        avatar_data=AvatarData(),
    )


def students(count: int) -> list[Principal]:
    return [person(f"student-{number:03}") for number in range(count)]


EDUCATOR = person("ada", Role.EDUCATOR)
STUDENT = person("mira")
STRANGER = person("sam")
ADMIN = person("root", Role.ADMIN)
