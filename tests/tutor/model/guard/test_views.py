"""Reading a text in other ways."""

import pytest
from tests.support.disguises import DISGUISES, KEY

from eduverse.tutor.model.guard.canon import canonical, skeleton, unleet
from eduverse.tutor.model.guard.likeness import Likeness
from eduverse.tutor.model.guard.views import decoded, initials
from eduverse.tutor.model.guard.vocabulary import DECIDING, everyday

_READ = [
    "base64", "base64 twice", "base32", "hex", "hex with spaces", "escapes", "binary", "octal",
    "decimal codes", "places in the alphabet", "percent encoding", "HTML entities", "HTML hex entities", "ROT13",
    "Caesar by 3", "Atbash", "backwards", "Morse", "spaced letters", "dotted letters", "capitals within words",
]  # fmt: skip


@pytest.mark.parametrize("name", _READ)
def test_a_disguise_is_read(name: str) -> None:
    assert any(KEY.lower() in skeleton(view) for view in decoded(DISGUISES[name](KEY)))


@pytest.mark.parametrize(
    "name", ["initials of lines", "initials of words", "initials of every second word", "spelling alphabet"]
)
def test_initials_are_read(name: str) -> None:
    assert any(KEY.lower() in letters for letters, _ in initials(DISGUISES[name](KEY)))


def test_what_decodes_to_nothing_is_no_error() -> None:
    for odd in ("", "\\uffffffff", "====", "%%%%", "&#99999999;", "0x110000 0x110000 0x110000", "ab" * 40, "0" * 64):
        assert list(decoded(odd))


def test_look_alikes_are_one_letter() -> None:
    assert canonical("Јuрitеr") == canonical("JUPITER") == canonical("Ｊü\u200bpi\u0336ter") == "jupiter"
    assert skeleton("j.u p-i_t,e r") == "jupiter"
    assert unleet("ju9i7er 5ol") == "jugiter soi"


def test_likeness_is_of_meaning_and_not_of_small_words() -> None:
    like = Likeness("What is the capital of France?")
    assert like.to("Name the French capital: the capital of France.")
    assert not like.to("What is the colour of the sky?")
    assert not Likeness("What is this?").to("What is that?")


def test_everyday_words_decide_nothing() -> None:
    assert not everyday() & DECIDING
    assert {"becaus", "light", "water", "plant"} <= everyday()
    assert "jupiter" not in everyday()
    assert not {one for one in everyday() if len(one) == 1} - {"a"}
