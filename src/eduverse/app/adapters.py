"""Small adapters from what one slice offers to what another asks for."""

from collections.abc import Sequence

from eduverse.auth.service import AuthService
from eduverse.classrooms.ports import Person

__all__ = ["AccountPeople"]


class AccountPeople:
    """`classrooms` asks for people; accounts are people."""

    def __init__(self, auth: AuthService) -> None:
        self._auth = auth

    async def people(self, user_ids: Sequence[str]) -> list[Person]:
        users = await self._auth.users(user_ids)
        return [Person(user_id=user.id, name=user.name, avatar_data=user.avatar_data) for user in users]
