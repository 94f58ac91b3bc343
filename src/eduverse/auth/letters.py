"""What the letters around an account say."""

from html import escape
from typing import Literal, NamedTuple

from eduverse.vocabulary.mail import Message

__all__ = ["LetterKind", "Letterhead", "account_letter"]

LetterKind = Literal["reset", "confirm"]
Language = Literal["en", "de"]


class Letterhead(NamedTuple):
    campus: str
    url: str
    """Where the campus is, without a slash at the end."""


_TEXTS: dict[Language, dict[LetterKind, tuple[str, str, str]]] = {
    "en": {
        "reset": (
            "Choose a new password for {campus}",
            "Somebody, hopefully you, wants a new password for your account. This link lets you choose one; it works"
            " once, and for 30 minutes:",
            "If it was not you, do nothing: your password stays as it is.",
        ),
        "confirm": (
            "Confirm your e-mail address for {campus}",
            "This link confirms that this address is yours; it works for 30 minutes:",
            "If you do not know what this is about, do nothing.",
        ),
    },
    "de": {
        "reset": (
            "Ein neues Passwort für {campus}",
            "Jemand, hoffentlich du, möchte ein neues Passwort für dein Konto. Mit diesem Link kannst du eins wählen;"
            " er gilt einmal und 30 Minuten lang:",
            "Wenn du es nicht warst, tu nichts: Dein Passwort bleibt, wie es ist.",
        ),
        "confirm": (
            "Bestätige deine E-Mail-Adresse für {campus}",
            "Dieser Link bestätigt, dass die Adresse dir gehört; er gilt 30 Minuten:",
            "Wenn du nicht weißt, worum es geht, tu nichts.",
        ),
    },
}


def account_letter(
    kind: LetterKind, language: Language, head: Letterhead, *, to: str, name: str, path: str, key: str
) -> Message:
    """`path` is what the letter's one link opens."""
    subject, before, after = _TEXTS[language][kind]
    link = f"{head.url}{path}"
    return Message(
        to=to,
        name=name,
        subject=subject.format(campus=head.campus),
        text=f"{before}\n\n{link}\n\n{after}\n",
        html=(
            f'<!doctype html>\n<html lang="{language}">\n<body>\n<p>{escape(before)}</p>\n'
            f'<p><a href="{escape(link)}">{escape(link)}</a></p>\n<p>{escape(after)}</p>\n</body>\n</html>\n'
        ),
        key=key,
    )
