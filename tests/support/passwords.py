"""Password hashing that costs nothing."""

from eduverse.auth.passwords import Argon2Passwords

__all__ = ["PlainPasswords", "cheap_argon2"]


class PlainPasswords:
    """Keeps the password in its "hash" and writes down what was verified. `settings` makes older hashes outdated."""

    def __init__(self, settings: int = 1) -> None:
        self.settings = settings
        self.verified: list[tuple[str, str | None]] = []
        self.error: BaseException | None = None

    async def hash(self, password: str) -> str:
        return f"{self.settings}${password}"

    async def verify(self, password: str, against: str | None) -> bool:
        self.verified.append((password, against))
        if self.error:
            raise self.error
        return against is not None and against.partition("$")[2] == password

    def outdated(self, against: str) -> bool:
        return against.partition("$")[0] != str(self.settings)


def cheap_argon2(*, workers: int = 2, queue: int = 200, time_cost: int = 1) -> Argon2Passwords:
    return Argon2Passwords(workers=workers, queue=queue, time_cost=time_cost, memory_kib=8)
