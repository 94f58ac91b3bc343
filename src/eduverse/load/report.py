"""What a run found: numbers for machines (JSON), and a table for people."""

import os
import platform
from typing import Any

from eduverse.kernel.structs import Struct
from eduverse.load.histogram import Spread

__all__ = [
    "Connections",
    "Generator",
    "Latencies",
    "Machine",
    "Plan",
    "Report",
    "Rosters",
    "Server",
    "Speech",
    "Storm",
    "Throughput",
    "machine",
    "table",
]


class Plan(Struct, frozen=True, kw_only=True):
    rooms: int
    users: int
    """In each room."""
    hz: float
    """Moves a second, of each."""
    seconds: float
    chaos: bool = False
    chats_per_minute: float = 1.0
    """Of each person, on average."""
    storm: int = 0
    """Connections that break at once, a third of the way through."""


class Machine(Struct, frozen=True, kw_only=True):
    cpus: int
    python: str
    system: str
    load_average: float
    """Of the minute before: what else the machine was doing."""


class Throughput(Struct, frozen=True, kw_only=True):
    """A second, of everybody together; bytes are those of websocket frames with their headers."""

    moves_sent: float
    updates_received: float
    """One update is one avatar's position reaching one client."""
    events_sent: float
    events_received: float
    bytes_per_update: float
    kbit_down_per_client: float
    kbit_avatars_per_client: float
    """The part of it that tells of avatars."""


class Latencies(Struct, frozen=True, kw_only=True):
    moves: Spread
    refreshes: Spread
    chats: Spread
    answers: Spread
    joins: Spread
    arrivals: Spread


class Speech(Struct, frozen=True, kw_only=True):
    said: int
    expected: int
    heard: int
    lost: int
    doubled: int
    disordered: int
    unanswered: int


class Rosters(Struct, frozen=True, kw_only=True):
    """Differences between what clients hold at the end and who is there; of each client, added up."""

    ghosts: int
    missing: int
    hands: int
    """Hands that are up for one and down for another."""
    absent: int
    """Clients that should have been in their room, and were not."""
    seconds_to_agree: float


class Storm(Struct, frozen=True, kw_only=True):
    connections: int
    recovered: int
    anew: int
    seconds: float


class Connections(Struct, frozen=True, kw_only=True):
    lost: int
    recovered: int
    anew: int
    failed: int
    overdue: int
    closed_by_server: int
    mischief: dict[str, int]
    storm: Storm | None


class Server(Struct, frozen=True, kw_only=True):
    cpu_seconds: float
    cores: float
    """CPU seconds a second, while people walked."""
    waiting: float
    """Seconds a second in which it could have worked, and no processor was free."""
    resident_megabytes: float


class Generator(Struct, frozen=True, kw_only=True):
    cores: float
    waiting: float
    lateness: Spread
    """Of its own timers: what it times is late by as much."""
    too_slow: bool


class Report(Struct, frozen=True, kw_only=True):
    url: str
    plan: Plan
    machine: Machine
    setup_seconds: float
    """Accounts, classrooms, seats."""
    entering_seconds: float
    """Until everybody was in their room."""
    measured_seconds: float
    throughput: Throughput
    latencies: Latencies
    speech: Speech
    rosters: Rosters
    connections: Connections
    refused: int
    corrected_positions: int
    generator: Generator
    server: Server | None
    findings: tuple[str, ...]
    """What was wrong, in words; the first ones."""

    @property
    def passed(self) -> bool:
        speech, rosters = self.speech, self.rosters
        wrong = speech.lost + speech.doubled + speech.disordered + speech.unanswered
        return not (wrong + rosters.ghosts + rosters.missing + rosters.hands + rosters.absent)


def machine() -> Machine:
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    return Machine(
        cpus=os.cpu_count() or 1,
        python=platform.python_version(),
        system=f"{platform.system()} {platform.machine()}",
        load_average=round(load, 2),
    )


def table(report: Report) -> str:
    sections = [_head(report), _latencies(report.latencies), _traffic(report), _correctness(report), _costs(report)]
    verdict = ["Nothing was lost, doubled or left over." if report.passed else "FAILED: see above."]
    findings = [f"  ! {finding}" for finding in report.findings]
    written = [section for section in [*sections, findings, verdict] if section]
    return "\n".join(line for section in written for line in [*section, ""]).rstrip()


def _head(report: Report) -> list[str]:
    plan, host = report.plan, report.machine
    extras = [f"storm of {plan.storm}"] * bool(plan.storm) + ["chaos"] * plan.chaos
    return [
        f"{plan.rooms} x {plan.users} people at {report.url}, {plan.hz:g} moves/s and {plan.chats_per_minute:g}"
        f" messages/min each, {', '.join([f'{report.measured_seconds:.1f} s', *extras])}",
        f"{host.cpus} CPUs, {host.system}, Python {host.python}, load average before {host.load_average:g}",
        f"{report.setup_seconds:.1f} s for accounts and seats, then {report.entering_seconds:.1f} s for all to come in",
    ]


def _latencies(found: Latencies) -> list[str]:
    rows = [
        ("move seen by another", found.moves),
        ("between two sights", found.refreshes),
        ("chat heard by another", found.chats),
        ("answer", found.answers),
        ("joining", found.joins),
        ("arrival told to another", found.arrivals),
    ]
    titles = "".join(f"{title:>10}" for title in ("p50", "p90", "p99", "max", "count"))
    return [f"{'milliseconds':<24}{titles}", *(_row(label, spread) for label, spread in rows)]


def _row(label: str, spread: Spread) -> str:
    times = "".join(f"{value:10.1f}" for value in (spread.p50, spread.p90, spread.p99, spread.max))
    return f"{label:<24}{times}{spread.count:10d}"


def _traffic(report: Report) -> list[str]:
    rate = report.throughput
    return _aligned(
        [
            ("moves sent", f"{rate.moves_sent:,.0f}/s"),
            ("avatar updates received", f"{rate.updates_received:,.0f}/s, {rate.bytes_per_update:.2f} bytes each"),
            ("events sent, received", f"{rate.events_sent:,.1f}/s, {rate.events_received:,.0f}/s"),
            (
                "down per client",
                f"{rate.kbit_down_per_client:.1f} kbit/s, of which avatars {rate.kbit_avatars_per_client:.1f}",
            ),
        ]
    )


def _correctness(report: Report) -> list[str]:
    speech, rosters, lines = report.speech, report.rosters, report.connections
    rows: list[tuple[str, Any]] = [
        ("messages", f"{speech.said} said, {speech.heard} heard, {speech.expected} had to be"),
        (
            "",
            f"{speech.lost} lost, {speech.doubled} doubled, {speech.disordered} out of order,"
            f" {speech.unanswered} unanswered",
        ),
        (
            "rosters",
            f"{rosters.ghosts} ghosts, {rosters.missing} missing, {rosters.hands} hands differ,"
            f" {rosters.absent} not back; agreed after {rosters.seconds_to_agree:.1f} s",
        ),
        (
            "connections",
            f"{lines.lost} lost, {lines.recovered} recovered, {lines.anew} anew, {lines.failed} attempts failed,"
            f" {lines.closed_by_server} closed by the server, {lines.overdue} without heartbeat",
        ),
        ("refused, corrected", f"{report.refused} events, {report.corrected_positions} positions"),
    ]
    if lines.mischief:
        rows.append(("mischief", ", ".join(f"{count} x {what}" for what, count in sorted(lines.mischief.items()))))
    if lines.storm:
        storm = lines.storm
        told = f"{storm.connections} at once: {storm.recovered} recovered, {storm.anew} anew"
        rows.append(("storm", f"{told}, all back after {storm.seconds:.2f} s"))
    return _aligned(rows)


def _costs(report: Report) -> list[str]:
    generator, server = report.generator, report.server
    rows = [
        ("generator", _cores(generator) + f", timers late by p99 {generator.lateness.p99:.1f} ms"),
    ]
    if server:
        rows.append(("server", f"{_cores(server)}, {server.resident_megabytes:.0f} MB"))
    lines = _aligned(rows)
    if generator.too_slow:
        lines.append("THE GENERATOR WAS TOO SLOW: latencies are at least in part its own. Trust the counts only.")
    return lines


def _cores(spent: Server | Generator) -> str:
    return f"{spent.cores:.2f} cores, kept waiting for one {spent.waiting:.0%} of the time"


def _aligned(rows: list[tuple[str, Any]]) -> list[str]:
    return [f"{label:<24}{value}" for label, value in rows]
