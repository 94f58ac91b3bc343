"""Accounts for everybody on the demo campus; of three of them the passwords are told."""

from typing import NamedTuple

from eduverse.app.demo.people import CLASSMATES, STUDENTS, TEACHER, Person
from eduverse.app.demo.stage import Stage
from eduverse.auth.service import Registration
from eduverse.gateway.campus import DemoAccount
from eduverse.kernel.ids import Entropy
from eduverse.vocabulary.principal import Principal

__all__ = ["Cast", "Pupil", "open_accounts"]

_TOLD = ((TEACHER, "Teacher"), *((student, "Student") for student in STUDENTS))


class Pupil(NamedTuple):
    principal: Principal
    ability: float
    place: int
    """In the class list, from 0."""


class Cast(NamedTuple):
    told: list[DemoAccount]
    """Those whom somebody can sign in as: the teacher first."""
    teacher: Principal
    pupils: list[Pupil]


async def open_accounts(stage: Stage) -> Cast:
    """Beside those of a start that was cut off, whose passwords nobody knows, they have other addresses."""
    tag = stage.ids.code(4) if await stage.services.auth.user_by_email(TEACHER.email) else ""
    told, principals = [], []
    for person, label in _TOLD:
        account = DemoAccount(label=label, email=_address(person, tag), password=_password(stage.entropy))
        told.append(account)
        principals.append(await _register(stage, person, account.email, account.password))
    principals += [await _register(stage, one, _address(one, tag), stage.ids.code(26)) for one in CLASSMATES]
    teacher, *students = principals
    abilities = [person.ability for person in (*STUDENTS, *CLASSMATES)]
    pupils = [Pupil(one, ability, place) for place, (one, ability) in enumerate(zip(students, abilities, strict=True))]
    return Cast(told, teacher, pupils)


async def _register(stage: Stage, person: Person, email: str, password: str) -> Principal:
    user = await stage.services.auth.create_user(Registration(email, password, person.name, person.role, person.looks))
    return Principal(user_id=user.id, session_id="demo", name=user.name, role=user.role, avatar_data=user.avatar_data)


def _address(person: Person, tag: str) -> str:
    name, _, host = person.email.partition("@")
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
