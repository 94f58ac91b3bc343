"""What a certificate says: an AchievementCredential (Open Badges 3.0, on W3C Verifiable Credentials 2.0)."""

import hashlib
import unicodedata
from datetime import UTC, datetime
from typing import Any, NamedTuple

__all__ = ["Award", "Recipient", "Status", "achievement_credential", "moment", "recipient_hash", "status_credential"]

_CREDENTIALS = "https://www.w3.org/ns/credentials/v2"
_OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"


class Recipient(NamedTuple):
    name: str
    """As its owner wants it printed; the only personal thing that is readable."""
    email: str | None
    """None leaves only the name to say whose it is."""
    salt: str


class Award(NamedTuple):
    """What was achieved."""

    quiz_url: str
    title: str
    classroom: str
    score: float
    """The fraction of all points."""


class Status(NamedTuple):
    list_url: str
    bit: int


def moment(when: datetime) -> str:
    """XML Schema's dateTimeStamp, to the second."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def recipient_hash(email: str, salt: str) -> str:
    """Open Badges 3.0, IdentityObject: of the address followed by the salt. The address is in the form in which
    accounts compare them."""
    address = unicodedata.normalize("NFKC", email.strip()).casefold()
    return f"sha256${hashlib.sha256((address + salt).encode()).hexdigest()}"


def achievement_credential(
    url: str, issuer: dict[str, Any], recipient: Recipient, award: Award, status: Status, issued_at: datetime
) -> dict[str, Any]:
    """The document, not yet signed. Every number in it is a text: canonical JSON has no two ways to write one."""
    score_url = f"{award.quiz_url}#score"
    return {
        "@context": [_CREDENTIALS, _OPEN_BADGES],
        "id": url,
        "type": ["VerifiableCredential", "AchievementCredential"],
        "name": award.title,
        "issuer": issuer,
        "validFrom": moment(issued_at),
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": _identifiers(recipient),
            "achievement": {
                "id": award.quiz_url,
                "type": ["Achievement"],
                "achievementType": "Assessment",
                "name": award.title,
                "description": award.classroom,
                "criteria": {"narrative": "Passed the quiz under the clock of the campus."},
                "resultDescription": [
                    {
                        "id": score_url,
                        "type": ["ResultDescription"],
                        "name": "Score",
                        "resultType": "Percent",
                        "valueMin": "0",
                        "valueMax": "100",
                    }
                ],
            },
            "result": [
                {"type": ["Result"], "resultDescription": score_url, "value": _percent(award.score)},
            ],
        },
        "credentialStatus": {
            "id": f"{status.list_url}#{status.bit}",
            "type": "BitstringStatusListEntry",
            "statusPurpose": "revocation",
            "statusListIndex": str(status.bit),
            "statusListCredential": status.list_url,
        },
    }


def status_credential(url: str, issuer: dict[str, Any], encoded: str, now: datetime) -> dict[str, Any]:
    """A status list, not yet signed (Bitstring Status List 1.0, 2.2)."""
    return {
        "@context": [_CREDENTIALS, _OPEN_BADGES],
        "id": url,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": issuer,
        "validFrom": moment(now),
        "credentialSubject": {
            "id": f"{url}#list",
            "type": "BitstringStatusList",
            "statusPurpose": "revocation",
            "encodedList": encoded,
        },
    }


def _percent(score: float) -> str:
    """Rounded down: nobody is told more than they have."""
    return str(int(score * 100 + 1e-9))


def _identifiers(recipient: Recipient) -> list[dict[str, Any]]:
    printed = {"type": "IdentityObject", "hashed": False, "identityHash": recipient.name, "identityType": "name"}
    if recipient.email is None:
        return [printed]
    hashed = {
        "type": "IdentityObject",
        "hashed": True,
        "identityHash": recipient_hash(recipient.email, recipient.salt),
        "identityType": "emailAddress",
        "salt": recipient.salt,
    }
    return [hashed, printed]
