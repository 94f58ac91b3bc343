"""A report in which all went well."""

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
)

__all__ = ["REPORT"]

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
    latencies=Latencies(moves=SPREAD, refreshes=SPREAD, chats=SPREAD, answers=SPREAD, joins=SPREAD, arrivals=SPREAD),
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
