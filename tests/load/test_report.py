import msgspec
import pytest
from msgspec import structs

from eduverse.load.histogram import Spread
from eduverse.load.report import (
    Connections,
    Generator,
    Latencies,
    Plan,
    Report,
    Rosters,
    Server,
    Speech,
    Storm,
    Throughput,
    machine,
    table,
)

SPREAD = Spread(count=3, p50=1.0, p90=2.0, p99=3.0, max=4.0)
SPEECH = Speech(said=3, expected=6, heard=6, lost=0, doubled=0, disordered=0, unanswered=0)
ROSTERS = Rosters(ghosts=0, missing=0, hands=0, absent=0, seconds_to_agree=0.2)
REPORT = Report(
    url="http://campus.example",
    plan=Plan(rooms=2, users=3, hz=10, seconds=5, chaos=True, storm=4),
    machine=machine(),
    setup_seconds=1.0,
    entering_seconds=0.5,
    measured_seconds=5.0,
    throughput=Throughput(
        moves_sent=60,
        updates_received=120,
        events_sent=1,
        events_received=2,
        bytes_per_update=13.5,
        kbit_down_per_client=20,
        kbit_avatars_per_client=18,
    ),
    latencies=Latencies(moves=SPREAD, refreshes=SPREAD, chats=SPREAD, answers=SPREAD, joins=SPREAD),
    speech=SPEECH,
    rosters=ROSTERS,
    connections=Connections(
        lost=4,
        recovered=4,
        anew=0,
        failed=0,
        overdue=0,
        closed_by_server=0,
        mischief={"drop": 4},
        storm=Storm(connections=4, recovered=4, anew=0, seconds=0.3),
    ),
    refused=0,
    corrected_positions=0,
    generator=Generator(cores=0.1, waiting=0.0, lateness=SPREAD, too_slow=False),
    server=Server(cpu_seconds=1.0, cores=0.2, waiting=0.0, resident_megabytes=80),
    findings=(),
)


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
    report = structs.replace(REPORT, speech=structs.replace(SPEECH, **{kind: 1}), findings=("m1 never heard",))
    assert not report.passed
    assert "FAILED" in table(report)
    assert "! m1 never heard" in table(report)


@pytest.mark.parametrize("kind", ["ghosts", "missing", "hands", "absent"])
def test_any_disagreement_fails_the_run(kind: str) -> None:
    assert not structs.replace(REPORT, rosters=structs.replace(ROSTERS, **{kind: 1})).passed


def test_a_report_survives_json() -> None:
    assert REPORT.passed
    assert msgspec.json.decode(msgspec.json.encode(REPORT), type=Report) == REPORT
