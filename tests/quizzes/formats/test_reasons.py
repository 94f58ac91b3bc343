"""The sentences of a report, here and in the client."""

import json
from pathlib import Path

import pytest

from eduverse.quizzes.formats.reasons import Reason

LOCALES = Path(__file__).parents[3] / "web" / "src" / "locales"
CODES = {reason.code for reason in Reason}


def test_codes_are_the_names_in_camel_case() -> None:
    assert Reason.NO_ANSWERS.code == "noAnswers"
    assert len(CODES) == len(Reason)


def test_what_is_meant_stands_in_the_sentence() -> None:
    assert Reason.KEY_UNKNOWN.sentence("{what}") == "The right answer “{what}” is not one of the letters above it."


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_client_translates_no_reason_that_there_is_not(language: str) -> None:
    translated = json.loads((LOCALES / f"{language}.json").read_text())["bankImport"]["reasons"]
    assert set(translated) <= CODES
    for reason in Reason:
        if reason.code in translated:
            assert ("{what}" in reason.value) == ("{{what}}" in translated[reason.code])
