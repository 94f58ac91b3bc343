"""A campus to try: one teacher, two students, a few classrooms and a quiz, made once per data folder."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import NamedTuple

from msgspec import json as msgjson

from eduverse.app.campus import Services
from eduverse.auth.service import Registration
from eduverse.classrooms.model import Classroom, Visibility
from eduverse.classrooms.service import NewClassroom
from eduverse.gateway.campus import DemoAccount
from eduverse.kernel.ids import Entropy, Ids
from eduverse.kernel.structs import Struct
from eduverse.materials.service import Upload
from eduverse.quizzes.schemas import CreateQuiz
from eduverse.vocabulary.avatar import AvatarData
from eduverse.vocabulary.principal import Principal, Role

__all__ = ["DemoCampus", "seed_demo"]

_FILE = "demo.json"
_TEXT = Path(__file__).with_name("solar_system.md")


class DemoCampus(Struct, frozen=True, kw_only=True):
    """What a demo tells whoever started it."""

    accounts: list[DemoAccount]
    classroom: str
    quiz: str
    join_code: str | None = None


class _Person(NamedTuple):
    label: str
    email: str
    name: str
    role: Role
    looks: AvatarData


_TEACHER = _Person(
    "Teacher",
    "ada@demo.eduverse.example",
    "Ada Okafor",
    Role.EDUCATOR,
    AvatarData(
        skin="#8d5a3b",
        hair="bun",
        hair_colour="#241a16",
        outfit="blazer",
        outfit_colour="#2f6f62",
        accessory="glasses",
    ),
)
_STUDENTS = (
    _Person(
        "Student",
        "mira@demo.eduverse.example",
        "Mira Lindqvist",
        Role.STUDENT,
        AvatarData(
            skin="#f0c7a4",
            hair="bob",
            hair_colour="#c98b3c",
            outfit="dungarees",
            outfit_colour="#d2603a",
            expression="grin",
        ),
    ),
    _Person(
        "Student",
        "tom@demo.eduverse.example",
        "Tom Nakamura",
        Role.STUDENT,
        AvatarData(
            hair="curly", hair_colour="#2b2320", outfit="hoodie", outfit_colour="#3f7fb5", accessory="headphones"
        ),
    ),
)

_CLASSES = (
    NewClassroom(
        "A tour of the solar system",
        "Eight planets in forty minutes: what they are made of, how far they are, and why we are on this one.",
        "Astronomy",
        Visibility.PUBLIC,
        30,
    ),
    NewClassroom(
        "Fractions without fear",
        "Halves, thirds and what happens between them. Bring paper to fold.",
        "Mathematics",
        Visibility.PUBLIC,
        24,
    ),
    NewClassroom(
        "Poems under the trees",
        "We read one poem a week aloud, slowly, and find out how it works.",
        "Literature",
        Visibility.PUBLIC,
        16,
    ),
    NewClassroom(
        "Science club",
        "For the club's members: the code is on the lab's door.",
        "Science",
        Visibility.PRIVATE,
        12,
    ),
)

_QUIZ = {
    "title": "Planets: what stuck?",
    "timeLimitSeconds": 300,
    "passScore": 0.5,
    "tokensReward": 20,
    "maxAttempts": 3,
    "questions": [
        {
            "type": "single",
            "text": "Which planet is the largest?",
            "points": 1,
            "explanation": "Jupiter has more mass than all the other planets together.",
            "options": [
                {"text": "Saturn"},
                {"text": "Jupiter", "correct": True},
                {"text": "Neptune"},
                {"text": "Earth"},
            ],
        },
        {
            "type": "multiple",
            "text": "Which of these planets have rings?",
            "points": 2,
            "explanation": "All four giants have rings; Saturn's are merely the ones that are easy to see.",
            "options": [
                {"text": "Saturn", "correct": True},
                {"text": "Mars"},
                {"text": "Uranus", "correct": True},
                {"text": "Venus"},
            ],
        },
        {
            "type": "trueFalse",
            "text": "A day on Venus is longer than its year.",
            "points": 1,
            "explanation": "Venus turns once in 243 Earth days and circles the Sun in 225.",
            "correct": True,
        },
        {
            "type": "shortAnswer",
            "text": "Which planet was found by calculation before anybody saw it?",
            "points": 1,
            "explanation": "Le Verrier computed where Neptune had to be; Galle saw it there the same night.",
            "accepted": ["Neptune"],
        },
    ],
}


async def seed_demo(folder: Path, services: Services, ids: Ids, entropy: Entropy) -> DemoCampus:
    """The demo campus of this data folder: read where it was made before, else made now.

    Its record is written last. A start that was cut off finds its accounts with passwords nobody knows, and
    makes new ones beside them.
    """
    path = folder / _FILE
    if path.exists():
        return msgjson.decode(path.read_bytes(), type=DemoCampus)
    tag = ids.code(4) if await services.auth.user_by_email(_TEACHER.email) else ""
    accounts, principals = [], []
    for person in (_TEACHER, *_STUDENTS):
        account = DemoAccount(label=person.label, email=_address(person.email, tag), password=_password(entropy))
        accounts.append(account)
        principals.append(await _register(services, person, account))
    teacher, *students = principals
    campus = await _furnish(services, ids, teacher, students, accounts)
    draft = path.with_suffix(".tmp")
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600)
    draft.write_text(json.dumps(json.loads(msgjson.encode(campus)), indent=2))
    draft.rename(path)
    return campus


async def _furnish(
    services: Services, ids: Ids, teacher: Principal, students: list[Principal], accounts: list[DemoAccount]
) -> DemoCampus:
    code = None
    for new in reversed(_CLASSES):
        opened = await services.classrooms.open(teacher, new)
        code = opened.join_code or code
    main = opened.classroom
    for student in students:
        await services.classrooms.join(student, main.id, None)
    quiz = msgjson.decode(msgjson.encode({**_QUIZ, "classroomId": main.id}), type=CreateQuiz)
    made = await services.quizzes.create(teacher, quiz.to_quiz(ids))
    await _hand_out(services, teacher, main)
    return DemoCampus(accounts=accounts, classroom=main.title, quiz=made.title, join_code=code)


async def _hand_out(services: Services, teacher: Principal, classroom: Classroom) -> None:
    """A text that students can read, and that is shown on the board section by section."""
    text = _TEXT.read_bytes()

    async def whole() -> AsyncIterator[bytes]:
        yield text

    materials = services.materials.service
    added = await materials.add(teacher, classroom.id, classroom.title, Upload(whole(), _TEXT.name, len(text)))
    await materials.release(teacher, added.id, None)


async def _register(services: Services, person: _Person, account: DemoAccount) -> Principal:
    wish = Registration(account.email, account.password, person.name, person.role, person.looks)
    user = await services.auth.create_user(wish)
    return Principal(user_id=user.id, session_id="demo", name=user.name, role=user.role, avatar_data=user.avatar_data)


def _address(email: str, tag: str) -> str:
    name, _, host = email.partition("@")
    return f"{name}{tag and '-'}{tag}@{host}"


_WORDS = """
amber birch cedar cloud comet coral daisy delta ember fable fern fjord flint grove harbor hazel
heron ivory juniper kite lagoon lark linen lotus maple meadow mint moss nectar ocean olive opal
orbit otter pebble pine plum quartz quill raven reed river robin saffron sage sparrow spruce summit
sunny thistle tidal topaz tulip velvet violet walnut willow wren zephyr zinnia acorn alder anchor aspen
""".split()


def _password(entropy: Entropy) -> str:
    """Easy to type, made for this data folder alone: three words and a number, about 24 bits."""
    first, second, third, number = entropy.random_bytes(4)
    words = "-".join(_WORDS[one % len(_WORDS)] for one in (first, second, third))
    return f"{words}-{number % 90 + 10}"
