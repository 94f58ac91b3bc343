"""A credential as the campus writes them, and an issuer with one key or more."""

from datetime import UTC, datetime
from typing import Any

from eduverse.credentials.issuer import Issuer, SigningKey
from eduverse.credentials.model.badge import Award, Recipient, Status, achievement_credential

__all__ = ["BASE", "NOON", "a_badge", "an_issuer"]

BASE = "https://campus.example"
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def an_issuer(*seeds: int, base: str = BASE) -> Issuer:
    """Newest key first; each key is named after its seed."""
    return Issuer([SigningKey(f"key{seed}", bytes([seed]) * 32) for seed in seeds or (1,)], base, "Campus")


def a_badge(issuer: Issuer) -> dict[str, Any]:
    return achievement_credential(
        f"{BASE}/api/credentials/c1",
        issuer.profile,
        Recipient("Mira Łukasz \U0001f98a محمد", "mira@school.example", "ab12"),
        Award(f"{BASE}/quizzes/q1", "Stars", "Planets", 0.929),
        Status(f"{BASE}/api/credentials/status/1", 77),
        NOON,
    )
