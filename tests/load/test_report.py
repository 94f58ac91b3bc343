import msgspec
import pytest
from msgspec import structs
from tests.load.sample import REPORT

from eduverse.load.report import Report, table


def test_the_table_tells_what_was_found() -> None:
    text = table(REPORT)
    for part in ("2 x 3 people", "storm of 4", "chaos", "13.50 bytes each", "4 x drop", "Nothing was lost", "80 MB"):
        assert part in text
    assert "TOO SLOW" not in text


def test_a_generator_that_was_too_slow_says_so() -> None:
    slow = structs.replace(REPORT.generator, too_slow=True)
    assert "THE GENERATOR WAS TOO SLOW" in table(structs.replace(REPORT, generator=slow, server=None))


@pytest.mark.parametrize("kind", ["lost", "doubled", "disordered", "unanswered"])
def test_any_failure_of_speech_fails_the_run(kind: str) -> None:
    report = structs.replace(REPORT, speech=structs.replace(REPORT.speech, **{kind: 1}), findings=("m1 never heard",))
    assert not report.passed
    assert "FAILED" in table(report)
    assert "! m1 never heard" in table(report)


@pytest.mark.parametrize("kind", ["ghosts", "missing", "hands", "absent"])
def test_any_disagreement_fails_the_run(kind: str) -> None:
    assert not structs.replace(REPORT, rosters=structs.replace(REPORT.rosters, **{kind: 1})).passed


def test_a_report_survives_json() -> None:
    assert REPORT.passed
    assert msgspec.json.decode(msgspec.json.encode(REPORT), type=Report) == REPORT
