"""Who may do what in a room. It is asked anew at every event: somebody who is banned is still connected a moment."""

from eduverse.live.ports import Classes
from eduverse.vocabulary.permissions import Action, demand
from eduverse.vocabulary.sockets import Caller, Place

__all__ = ["Floor"]


class Floor:
    def __init__(self, classes: Classes) -> None:
        self._classes = classes

    async def demand(self, caller: Caller, action: Action) -> Place:
        """Where the caller is, and as what; raises `NotInRoom`, or `Forbidden` when they may not do it there."""
        room = caller.room()
        standing = await self._classes.standing(caller.principal, room)
        demand(caller.principal, action, standing)
        return Place(classroom_id=room, standing=standing)
