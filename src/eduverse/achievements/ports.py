"""What achievements need from elsewhere."""

from typing import Protocol

from eduverse.achievements.model import Facts

__all__ = ["FactFinder"]


class FactFinder(Protocol):
    async def facts(self, user_id: str) -> Facts:
        """What is stored about one person, in bounded quantity: their newest attempts and days."""
        ...
