"""What a letter says: one for all that is owed to one person, in their language."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple
from urllib.parse import quote

from eduverse.notifications.model import (
    About,
    AchievementTold,
    Language,
    Notification,
    QuizGradedTold,
    QuizOpenedTold,
    StudentsEnrolledTold,
    TeacherNotice,
)
from eduverse.notifications.ports import Reader
from eduverse.vocabulary.mail import Message

__all__ = ["Letterhead", "letter"]

_NAMES = 3


class Letterhead(NamedTuple):
    campus: str
    url: str
    """Where the campus is, without a slash at the end."""


class _Item(NamedTuple):
    sentence: str
    path: str


_FRAME: dict[Language, dict[str, str]] = {
    "en": {
        "one": "News from {campus}",
        "many": "{count} pieces of news from {campus}",
        "hello": "Hello {name},",
        "why": "You get this because of your settings; change them on your profile: {url}",
    },
    "de": {
        "one": "Neues von {campus}",
        "many": "{count} Neuigkeiten von {campus}",
        "hello": "Hallo {name},",
        "why": "Das kommt wegen deiner Einstellungen; ändern kannst du sie in deinem Profil: {url}",
    },
}

_SENTENCES: dict[Language, dict[str, str]] = {
    "en": {
        "quizOpened": "The quiz “{title}” is open in “{classroom}”.",
        "passed": "“{title}” is graded: {percent} %. Passed!",
        "failed": "“{title}” is graded: {percent} %. Not passed this time.",
        "achievement": "You have earned a new badge.",
        "enrolledOne": "{names} joined “{classroom}”.",
        "enrolledMany": "{names} and {more} more joined “{classroom}”.",
        "notice": "{teacher} writes to “{classroom}”: {text}",
    },
    "de": {
        "quizOpened": "Das Quiz „{title}“ ist in „{classroom}“ offen.",
        "passed": "„{title}“ ist ausgewertet: {percent} %. Bestanden!",
        "failed": "„{title}“ ist ausgewertet: {percent} %. Diesmal nicht bestanden.",
        "achievement": "Du hast ein neues Abzeichen bekommen.",
        "enrolledOne": "{names} ist jetzt in „{classroom}“.",
        "enrolledMany": "{names} und {more} weitere sind jetzt in „{classroom}“.",
        "notice": "{teacher} schreibt an „{classroom}“: {text}",
    },
}


def letter(reader: Reader, owed: Sequence[Notification], language: Language, head: Letterhead) -> Message:
    """`owed` is not empty; the letter's key is made of it, so the same letter is recognised as the same."""
    frame = _FRAME[language]
    items = [_item(one.about, language) for one in owed]
    hello = frame["hello"].format(name=reader.name)
    why = frame["why"].format(url=f"{head.url}/profile")
    subject = frame["one" if len(items) == 1 else "many"].format(count=len(items), campus=head.campus)
    return Message(
        to=reader.email,
        name=reader.name,
        subject=subject,
        text="\n\n".join([hello, *(f"{one.sentence}\n{head.url}{one.path}" for one in items), "-- \n" + why]) + "\n",
        html=_html(language, [hello, *items, why], head),
        key="notifications:" + ",".join(sorted(one.id for one in owed)),
    )


def _html(language: Language, parts: Sequence[str | _Item], head: Letterhead) -> str:
    """Whatever people wrote is text in it: nothing is loaded, nothing runs."""
    rows = [
        f"<p>{escape(part)}</p>"
        if isinstance(part, str)
        else f'<p><a href="{escape(head.url + part.path)}">{escape(part.sentence)}</a></p>'
        for part in parts
    ]
    return f'<!doctype html>\n<html lang="{language}">\n<body>\n{chr(10).join(rows)}\n</body>\n</html>\n'


def _item(about: About, language: Language) -> _Item:
    say = _SENTENCES[language]
    match about:
        case QuizOpenedTold(title=title, classroom=classroom):
            sentence = say["quizOpened"].format(title=title, classroom=classroom)
            return _Item(sentence, _desk(about.classroom_id, "quizzes"))
        case QuizGradedTold(title=title, score=score, passed=passed):
            sentence = say["passed" if passed else "failed"].format(title=title, percent=int(score * 100 + 1e-9))
            return _Item(sentence, _desk(about.classroom_id, "quizzes"))
        case AchievementTold():
            return _Item(say["achievement"], "/profile")
        case StudentsEnrolledTold(people=people, classroom=classroom):
            names, more = ", ".join(list(people.values())[:_NAMES]), len(people) - _NAMES
            which = "enrolledMany" if more > 0 else "enrolledOne"
            return _Item(say[which].format(names=names, more=more, classroom=classroom), _desk(about.classroom_id))
        case TeacherNotice(teacher=teacher, classroom=classroom, text=text):
            sentence = say["notice"].format(teacher=teacher, classroom=classroom, text=text)
            return _Item(sentence, _desk(about.classroom_id))


def _desk(classroom_id: str, tab: str = "") -> str:
    return f"/classrooms/{quote(classroom_id, safe='')}/desk{tab and '/'}{tab}"
